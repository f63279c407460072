import Domain
import Foundation
import GRDB

extension SQLiteStore {
    package func census() async throws(StoreError) -> Census {
        try await read { db in
            var census = Census()
            let runs = try Row.fetchAll(
                db,
                sql: """
                    SELECT state, count(*) AS number, min(queuedAt) AS oldest FROM run
                    WHERE state IN ('queued', 'running') GROUP BY state
                    """
            )
            for row in runs {
                if try row.word("state", as: Run.State.self) == .queued {
                    census.queuedRuns = row["number"]
                    census.oldestQueuedAt = row.date("oldest")
                } else {
                    census.runningRuns = row["number"]
                }
            }
            for row in try Row.fetchAll(db, sql: "SELECT state, count(*) AS number FROM connection GROUP BY state") {
                census.accounts[try row.word("state").orUnreadable()] = row["number"]
            }
            return census
        }
    }
}
