package import Domain
package import Foundation
import GRDB

extension SQLiteStore {
    package func enqueue(
        _ account: Account.ID,
        scopes: [Scope],
        trigger: Run.Trigger,
        at time: Date
    ) async throws(StoreError) -> (run: Run, isNew: Bool) {
        try await write { db in try db.enqueue(account, scopes: scopes, trigger: trigger, at: time) }
    }

    package func save(
        _ step: Run.Step,
        of run: Run.ID,
        holder: String,
        now: Date
    ) async throws(StoreError) -> Bool {
        try await write(.survivesProcess) { db in
            guard try db.holds(run, holder: holder, at: now) else { return false }
            try db.save(step, of: run)
            return true
        }
    }

    package func finish(
        _ run: Run.ID,
        holder: String,
        state: Run.State,
        problem: Run.Problem?,
        at time: Date
    ) async throws(StoreError) -> Bool {
        precondition(state.isFinished, "A run ends in a final state.")
        return try await write { db in
            guard try db.holds(run, holder: holder, at: time) else { return false }
            try db.finish(run, state: state, problem: problem, at: time)
            return true
        }
    }

    package func cancel(_ run: Run.ID, of account: Account.ID, at time: Date) async throws(StoreError) -> Run? {
        try await write { db in
            let holds = try Bool.fetchOne(
                db,
                sql: """
                    SELECT state = 'running' AND coalesce(heldUntil, 0) > ? FROM run WHERE id = ? AND account = ?
                    """,
                arguments: [time.milliseconds, run.rawValue, account.rawValue]
            )
            switch holds {
            case true:
                try db.execute(sql: "UPDATE run SET isCancelRequested = 1 WHERE id = ?", arguments: [run.rawValue])
            case false: try db.finish(run, state: .cancelled, problem: nil, at: time)
            case nil: return nil
            }
            return try db.run(run, of: account)
        }
    }

    package func run(_ id: Run.ID, of account: Account.ID) async throws(StoreError) -> Run? {
        try await read { db in try db.run(id, of: account) }
    }

    package func runs(of account: Account.ID, before: Date?, limit: Int) async throws(StoreError) -> [Run] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM run WHERE account = ? AND queuedAt < ? ORDER BY queuedAt DESC, rowid DESC LIMIT ?
                    """,
                arguments: [account.rawValue, before?.milliseconds ?? .max, max(0, limit)]
            )
            .map { row in try Run(row: row, db) }
        }
    }

    package func deleteRuns(finishedBefore time: Date) async throws(StoreError) {
        try await write { db in
            try db.execute(sql: "DELETE FROM run WHERE finishedAt < ?", arguments: [time.milliseconds])
        }
    }
}

extension Run {
    /// Whether these lists are what it is for, or all of them are still before it or under way.
    fileprivate func covers(_ scopes: [Scope]) -> Bool {
        let open = steps.filter { $0.state == .waiting || $0.state == .running }.map(\.scope)
        return self.scopes == scopes || scopes.allSatisfy(open.contains)
    }
}

extension Database {
    /// Asks for a run, unless one that waits or runs will do what is asked for.
    func enqueue(
        _ account: Account.ID,
        scopes: [Scope],
        trigger: Run.Trigger,
        at time: Date
    ) throws -> (run: Run, isNew: Bool) {
        try requireAccount(account)
        let ordered = Scope.allCases.filter(scopes.contains)
        // A run that someone asked to cancel may end before it has done what is asked for now.
        let open = try Row.fetchAll(
            self,
            sql: """
                SELECT * FROM run
                WHERE account = ? AND state IN ('queued', 'running') AND NOT isCancelRequested
                ORDER BY queuedAt, rowid
                """,
            arguments: [account.rawValue]
        )
        .map { row in try Run(row: row, self) }
        if let run = open.first(where: { $0.covers(ordered) }) { return (run, false) }
        let run = Run(
            id: .new(at: time),
            account: account,
            trigger: trigger,
            queuedAt: Date(milliseconds: time.milliseconds),
            steps: ordered.map { Run.Step(scope: $0) }
        )
        try insert(run, scopes: ordered.map(\.rawValue).joined(separator: ","))
        return (run, true)
    }
}
