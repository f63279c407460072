import Domain
import Foundation
import GRDB
import Persistence
import Testing

@Suite struct ArchiveTests {
    private let key = Sealing(keys: [.generate()])

    @Test func `a copy holds what was committed, in one file for its owner only`() async throws {
        try await withStore { store, path, folder in
            try await store.insert(.sample("a"))
            let copy = folder.appending(path: "copy").path
            try StoreArchive.copy(path, to: copy, replacing: false)
            try await store.insert(.sample("later"))
            #expect(try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int == 0o600)
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(Set(files) == ["copy", "store.sqlite", "store.sqlite-wal", "store.sqlite-shm"])
            #expect(try await SQLiteStore(path: copy).accounts().map(\.id) == ["a"])
        }
    }

    @Test func `a copy is of one moment while others write`() async throws {
        try await withStore { store, path, folder in
            try await store.insert(.sample("a"))
            let writing = Task {
                var number = 0
                while !Task.isCancelled {
                    // Two entries in one transaction: a copy has both or none.
                    let entries = [LogEntry](
                        repeating: LogEntry(time: start, account: "a", level: .info, message: "\(number)"),
                        count: 2
                    )
                    try await store.append(entries)
                    number += 1
                }
                return number
            }
            var counts: [Int] = []
            for number in 0..<10 {
                let copy = folder.appending(path: "copy\(number)").path
                try StoreArchive.copy(path, to: copy, replacing: false)
                let entries = try await SQLiteStore(path: copy).log(of: "a", after: 0, limit: 1_000_000)
                #expect(entries.count.isMultiple(of: 2))
                counts.append(entries.count)
            }
            writing.cancel()
            #expect(try await writing.value > 0)
            #expect(counts == counts.sorted())
        }
    }

    @Test func `a file is replaced only on request, and the store itself never`() async throws {
        try await withStore { store, path, folder in
            let copy = folder.appending(path: "copy").path
            try Data("mine".utf8).write(to: URL(filePath: copy))
            expectFailure("exists already") { () throws(ArchiveFailure) in
                try StoreArchive.copy(path, to: copy, replacing: false)
            }
            #expect(try Data(contentsOf: URL(filePath: copy)) == Data("mine".utf8))
            try StoreArchive.copy(path, to: copy, replacing: true)
            try StoreArchive.inspect(copy, sealing: key)
            let link = folder.appending(path: "link").path
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
            for name in [path, link] {
                expectFailure("the store itself") { () throws(ArchiveFailure) in
                    try StoreArchive.copy(path, to: name, replacing: true)
                }
            }
            try await store.check()
        }
    }

    @Test func `a restored store holds what the copy held, and signs everyone out`() async throws {
        try await withFolder { folder in
            let (copy, path) = try await archive(in: folder, accounts: ["a"])
            var store: SQLiteStore? = try await SQLiteStore(path: path)
            try await store?.insert(.sample("later"))
            store = nil
            let kept = try #require(try StoreArchive.restore(copy, to: path, sealing: key, at: start))
            let restored = try await SQLiteStore(path: path)
            #expect(try await restored.accounts().map(\.id) == ["a"])
            #expect(try await restored.restoredAt() == start)
            #expect(try await restored.session("s") == nil)
            #expect(try await restored.takeLaunchLink(tokenDigest: [1]) == nil)
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
            #expect(try await SQLiteStore(path: kept).accounts().map(\.id) == ["a", "later"])
            // The copy itself is as it was.
            #expect(try await SQLiteStore(path: copy).session("s") != nil)
            #expect(try await SQLiteStore(path: copy).restoredAt() == nil)
        }
    }

    @Test func `a copy is restored where there is no store`() async throws {
        try await withFolder { folder in
            let (copy, _) = try await archive(in: folder, accounts: ["a"])
            let path = folder.appending(path: "new.sqlite").path
            #expect(try StoreArchive.restore(copy, to: path, sealing: key, at: start) == nil)
            #expect(try await SQLiteStore(path: path).accounts().count == 1)
        }
    }

