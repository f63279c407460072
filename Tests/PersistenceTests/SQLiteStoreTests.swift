import Domain
import Foundation
import GRDB
import Persistence
import Testing

@Suite struct SQLiteStoreTests {
    @Test func `what was stored is there after reopening`() async throws {
        try await withStorePath { path in
            try await SQLiteStore(path: path).insert(.sample("a"))
            #expect(try await SQLiteStore(path: path).account("a") == .sample("a"))
        }
    }

    @Test func `the file and its companions are for their owner only`() async throws {
        try await withStorePath { path in
            let store = try await SQLiteStore(path: path)
            try await store.insert(.sample("a"))
            for suffix in ["", "-wal", "-shm"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: path + suffix)
                #expect(attributes[.posixPermissions] as? Int == 0o600, "\(suffix)")
            }
        }
    }

    @Test func `many processes may create the same store at once`() async throws {
        try await withStorePath { path in
            try await withThrowingTaskGroup { group in
                for number in 0..<12 {
                    group.addTask { try await SQLiteStore(path: path).insert(.sample(Account.ID("a\(number)"))) }
                }
                try await group.waitForAll()
            }
            #expect(try await SQLiteStore(path: path).accounts().count == 12)
        }
    }

    @Test func `an empty file becomes a store`() async throws {
        try await withStorePath { path in
            try Data().write(to: URL(filePath: path))
            try await SQLiteStore(path: path).check()
        }
    }

    @Test(arguments: [Data("Dear diary, …\n".utf8), Data("SQLite format 3\0".utf8), Data(count: 8192)])
    func `a file of something else is refused and left as it is`(content: Data) async throws {
        try await withStorePath { path in
            try content.write(to: URL(filePath: path))
            await expectUnusable(path, "move it away")
            #expect(try Data(contentsOf: URL(filePath: path)) == content)
        }
    }

    @Test func `a database of another program is refused and left as it is`() async throws {
        try await withStorePath { path in
            let queue = try DatabaseQueue(path: path)
            try await queue.write { db in try db.execute(sql: "CREATE TABLE account (id TEXT)") }
            try queue.close()
            let content = try Data(contentsOf: URL(filePath: path))
            await expectUnusable(path, "move it away")
            #expect(try Data(contentsOf: URL(filePath: path)) == content)
        }
    }

    @Test func `a store of a newer version is refused and left as it is`() async throws {
        try await withStorePath { path in
            try await SQLiteStore(path: path).check()
            let queue = try DatabaseQueue(path: path)
            try await queue.write { db in
                try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 from the future')")
            }
            try queue.close()
            let content = try Data(contentsOf: URL(filePath: path))
            await expectUnusable(path, "newer version")
            #expect(try Data(contentsOf: URL(filePath: path)) == content)
        }
    }

    @Test func `a damaged store is refused when its damage is met`() async throws {
        try await withStorePath { path in
            try await SQLiteStore(path: path).insert(.sample("a"))
            let size = try Data(contentsOf: URL(filePath: path)).count
            let file = try FileHandle(forWritingTo: URL(filePath: path))
            try file.seek(toOffset: 200)
            try file.write(contentsOf: Data(repeating: 0xa5, count: size - 200))
            try file.close()
            await expectUnusable(path, "restore a backup")
        }
    }

    @Test func `a folder that is not there is named with what to do`() async throws {
        try await withTemporaryFolder { folder in
            await expectUnusable(folder.appending(path: "missing/store.sqlite").path, "check that its folder exists")
            await expectUnusable(folder.path, "check that its folder exists")
        }
    }

    @Test func `settings of an older version get the defaults of what they lack`() async throws {
        try await withStorePath { path in
            let store = try await SQLiteStore(path: path)
            try await store.insert(.sample("a"))
            let queue = try DatabaseQueue(path: path)
            let old = #"{"import":{"includeInactive":true,"dropped":[1.5,null,"x"]},"unknown":{}}"#
            try await queue.write { db in try db.execute(sql: "UPDATE account SET settings = ?", arguments: [old]) }
            var expected = Settings()
            expected.import.includeInactive = true
            #expect(try await store.settings(of: "a") == expected)

            try await queue.write { db in try db.execute(sql: "UPDATE account SET settings = 'null and void'") }
            await #expect(throws: StoreError.self) { try await store.settings(of: "a") }
        }
    }

    @Test func `settings name every member, so that a later default changes nobody's choice`() async throws {
        try await withStorePath { path in
            let store = try await SQLiteStore(path: path)
            try await store.insert(.sample("a"))
            try await store.save(Settings(), of: "a")
            let stored = try await DatabaseQueue(path: path).read { db in
                try String.fetchOne(db, sql: "SELECT settings FROM account")
            }
            let json = try #require(stored)
            for member in ["customers", "includeInactive", "enabled"] { #expect(json.contains("\"\(member)\"")) }
        }
    }
}

private func withStorePath(_ test: (String) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in try await test(folder.appending(path: "store.sqlite").path) }
}

/// Expects that opening ends with one line that contains the advice.
private func expectUnusable(
    _ path: String,
    _ advice: String,
    sourceLocation: SourceLocation = #_sourceLocation
) async {
    await #expect(sourceLocation: sourceLocation) {
        try await SQLiteStore(path: path).accounts()
    } throws: { error in
        guard case StoreError.unusable(let text) = error else { return false }
        return text.contains(advice) && text.contains(path) && !text.contains("\n")
    }
}
