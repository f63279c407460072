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
