package import Domain
package import Foundation
import GRDB

extension SQLiteStore {
    package func append(_ entries: [LogEntry]) async throws(StoreError) {
        try await write { db in
            for account in Set(entries.map(\.account)) { try db.requireAccount(account) }
            try db.append(entries)
        }
    }

    package func log(
        of account: Account.ID,
        matching filter: LogEntry.Filter,
        before: Int64?,
        limit: Int
    ) async throws(StoreError) -> [LogEntry] {
        let wanted: [(column: String, value: String?)] = [
            ("level", filter.level?.rawValue),
            ("scope", filter.scope?.rawValue),
            ("record", filter.record),
            ("run", filter.run?.rawValue),
            ("code", filter.code?.rawValue),
        ]
        var conditions = ["account = ?", "id < ?"]
        var arguments: StatementArguments = [account.rawValue, before ?? .max]
        for case (let column, let value?) in wanted {
            conditions.append("\(column) = ?")
            arguments += [value]
        }
        if let text = filter.recordText {
            conditions.append("instr(lower(record), lower(?)) > 0")
            arguments += [text]
        }
        if filter.isForPeople { conditions.append("level <> 'debug'") }
        let sql = "SELECT * FROM log WHERE \(conditions.joined(separator: " AND ")) ORDER BY id DESC LIMIT ?"
        arguments += [max(0, limit)]
        return try await read { [arguments] db in
            try Row.fetchAll(db, sql: sql, arguments: arguments).map(LogEntry.init(row:))
        }
    }

    package func log(of account: Account.ID, after: Int64, limit: Int) async throws(StoreError) -> [LogEntry] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT * FROM log WHERE account = ? AND id > ? ORDER BY id LIMIT ?",
                arguments: [account.rawValue, after, max(0, limit)]
            )
            .map(LogEntry.init(row:))
        }
    }

    package func deleteLog(before time: Date) async throws(StoreError) {
        try await write { db in
            try db.execute(sql: "DELETE FROM log WHERE time < ?", arguments: [time.milliseconds])
        }
    }
}

extension LogEntry {
    fileprivate init(row: Row) throws {
        self.init(
            id: row["id"],
            time: try row.date("time").orUnreadable(),
            account: Account.ID(row["account"]),
            run: (row["run"] as String?).map(Run.ID.init(_:)),
            level: try row.word("level").orUnreadable(),
            scope: try row.word("scope"),
            record: row["record"],
            code: try row.word("code"),
            message: row["message"],
            detail: try (row["detail"] as String?).map(Dictionary.init(json:)) ?? [:]
        )
    }
}

extension Database {
    /// Adds entries to the log; their accounts must exist.
    func append(_ entries: [LogEntry]) throws {
        let statement = try cachedStatement(
            sql: """
                INSERT INTO log (time, account, run, level, scope, record, code, message, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        for entry in entries {
            try statement.execute(arguments: [
                entry.time.milliseconds, entry.account.rawValue, entry.run?.rawValue, entry.level.rawValue,
                entry.scope?.rawValue, entry.record, entry.code?.rawValue, entry.message,
                entry.detail.isEmpty ? nil : entry.detail.json(),
            ])
        }
    }
}
