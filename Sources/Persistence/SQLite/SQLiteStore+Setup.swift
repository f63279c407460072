package import Domain
import Foundation
import GRDB

extension SQLiteStore {
    package func decidedSteps(of account: Account.ID) async throws(StoreError) -> Set<SetupStep> {
        try await read { db in
            let words = try String.fetchAll(
                db.cachedStatement(sql: "SELECT step FROM decidedStep WHERE account = ?"),
                arguments: [account.rawValue]
            )
            return Set(words.compactMap(SetupStep.init(rawValue:)))
        }
    }

    package func decide(_ step: SetupStep, of account: Account.ID) async throws(StoreError) {
        try await write { db in
            try db.requireAccount(account)
            try db.execute(
                sql: "INSERT OR IGNORE INTO decidedStep (account, step) VALUES (?, ?)",
                arguments: [account.rawValue, step.rawValue]
            )
        }
    }

    package func forgetCompany(of account: Account.ID) async throws(StoreError) -> Bool {
        try await write { db in
            try db.requireAccount(account)
            try db.execute(
                sql: """
                    UPDATE connection SET companyID = NULL, company = NULL, firstConnectedAt = NULL, connectedAt = NULL
                    WHERE account = :account AND state = 'disconnected'
                        AND NOT EXISTS (SELECT 1 FROM decidedStep WHERE account = :account AND step = :company)
                        AND NOT EXISTS (SELECT 1 FROM link WHERE account = :account)
                        AND NOT EXISTS (SELECT 1 FROM workOrderExport WHERE account = :account)
                        AND NOT EXISTS (
                            SELECT 1 FROM run WHERE account = :account AND state IN ('queued', 'running')
                        )
                    """,
                arguments: ["account": account.rawValue, "company": SetupStep.company.rawValue]
            )
            guard db.changesCount == 1 else { return false }
            try db.execute(sql: "DELETE FROM cursor WHERE account = ?", arguments: [account.rawValue])
            return true
        }
    }

    /// How many texts are kept at most: each is as large as a form.
    private static let keptTexts = 300

    package func keep(_ text: KeptText) async throws(StoreError) {
        try await write { db in
            try db.requireAccount(text.account)
            try db.execute(
                sql: "INSERT INTO keptText (id, account, text, expiresAt) VALUES (?, ?, ?, ?)",
                arguments: [
                    text.id.rawValue, text.account.rawValue, text.text.stored, text.expiresAt.milliseconds,
                ]
            )
            try db.execute(
                sql: """
                    DELETE FROM keptText WHERE id IN (
                        SELECT id FROM keptText ORDER BY expiresAt DESC, id LIMIT -1 OFFSET ?
                    )
                    """,
                arguments: [Self.keptTexts]
            )
        }
    }

    package func takeKeptText(_ id: KeptText.ID) async throws(StoreError) -> KeptText? {
        try await write { db in
            let row = try Row.fetchOne(
                db,
                sql: "DELETE FROM keptText WHERE id = ? RETURNING *",
                arguments: [id.rawValue]
            )
            return try row.map { row in
                KeptText(
                    id: id,
                    account: Account.ID(row["account"]),
                    text: try row.secret("text").orUnreadable(),
                    expiresAt: try row.date("expiresAt").orUnreadable()
                )
            }
        }
    }
}
