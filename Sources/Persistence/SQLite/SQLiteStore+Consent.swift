package import Domain
package import Foundation
import GRDB

extension SQLiteStore {
    package func claimRefresh(
        of account: Account.ID,
        by holder: String,
        until deadline: Date,
        now: Date
    ) async throws(StoreError) -> Bool {
        try await write { db in
            try db.requireAccount(account)
            try db.execute(
                sql: """
                    UPDATE connection SET refreshHolder = :holder, refreshHeldUntil = :deadline
                    WHERE account = :account
                        AND (refreshHolder IS NULL OR refreshHolder = :holder OR refreshHeldUntil <= :now)
                    """,
                arguments: [
                    "account": account.rawValue, "holder": holder,
                    "deadline": deadline.milliseconds, "now": now.milliseconds,
                ]
            )
            return db.changesCount == 1
        }
    }

    package func releaseRefresh(of account: Account.ID, by holder: String) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE connection SET refreshHolder = NULL, refreshHeldUntil = NULL
                    WHERE account = ? AND refreshHolder = ?
                    """,
                arguments: [account.rawValue, holder]
            )
        }
    }

    package func insert(_ request: ConsentRequest) async throws(StoreError) {
        try await write { db in
            try db.requireAccount(request.account)
            try db.execute(
                sql: """
                    INSERT INTO consentRequest (stateDigest, account, session, codeVerifier, expiresAt)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    Data(request.stateDigest), request.account.rawValue, request.session.rawValue,
                    request.codeVerifier.stored, request.expiresAt.milliseconds,
                ]
            )
        }
    }

    package func takeConsentRequest(stateDigest: [UInt8]) async throws(StoreError) -> ConsentRequest? {
        try await write { db in
            let digest = Data(stateDigest)
            let request = try Row.fetchOne(
                db,
                sql: "SELECT * FROM consentRequest WHERE stateDigest = ?",
                arguments: [digest]
            )
            .map(ConsentRequest.init(row:))
            try db.execute(sql: "DELETE FROM consentRequest WHERE stateDigest = ?", arguments: [digest])
            return request
        }
    }
}

extension ConsentRequest {
    fileprivate init(row: Row) throws {
        self.init(
            stateDigest: Array(row["stateDigest"] as Data),
            account: Account.ID(row["account"]),
            session: Session.ID(row["session"]),
            codeVerifier: try row.secret("codeVerifier").orUnreadable(),
            expiresAt: try row.date("expiresAt").orUnreadable()
        )
    }
}