    @Test func `a damaged store is replaced, and kept with its companions`() async throws {
        try await withFolder { folder in
            let (copy, path) = try await archive(in: folder, accounts: ["a"])
            try Data("garbage".utf8).write(to: URL(filePath: path))
            try Data("garbage too".utf8).write(to: URL(filePath: path + "-wal"))
            let kept = try #require(try StoreArchive.restore(copy, to: path, sealing: key, at: start))
            #expect(try Data(contentsOf: URL(filePath: kept)) == Data("garbage".utf8))
            #expect(try Data(contentsOf: URL(filePath: kept + "-wal")) == Data("garbage too".utf8))
            #expect(try await SQLiteStore(path: path).accounts().count == 1)
        }
    }

    @Test(arguments: Spoiling.allCases)
    func `what can't be restored is refused, and the store stays`(_ spoiling: Spoiling) async throws {
        try await withFolder { folder in
            let (copy, path) = try await archive(in: folder, accounts: (0..<200).map { "a\($0)" })
            try await spoiling.spoil(copy)
            let before = try Data(contentsOf: URL(filePath: path))
            let key = spoiling == .otherKey ? Sealing(keys: [.generate()]) : key
            expectFailure(spoiling.rawValue) { () throws(ArchiveFailure) in
                _ = try StoreArchive.restore(copy, to: path, sealing: key, at: start)
            }
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(!files.contains { $0.contains("restoring") || $0.contains("replaced") }, "\(files)")
        }
    }

    enum Spoiling: String, CaseIterable {
        case otherKey = "made with another encryption key"
        case foreign = "nor a copy of one"
        case newer = "newer version"
        case damaged = "is damaged"
        case cut = "is damaged "
        case empty = "nor a copy of one "
        case missing = "does not exist"

        func spoil(_ file: String) async throws {
            let url = URL(filePath: file)
            switch self {
            case .otherKey: break
            case .foreign: try Data("Dear diary".utf8).write(to: url)
            case .empty: try Data().write(to: url)
            case .missing: try FileManager.default.removeItem(at: url)
            case .cut:
                let data = try Data(contentsOf: url)
                try data.prefix(data.count / 2).write(to: url)
            case .damaged:
                var data = try Data(contentsOf: url)
                let middle = data.count / 2
                data.replaceSubrange(middle..<middle + 4096, with: Data(repeating: 0xa5, count: 4096))
                try data.write(to: url)
            case .newer:
                let queue = try DatabaseQueue(path: file)
                try await queue.write { db in
                    try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 from the future')")
                }
                try queue.close()
            }
        }
    }

    // MARK: - Stores and copies

    private func withFolder(_ test: (URL) async throws -> Void) async throws {
        try await withTemporaryFolder(test)
    }

    private func withStore(_ test: (SQLiteStore, _ path: String, _ folder: URL) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "store.sqlite").path
            let store = try await SQLiteStore(path: path)
            try await store.checkKey(key)
            try await test(store, path, folder)
        }
    }

    /// A copy, and the store that it was made of, which nobody has open any more.
    private func archive(in folder: URL, accounts: [String]) async throws -> (copy: String, path: String) {
        let (copy, path) = (folder.appending(path: "copy").path, folder.appending(path: "store.sqlite").path)
        let store = try await SQLiteStore(path: path)
        try await store.checkKey(key)
        for account in accounts { try await store.insert(.sample(Account.ID(account))) }
        try await store.insert(Session(id: "s", holder: .operator, expiresAt: .distantFuture))
        try await store.insert(LaunchLink(tokenDigest: [1], holder: .operator, expiresAt: .distantFuture))
        try StoreArchive.copy(path, to: copy, replacing: false)
        return (copy, path)
    }

    private func expectFailure(
        _ words: String,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ body: () throws(ArchiveFailure) -> Void
    ) {
        do throws(ArchiveFailure) {
            try body()
            Issue.record("it did not fail", sourceLocation: sourceLocation)
        } catch {
            let text = error.description
            #expect(
                text.contains(words.trimmingCharacters(in: .whitespaces)) && !text.contains("\n"),
                "\(text)",
                sourceLocation: sourceLocation
            )
        }
    }
}
