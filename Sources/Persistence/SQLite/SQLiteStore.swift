import Domain
package import Foundation
import GRDB

/// A store in one SQLite file, which several processes on the same machine may share.
package struct SQLiteStore: Store {
    private let file: StoreFile
    private let pool: DatabasePool

    /// Opens the store, creates it where there is none, and brings an older one up to date.
    ///
    /// - Throws: ``StoreError/unusable(_:)`` when the file is not a store of this or an older version. It is then
    ///   as it was.
    package init(path: String) async throws(StoreError) {
        let file = StoreFile(path: path)
        // Opening may wait for other processes: not on a thread of Swift's pool.
        let opened: Result<DatabasePool, any Error> = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: Result { try file.open() })
            }
        }
        do {
            pool = try opened.get()
        } catch {
            throw file.storeError(error)
        }
        self.file = file
    }

    package func check() async throws(StoreError) {
        try await write(.survivesProcess) { db in
            try db.execute(sql: "INSERT OR REPLACE INTO property VALUES ('lastCheck', '')")
        }
    }

    package func restoredAt() async throws(StoreError) -> Date? {
        let text = try await read { db in
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT value FROM property WHERE name = 'restoredAt'")
            )
        }
        return text.flatMap { Int64($0) }.map(Date.init(milliseconds:))
    }

    package func checkKey(_ sealing: Sealing) async throws(StoreError) {
        try await write { db in
            switch try db.keyFits(sealing) {
            case true?: break
            case false?: throw StoreError.wrongKey
            case nil:
                let mark = try sealing.seal("keyCheck", for: .storeItself)
                try db.execute(sql: "INSERT INTO property VALUES ('keyCheck', ?)", arguments: [mark.stored])
            }
        }
    }
}

// MARK: - Access to the file

extension SQLiteStore {
    /// What a commit outlives.
    enum Durability: String {
        /// A loss of power: the commit waits for the disk.
        case survivesPowerLoss = "FULL"
        /// The end of the process, however sudden. After a loss of power the last commits may be missing.
        case survivesProcess = "NORMAL"
    }

    // GRDB's `async` functions end with an error when their task is cancelled; these don't, so that a process that
    // stops can still store how far it came.

    /// Reads from one consistent view of the store, on a queue of its own.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        let result: Result<Value, any Error> = await withCheckedContinuation { continuation in
            pool.asyncRead { db in
                continuation.resume(returning: Result { try body(db.get()) })
            }
        }
        return try value(of: result)
    }

    /// Runs `body` in a transaction that no other process writes beside, on the writer's queue.
    @discardableResult
    func write<Value: Sendable>(
        _ durability: Durability = .survivesPowerLoss,
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        let result: Result<Value, any Error> = await withCheckedContinuation { continuation in
            pool.asyncWriteWithoutTransaction { db in
                continuation.resume(
                    returning: Result {
                        try db.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
                        return try db.inImmediateTransaction(body)
                    }
                )
            }
        }
        return try value(of: result)
    }

    private func value<Value>(of result: Result<Value, any Error>) throws(StoreError) -> Value {
        do {
            return try result.get()
        } catch {
            throw file.storeError(error)
        }
    }
}

extension Database {
    /// Runs `body` in a transaction that has the right to write from its start.
    fileprivate func inImmediateTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try beginTransaction(.immediate)
        do {
            let value = try body(self)
            try commit()
            return value
        } catch {
            // After some errors, such as a full disk, SQLite has rolled back by itself.
            if isInsideTransaction { try rollback() }
            throw error
        }
    }
}
