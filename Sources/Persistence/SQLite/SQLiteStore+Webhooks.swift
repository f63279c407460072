package import Domain
package import Foundation
import GRDB

extension SQLiteStore {
    package func enqueue(
        _ account: Account.ID,
        scopes: [Scope],
        trigger: Run.Trigger,
        receipt: MessageReceipt,
        at time: Date
    ) async throws(StoreError) -> (run: Run, isNew: Bool) {
        try await write { db in
            let known = try String.fetchOne(
                db,
                sql: "SELECT run FROM message WHERE account = ? AND id = ?",
                arguments: [account.rawValue, receipt.id]
            )
            if let known, let run = try db.run(Run.ID(known), of: account) { return (run, false) }
            let asked = try db.enqueue(account, scopes: scopes, trigger: trigger, at: time)
            try db.execute(
                sql: "INSERT INTO message (account, id, run, keptUntil) VALUES (?, ?, ?, ?)",
                arguments: [
                    account.rawValue, receipt.id, asked.run.id.rawValue, receipt.keptUntil.milliseconds,
                ]
            )
            return asked
        }
    }

    package func deleteMessages(keptUntil time: Date) async throws(StoreError) {
        try await write { db in
            try db.execute(sql: "DELETE FROM message WHERE keptUntil <= ?", arguments: [time.milliseconds])
        }
    }
}

// MARK: - Announcements

extension SQLiteStore {
    package func claimAnnouncement(until deadline: Date, now: Date) async throws(StoreError) -> Announcement? {
        try await write { db in
            let sql = """
                UPDATE announcement SET dueAt = ?, attempts = attempts + 1
                WHERE id = (SELECT id FROM announcement WHERE dueAt <= ? ORDER BY dueAt, id LIMIT 1)
                RETURNING *
                """
            return try Row.fetchOne(
                db.cachedStatement(sql: sql),
                arguments: [deadline.milliseconds, now.milliseconds]
            )
            .map(Announcement.init(row:))
        }
    }

    package func postpone(_ announcement: Announcement, until time: Date) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: "UPDATE announcement SET dueAt = ? WHERE id = ? AND attempts = ?",
                arguments: [time.milliseconds, announcement.id.rawValue, announcement.attempts]
            )
        }
    }

    package func delete(_ announcement: Announcement) async throws(StoreError) {
        try await write { db in try db.delete(announcement) }
    }

    package func giveUp(_ announcement: Announcement) async throws(StoreError) {
        try await write { db in
            try db.delete(announcement)
            try db.execute(
                sql: "DELETE FROM announcedTrouble WHERE account = ?",
                arguments: [announcement.account.rawValue]
            )
        }
    }
}

extension Database {
    fileprivate func delete(_ announcement: Announcement) throws {
        try execute(sql: "DELETE FROM announcement WHERE id = ?", arguments: [announcement.id.rawValue])
    }
}
