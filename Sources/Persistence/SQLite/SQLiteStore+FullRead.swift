package import Domain
import Foundation
import GRDB

// A full read has a name and, per list, a number that grows. Its links bear the number: it is short, and the links
// of former reads need not be touched when a new read begins.

extension SQLiteStore {
    package func markSeen(
        _ vismaIDs: [String],
        of account: Account.ID,
        _ scope: Scope,
        generation: String
    ) async throws(StoreError) {
        try await write(.survivesProcess) { db in
            try db.requireAccount(account)
            try db.execute(
                sql: """
                    INSERT INTO cursor (account, scope, fullRead, fullReadNumber) VALUES (?, ?, ?, 1)
                    ON CONFLICT (account, scope) DO UPDATE SET
                        fullRead = excluded.fullRead, fullReadNumber = fullReadNumber + 1
                    WHERE fullRead IS NOT excluded.fullRead
                    """,
                arguments: [account.rawValue, scope.rawValue, generation]
            )
            // A link that is new bears the number already.
            try db.cachedStatement(
                sql: """
                    UPDATE link SET seenBy = ?1
                    WHERE account = ?2 AND scope = ?3 AND vismaID IN (SELECT value FROM json_each(?4))
                        AND seenBy <> ?1
                    """
            )
            .execute(arguments: [
                db.fullReadNumber(of: account, scope), account.rawValue, scope.rawValue, vismaIDs.json,
            ])
        }
    }

    package func unseenLinks(
        of account: Account.ID,
        _ scope: Scope,
        generation: String,
        after vismaID: String?,
        limit: Int
    ) async throws(StoreError) -> [Link] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM link
                    WHERE account = ? AND scope = ? AND vismaID > ? AND isActive AND seenBy IS NOT ?
                    ORDER BY vismaID LIMIT ?
                    """,
                arguments: [
                    account.rawValue, scope.rawValue, vismaID ?? "",
                    db.fullReadNumber(of: account, scope, named: generation), max(0, limit),
                ]
            )
            .map(Link.init(row:))
        }
    }

    package func unseenCount(
        of account: Account.ID,
        _ scope: Scope,
        generation: String
    ) async throws(StoreError) -> (active: Int, unseen: Int) {
        try await read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*) AS active, count(*) FILTER (WHERE seenBy IS NOT ?) AS unseen
                    FROM link WHERE account = ? AND scope = ? AND isActive
                    """,
                arguments: [
                    db.fullReadNumber(of: account, scope, named: generation), account.rawValue, scope.rawValue,
                ]
            )
            .orUnreadable()
            return (active: row["active"], unseen: row["unseen"])
        }
    }
}

extension Database {
    /// The number of the list's latest full read; 0 before the first.
    func fullReadNumber(of account: Account.ID, _ scope: Scope) throws -> Int {
        try Int.fetchOne(
            cachedStatement(sql: "SELECT fullReadNumber FROM cursor WHERE account = ? AND scope = ?"),
            arguments: [account.rawValue, scope.rawValue]
        ) ?? 0
    }

    /// The number of that full read.
    ///
    /// `nil` when it has seen nothing, or another one has begun since.
    fileprivate func fullReadNumber(of account: Account.ID, _ scope: Scope, named name: String) throws -> Int? {
        try Int.fetchOne(
            self,
            sql: "SELECT fullReadNumber FROM cursor WHERE account = ? AND scope = ? AND fullRead = ?",
            arguments: [account.rawValue, scope.rawValue, name]
        )
    }
}
