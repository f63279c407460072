package import Domain
package import Foundation
import GRDB

extension SQLiteStore {
    package func insert(_ session: Session) async throws(StoreError) {
        let account = session.holder.account
        try await write { db in
            if let account { try db.requireAccount(account) }
            try db.execute(
                sql: "INSERT INTO session (id, account, expiresAt) VALUES (?, ?, ?)",
                arguments: [session.id.rawValue, account?.rawValue, session.expiresAt.milliseconds]
            )
        }
    }

    package func session(_ id: Session.ID) async throws(StoreError) -> Session? {
        try await read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM session WHERE id = ?", arguments: [id.rawValue])
                .map(Session.init(row:))
        }
    }

    package func deleteSession(_ id: Session.ID) async throws(StoreError) {
        try await write { db in
            try db.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [id.rawValue])
        }
    }

    package func deleteExpired(at time: Date) async throws(StoreError) {
        try await write { db in
            for table in ["session", "consentRequest", "keptText", "launchLink"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE expiresAt <= ?", arguments: [time.milliseconds])
            }
        }
    }
}

extension Session {
    fileprivate init(row: Row) throws {
        self.init(
            id: Session.ID(row["id"]),
            holder: .init(account: row["account"]),
            expiresAt: try row.date("expiresAt").orUnreadable()
        )
    }
}

extension Session.Holder {
    /// The account, or `nil` for the operator.
    var account: Account.ID? {
        switch self {
        case .operator: nil
        case .account(let account): account
        }
    }

    /// The holder that a row names: without an account it is the operator.
    init(account: String?) {
        self = account.map { .account(Account.ID($0)) } ?? .operator
    }
}
