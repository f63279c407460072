package import Domain
package import Foundation
import GRDB

extension SQLiteStore {
    package func links(
        of account: Account.ID,
        _ scope: Scope,
        vismaIDs: [String]
    ) async throws(StoreError) -> [String: Link] {
        try await read { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT * FROM link
                        WHERE account = ? AND scope = ? AND vismaID IN (SELECT value FROM json_each(?))
                        """
                ),
                arguments: [account.rawValue, scope.rawValue, vismaIDs.json]
            )
            var links: [String: Link] = [:]
            while let row = try rows.next() {
                let link = Link(row: row)
                links[link.vismaID] = link
            }
            return links
        }
    }

    package func owners(
        of account: Account.ID,
        _ scope: Scope,
        codes: [String]
    ) async throws(StoreError) -> [String: String] {
        try await read { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT code, vismaID FROM link
                        WHERE account = ? AND scope = ? AND code IN (SELECT value FROM json_each(?)) AND isActive
                            AND (accepted IS NOT NULL OR pending IS NOT NULL)
                        ORDER BY id DESC
                        """
                ),
                arguments: [account.rawValue, scope.rawValue, codes.json]
            )
            var owners: [String: String] = [:]
            while let row = try rows.next() { owners[row["code"]] = row["vismaID"] }
            return owners
        }
    }

    package func linksAwaitingFollowUp(
        of account: Account.ID,
        _ scope: Scope,
        after vismaID: String?,
        limit: Int
    ) async throws(StoreError) -> [Link] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM link WHERE account = ? AND scope = ? AND awaitsFollowUp = 1 AND vismaID > ?
                    ORDER BY vismaID LIMIT ?
                    """,
                arguments: [account.rawValue, scope.rawValue, vismaID ?? "", max(0, limit)]
            )
            .map(Link.init(row:))
        }
    }

    package func pendingLinks(
        of account: Account.ID,
        _ scope: Scope,
        limit: Int
    ) async throws(StoreError) -> [Link] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM link WHERE account = ? AND scope = ? AND pending IS NOT NULL
                    ORDER BY id LIMIT ?
                    """,
                arguments: [account.rawValue, scope.rawValue, max(0, limit)]
            )
            .map(Link.init(row:))
        }
    }

    package func save(
        _ links: [Link],
        accepted: [Acceptance],
        of account: Account.ID,
        _ scope: Scope,
        step: Run.Step,
        run: Run.ID,
        holder: String,
        now: Date
    ) async throws(StoreError) -> Bool {
        try await write(.survivesProcess) { db in
            try db.requireAccount(account)
            guard try db.holds(run, of: account, holder: holder, at: now) else { return false }
            for acceptance in accepted { try db.accept(acceptance, of: account, scope) }
            try db.save(links, of: account, scope)
            try db.save(step, of: run)
            return true
        }
    }

    package func cursor(of account: Account.ID, _ scope: Scope) async throws(StoreError) -> Domain.Cursor {
        try await read { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM cursor WHERE account = ? AND scope = ?"),
                arguments: [account.rawValue, scope.rawValue]
            )
            .map(Domain.Cursor.init(row:)) ?? Domain.Cursor()
        }
    }

    package func save(
        _ cursor: Domain.Cursor,
        of account: Account.ID,
        _ scope: Scope
    ) async throws(StoreError) {
        try await write { db in
            try db.requireAccount(account)
            try db.execute(
                sql: """
                    INSERT INTO cursor (
                        account, scope, position, lastFullRead, settings, heldBack, isRemovalConfirmed
                    ) VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (account, scope) DO UPDATE SET
                        position = excluded.position, lastFullRead = excluded.lastFullRead,
                        settings = excluded.settings, heldBack = excluded.heldBack,
                        isRemovalConfirmed = excluded.isRemovalConfirmed
                    """,
                arguments: [
                    account.rawValue, scope.rawValue, cursor.position?.milliseconds,
                    cursor.lastFullRead?.milliseconds, cursor.settings?.stored, cursor.heldBack,
                    cursor.isRemovalConfirmed,
                ]
            )
        }
    }
}

extension Database {
    fileprivate func accept(_ acceptance: Acceptance, of account: Account.ID, _ scope: Scope) throws {
        try cachedStatement(
            sql: """
                UPDATE link SET
                    accepted = ifnull(pending, accepted), pending = NULL, isActive = ?, awaitsFollowUp = ?
                WHERE account = ? AND scope = ? AND vismaID IN (SELECT value FROM json_each(?))
                """
        )
        .execute(arguments: [
            acceptance.isActive, acceptance.awaitsFollowUp, account.rawValue, scope.rawValue,
            acceptance.vismaIDs.json,
        ])
    }

    fileprivate func save(_ links: [Link], of account: Account.ID, _ scope: Scope) throws {
        let statement = try cachedStatement(
            sql: """
                INSERT INTO link (
                    account, scope, vismaID, code, accepted, pending, isActive, awaitsFollowUp, facts, seenBy
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (account, scope, vismaID) DO UPDATE SET
                    code = excluded.code, accepted = excluded.accepted, pending = excluded.pending,
                    isActive = excluded.isActive, awaitsFollowUp = excluded.awaitsFollowUp,
                    facts = excluded.facts
                """
        )
        // A new link is one of a record that was just read: the full read under way has seen it.
        let seenBy = try fullReadNumber(of: account, scope)
        for link in links {
            try statement.execute { values in
                values.bind(account.rawValue)
                values.bind(scope.rawValue)
                values.bind(link.vismaID)
                values.bind(link.code)
                values.bind(link.accepted?.bytes)
                values.bind(link.pending?.bytes)
                values.bind(link.isActive)
                values.bind(link.awaitsFollowUp)
                values.bind(link.facts)
                values.bind(seenBy)
            }
        }
    }
}

extension Link {
    init(row: Row) {
        self.init(
            vismaID: row["vismaID"],
            code: row["code"],
            accepted: row.fingerprint("accepted"),
            pending: row.fingerprint("pending"),
            isActive: row["isActive"],
            awaitsFollowUp: row["awaitsFollowUp"],
            facts: row["facts"]
        )
    }
}

extension Domain.Cursor {
    fileprivate init(row: Row) {
        self.init(
            position: row.date("position"),
            lastFullRead: row.date("lastFullRead"),
            settings: row.fingerprint("settings"),
            heldBack: row["heldBack"],
            isRemovalConfirmed: row["isRemovalConfirmed"]
        )
    }
}
