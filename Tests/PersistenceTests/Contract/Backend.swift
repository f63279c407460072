import Foundation
import Persistence
import Testing

/// An implementation of the store, for which every test of the contract runs.
struct Backend: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Runs a test with two views of one new store, as two processes have them.
    let withViews: @Sendable (_ test: (any Store, any Store) async throws -> Void) async throws -> Void

    static let all = [sqlite]

    static let sqlite = Backend(testDescription: "SQLite") { test in
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            try await test(SQLiteStore(path: path), SQLiteStore(path: path))
        }
    }
}

/// Runs a test with a folder of its own, which is removed afterwards.
func withTemporaryFolder(_ test: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await test(folder)
}
