import Domain
import Foundation
import Sync
import TestSupport

extension Bench {
    /// Asks for a run, lets this process die at its barrier, and another one finish the run.
    ///
    /// - Parameter barrier: One that is in this process's wire, and is never opened.
    /// - Returns: The run as it was asked for and as it ended, and the process that ended it.
    /// - Throws: Whatever kept it from ending.
    func dieAndBeSucceeded(at barrier: Barrier) async throws -> (asked: Run, ended: Run, alive: Bench) {
        // The claim of the dead ends twenty seconds later, within the sixty that are promised.
        let alive = try await another(clock: TestClock(clock.now + 21))
        return try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            let engine = SyncEngine(
                office: office,
                configuration: SyncEngine.Configuration(),
                timing: barrier.timing
            )
            group.addTask { await engine.serve() }
            let asked = try await engine.request("eriksson", scopes: nil, trigger: .manual).run
            try await barrier.reached()
            return (asked, try await alive.withEngine { _ in try await alive.end(of: asked) }, alive)
        }
    }
}
