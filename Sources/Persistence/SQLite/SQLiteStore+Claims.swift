package import Domain
package import Foundation
import GRDB

extension SQLiteStore {
    package func claimNextRun(
        by holder: String,
        until deadline: Date,
        now: Date
    ) async throws(StoreError) -> Run? {
        try await write { db in
            try db.cancelAbandonedRuns(at: now)
            // An interrupted run of the account comes before its waiting ones.
            let next = try Row.fetchOne(
                db,
                sql: """
                    SELECT id, account FROM run AS candidate
                    WHERE state IN ('queued', 'running') AND CASE state
                        WHEN 'running' THEN coalesce(heldUntil, 0) <= ?
                        ELSE NOT EXISTS (SELECT 1 FROM run WHERE account = candidate.account AND state = 'running')
                    END
                    ORDER BY queuedAt, rowid LIMIT 1
                    """,
                arguments: [now.milliseconds]
            )
            guard let next else { return nil }
            let run = Run.ID(next["id"])
            try db.execute(
                sql: """
                    UPDATE run SET
                        state = 'running', holder = :holder, heldUntil = :deadline,
                        startedAt = coalesce(startedAt, :now)
                    WHERE id = :run
                    """,
                arguments: [
                    "run": run.rawValue, "holder": holder,
                    "deadline": deadline.milliseconds, "now": now.milliseconds,
                ]
            )
            return try db.run(run, of: Account.ID(next["account"]))
        }
    }

    package func renewClaim(
        on run: Run.ID,
        by holder: String,
        until deadline: Date
    ) async throws(StoreError) -> ClaimState {
        try await write { db in
            try db.execute(
                sql: "UPDATE run SET heldUntil = ? WHERE id = ? AND holder = ? AND state = 'running'",
                arguments: [deadline.milliseconds, run.rawValue, holder]
            )
            guard db.changesCount == 1 else { return .lost }
            let isCancelRequested = try Bool.fetchOne(
                db,
                sql: "SELECT isCancelRequested FROM run WHERE id = ?",
                arguments: [run.rawValue]
            )
            return isCancelRequested == true ? .cancelRequested : .held
        }
    }

    package func releaseClaim(on run: Run.ID, by holder: String) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: "UPDATE run SET holder = NULL, heldUntil = NULL WHERE id = ? AND holder = ?",
                arguments: [run.rawValue, holder]
            )
        }
    }
}

extension Database {
    /// Ends runs that someone asked to cancel and whose holder is gone.
    fileprivate func cancelAbandonedRuns(at now: Date) throws {
        let abandoned = try String.fetchAll(
            self,
            sql: "SELECT id FROM run WHERE state = 'running' AND isCancelRequested AND coalesce(heldUntil, 0) <= ?",
            arguments: [now.milliseconds]
        )
        for run in abandoned { try finish(Run.ID(run), state: .cancelled, problem: nil, at: now) }
    }
}
