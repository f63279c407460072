import Domain
import Foundation
import GRDB

// What copying a store and putting one back are made of.

extension StoreFile {
    /// Copies this store into an empty file, in one step that sees one moment, and leaves no companions there.
    func copy(into target: StoreFile) throws {
        let copy = try DatabaseQueue(path: target.path)
        try reading { source in try source.backup(to: copy) }
        try copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
        try copy.close()
    }

    /// Makes sure that this is a store of this or an older version.
    func checkMark() throws {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw StoreFileError.inaccessible(errno: FileManager.default.fileExists(atPath: path) ? EACCES : ENOENT)
        }
        try reading { queue in
            try queue.read { db in
                let mark = try Int.fetchOne(db, sql: "PRAGMA application_id")
                guard mark == Self.applicationID, try db.tableExists("account") else { throw StoreFileError.foreign }
                guard try !DatabaseMigrator.store.hasBeenSuperseded(db) else { throw StoreFileError.newer }
            }
        }
    }

    /// Makes sure that every page of the store is whole.
    func checkContent() throws {
        try reading { queue in
            try queue.read { db in
                let finding = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? ""
                guard finding == "ok" else {
                    throw StoreFileError.damaged(finding.split(separator: "\n").last.map(String.init) ?? "unreadable")
                }
                guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil else {
                    throw StoreFileError.damaged("a row belongs to nothing")
                }
            }
        }
    }

    /// Whether the secrets in the store were sealed with this key.
    func fits(_ sealing: Sealing) throws -> Bool {
        try reading { queue in try queue.read { db in try db.keyFits(sealing) ?? true } }
    }

    /// Makes a copy ready to be the store from now on.
    ///
    /// Every browser is signed out: what was closed since the copy was made must not be open again. And the time is
    /// kept: the copy knows nothing of what was done between its making and then.
    func prepareForReturn(at time: Date) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO property VALUES ('restoredAt', ?)",
                arguments: ["\(time.milliseconds)"]
            )
            for table in ["session", "consentRequest", "launchLink"] where try db.tableExists(table) {
                try db.execute(sql: "DELETE FROM \(table)")
            }
        }
        try queue.close()
    }

    private func reading<Value>(_ body: (DatabaseQueue) throws -> Value) throws -> Value {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let value = try body(queue)
        try queue.close()
        return value
    }
}

extension Database {
    /// Whether a key is the one that the store was marked with; `nil` while it has no mark.
    func keyFits(_ sealing: Sealing) throws -> Bool? {
        let stored = try String.fetchOne(self, sql: "SELECT value FROM property WHERE name = 'keyCheck'")
        guard let stored else { return nil }
        return (try? sealing.open(SealedSecret(stored: stored), for: .storeItself)) != nil
    }
}

extension Account.ID {
    /// What the store's own mark is sealed for; no account can have this identifier: it is not well formed.
    static let storeItself: Account.ID = "the store itself"
}
