import Foundation

/// A folder that goes with its last user.
package final class TemporaryFolder: Sendable {
    package let path: String

    /// Makes a folder.
    ///
    /// - Parameter inMemory: Whether it is to lie in memory, where the system has a place for that: for stores that are
    ///   written ten thousand times.
    package init(inMemory: Bool = false) {
        let memory = "/dev/shm"
        let hasMemory = inMemory && FileManager.default.isWritableFile(atPath: memory)
        let parent = hasMemory ? URL(filePath: memory) : FileManager.default.temporaryDirectory
        path = parent.appending(path: "connector-\(UUID().uuidString)").path
        // A folder that can't be made fails whoever writes into it.
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Runs `body` with a folder that is gone afterwards.
package func withTemporaryFolder<Value>(
    inMemory: Bool = false,
    _ body: (String) async throws -> Value
) async throws -> Value {
    let folder = TemporaryFolder(inMemory: inMemory)
    defer { withExtendedLifetime(folder) {} }
    return try await body(folder.path)
}
