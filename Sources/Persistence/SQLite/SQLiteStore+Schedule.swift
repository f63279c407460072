package import Domain
package import Foundation
import GRDB

extension SQLiteStore {
    package func claimTurns(now: Date, interval: TimeInterval) async throws(StoreError) -> [Account.ID] {
        let turns = Turns(interval: interval, now: now)
        return try await write { db in
            // A turn later than the next interval was set with a longer one, or by another clock.
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT id, nextTurn FROM account JOIN connection ON connection.account = account.id
                    WHERE isScheduled AND state = 'connected'
                        AND (nextTurn IS NULL OR nextTurn <= ? OR nextTurn > ?)
                    ORDER BY nextTurn, id
                    """,
                arguments: [turns.now, turns.now + 2 * turns.interval]
            )
            var due: [Account.ID] = []
            for row in rows {
                let account = Account.ID(row["id"])
                let turn: Int64? = row["nextTurn"]
                let next: Int64
                if let turn, turn <= turns.now {
                    due.append(account)
                    next = turns.next(after: turn)
                } else {
                    next = turns.first(of: account)
                }
                try db.execute(
                    sql: "UPDATE account SET nextTurn = ? WHERE id = ?",
                    arguments: [next, account.rawValue]
                )
            }
            return due
        }
    }

    package func nextTurn() async throws(StoreError) -> Date? {
        try await read { db in
            // An account that has no turn yet needs one now.
            try Int64.fetchOne(
                db,
                sql: """
                    SELECT min(coalesce(nextTurn, 0))
                    FROM account JOIN connection ON connection.account = account.id
                    WHERE isScheduled AND state = 'connected'
                    """
            )
            .map(Date.init(milliseconds:))
        }
    }
}
