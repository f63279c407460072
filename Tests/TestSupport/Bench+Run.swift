package import Domain
import Foundation
import Persistence
package import RemoteAPI
package import Sync

extension Bench {
    /// Runs `body` while an engine serves the queue, and stops the engine afterwards.
    package func withEngine<Value>(
        timing: Timing = .brisk,
        configure: (inout SyncEngine.Configuration) -> Void = { _ in },
        _ body: (SyncEngine) async throws -> Value
    ) async throws -> Value {
        var configuration = SyncEngine.Configuration()
        configure(&configuration)
        let engine = SyncEngine(office: office, configuration: configuration, timing: timing)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask { await engine.serve() }
            let value = try await body(engine)
            await engine.stop()
            try await group.waitForAll()
            return value
        }
    }

    /// Syncs lists of an account, a minute later than whatever was before.
    ///
    /// - Parameters:
    ///   - id: The account.
    ///   - scopes: The lists; `nil` for all that are switched on.
    /// - Returns: The run, which is over.
    /// - Throws: Whatever kept it from being asked for.
    @discardableResult
    package func sync(_ id: Account.ID = "eriksson", _ scopes: [Scope]? = nil) async throws -> Run {
        clock.advance(by: 60)
        return try await withEngine { engine in
            try await end(of: try await engine.request(id, scopes: scopes, trigger: .manual).run)
        }
    }

    /// Waits until a run is over, and returns it as it ended.
    package func end(of run: Run) async throws -> Run {
        try await eventually("the run ends") {
            let run = try await store.run(run.id, of: run.account)
            return run.flatMap { $0.state.isFinished ? $0 : nil }
        }
    }

    /// The log of an account, oldest first.
    package func log(
        of id: Account.ID = "eriksson",
        _ filter: LogEntry.Filter = LogEntry.Filter()
    ) async throws -> [LogEntry] {
        try await store.log(of: id, matching: filter, before: nil, limit: 10_000).reversed()
    }
}

extension Run {
    /// How far the run has come with the customers.
    package var customers: Step { self[.customers] }

    /// How far the run has come with a list.
    package subscript(scope: Scope) -> Step { steps.first { $0.scope == scope } ?? Step(scope: scope) }
}
