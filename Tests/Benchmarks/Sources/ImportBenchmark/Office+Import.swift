import Domain
import Foundation
import Persistence
import Sync
import Synchronization

extension Office {
    var account: Account.ID { Account.ID(world.companies[0].id) }

    /// Imports everything for the first time, and keeps what is posted in the file `bodies`, if there is to be one.
    func firstImport(bodies: String? = nil) async throws {
        try await connectAll(isScheduled: false)
        let recorder = try bodies.map { try BodyRecorder($0) }
        let engine = engine(wire: { recorder?.wire($0) ?? $0 })
        try await serving(engine) {
            let usage = Usage()
            let run = try await sync(engine)
            try Entrypoint.report(
                ImportFigures(
                    state: run.state.rawValue,
                    created: run.steps.reduce(0) { $0 + $1.counts.created },
                    seconds: usage.seconds,
                    processorSeconds: usage.processorSeconds,
                    peakMegabytes: try Usage.peakMegabytes()
                )
            )
        }
    }

    /// Syncs again and again, ten minutes apart by our clock, while nothing changes.
    ///
    /// The first cycle is not counted: it is that of a process which has just started.
    func idleCycles(_ count: Int) async throws {
        let delay = Mutex<TimeInterval>(0)
        let engine = engine(now: { Date().addingTimeInterval(delay.withLock(\.self)) })
        try await serving(engine) {
            var figures = CycleFigures()
            for cycle in 0...count {
                delay.withLock { $0 += 600 }
                let usage = Usage()
                let run = try await sync(engine)
                if cycle > 0 { figures.processorSeconds.append(usage.processorSeconds) }
                figures.states.append(run.state.rawValue)
                figures.changes += run.steps.reduce(0) { $0 + $1.counts.created + $1.counts.updated }
            }
            try Entrypoint.report(figures)
        }
    }

    private struct ImportFigures: Codable {
        var state: String
        var created: Int
        var seconds: Double
        var processorSeconds: Double
        var peakMegabytes: Double
    }

    private struct CycleFigures: Codable {
        var states: [String] = []
        var changes = 0
        var processorSeconds: [Double] = []
    }

    /// Runs `body` while the engine serves the queue.
    func serving(_ engine: SyncEngine, _ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask { await engine.serve() }
            try await body()
            await engine.stop()
            try await group.waitForAll()
        }
    }

    func sync(_ engine: SyncEngine, _ scopes: [Scope]? = nil) async throws -> Run {
        let asked = try await engine.request(account, scopes: scopes, trigger: .manual).run
        for await run in ended where run.id == asked.id { return run }
        throw CancellationError()
    }
}
