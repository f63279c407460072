import Domain
import Foundation
import GRDB

// What several operations on runs share, inside their transactions.

extension Database {
    func run(_ id: Run.ID, of account: Account.ID) throws -> Run? {
        try Row.fetchOne(
            cachedStatement(sql: "SELECT * FROM run WHERE id = ? AND account = ?"),
            arguments: [id.rawValue, account.rawValue]
        )
        .map { row in try Run(row: row, self) }
    }

    /// Whether that process holds a claim on the run, and the run is under way.
    ///
    /// - Parameters:
    ///   - run: The run.
    ///   - account: Whose run it has to be; `nil` for anybody's.
    ///   - holder: The process.
    ///   - time: When it has to be held.
    /// - Returns: Whether it is.
    /// - Throws: Whatever keeps the store from being read.
    func holds(_ run: Run.ID, of account: Account.ID? = nil, holder: String, at time: Date) throws -> Bool {
        try Int.fetchOne(
            cachedStatement(
                sql: """
                    SELECT 1 FROM run
                    WHERE id = ?1 AND account = coalesce(?2, account) AND state = 'running' AND holder = ?3
                        AND heldUntil > ?4
                    """
            ),
            arguments: [run.rawValue, account?.rawValue, holder, time.milliseconds]
        ) != nil
    }

    func insert(_ run: Run, scopes: String) throws {
        try execute(
            sql: "INSERT INTO run (id, account, startedBy, state, scopes, queuedAt) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                run.id.rawValue, run.account.rawValue, run.trigger.rawValue, run.state.rawValue, scopes,
                run.queuedAt.milliseconds,
            ]
        )
        for (position, step) in run.steps.enumerated() {
            try execute(
                sql: """
                    INSERT INTO step (run, position, scope, state, read, created, updated, skipped, failed)
                    VALUES (?, ?, ?, ?, 0, 0, 0, 0, 0)
                    """,
                arguments: [run.id.rawValue, position, step.scope.rawValue, step.state.rawValue]
            )
        }
    }

    /// Stores how far a step has come, and nothing when the run is gone.
    func save(_ step: Run.Step, of run: Run.ID) throws {
        try cachedStatement(
            sql: """
                UPDATE step SET
                    state = ?, total = ?, read = ?, created = ?, updated = ?, skipped = ?, failed = ?
                WHERE run = ? AND scope = ?
                """
        )
        .execute(arguments: [
            step.state.rawValue, step.total, step.counts.read, step.counts.created, step.counts.updated,
            step.counts.skipped, step.counts.failed, run.rawValue, step.scope.rawValue,
        ])
    }

    /// Ends a run that has not ended before.
    func finish(_ run: Run.ID, state: Run.State, problem: Run.Problem?, at time: Date) throws {
        try execute(
            sql: """
                UPDATE run SET
                    state = ?, finishedAt = ?, problemCode = ?, problemMessage = ?, holder = NULL, heldUntil = NULL
                WHERE id = ? AND state IN ('queued', 'running')
                """,
            arguments: [
                state.rawValue, time.milliseconds, problem?.code.rawValue, problem?.message, run.rawValue,
            ]
        )
        guard changesCount == 1 else { return }
        // A step that was left in its middle did not go on.
        try execute(
            sql: """
                UPDATE step SET state = CASE state WHEN 'waiting' THEN 'skipped' ELSE 'failed' END
                WHERE run = ? AND state IN ('waiting', 'running')
                """,
            arguments: [run.rawValue]
        )
        try announceEnd(of: run, at: time)
    }
}

extension Run {
    init(row: Row, _ db: Database) throws {
        let steps = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM step WHERE run = ? ORDER BY position"),
            arguments: [row["id"] as String]
        )
        self.init(
            id: Run.ID(row["id"]),
            account: Account.ID(row["account"]),
            trigger: try row.word("startedBy").orUnreadable(),
            state: try row.word("state").orUnreadable(),
            queuedAt: try row.date("queuedAt").orUnreadable(),
            startedAt: row.date("startedAt"),
            finishedAt: row.date("finishedAt"),
            steps: try steps.map(Step.init(row:)),
            problem: try row.word("problemCode").map { Problem(code: $0, message: row["problemMessage"] ?? "") }
        )
    }
}

extension Run.Step {
    fileprivate init(row: Row) throws {
        self.init(
            scope: try row.word("scope").orUnreadable(),
            state: try row.word("state").orUnreadable(),
            total: row["total"],
            counts: Run.Counts(
                read: row["read"],
                created: row["created"],
                updated: row["updated"],
                skipped: row["skipped"],
                failed: row["failed"]
            )
        )
    }
}
