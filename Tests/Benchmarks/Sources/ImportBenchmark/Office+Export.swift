import Domain
import Foundation
import Persistence
import RemoteAPI
import Sync
import Synchronization

extension Office {
    /// Imports what the work orders name, then exports them.
    func export() async throws {
        try await connectAll(isScheduled: false)
        var settings = try await store.settings(of: account)
        settings.export.workOrders = true
        settings.export.completedSince = Date(timeIntervalSince1970: 1_700_000_000)
        try await store.save(settings, of: account)
        let waiting = WaitingTime()
        let engine = engine(wire: waiting.wire)
        try await serving(engine) {
            let imported = try await sync(engine, [.customers, .articles])
            let (usage, before) = (Usage(), waiting.state)
            let run = try await sync(engine, [.workOrders])
            try Entrypoint.report(
                ExportFigures(
                    states: [imported.state.rawValue, run.state.rawValue],
                    created: run.steps.reduce(0) { $0 + $1.counts.created },
                    calls: waiting.state.calls.merging(before.calls) { $0 - $1 },
                    seconds: usage.seconds,
                    waitingSeconds: (waiting.state.total - before.total) / .seconds(1),
                    processorSeconds: usage.processorSeconds
                )
            )
        }
    }

    private struct ExportFigures: Codable {
        var states: [String]
        var created: Int
        /// By method and route.
        var calls: [String: Int]
        var seconds: Double
        /// While a call was under way.
        var waitingSeconds: Double
        var processorSeconds: Double
    }
}

/// How long at least one call to a vendor was under way.
private final class WaitingTime: Sendable {
    struct State {
        var underWay = 0
        var since = ContinuousClock.now
        var total = Duration.zero
        var calls: [String: Int] = [:]
    }

    private let current = Mutex(State())

    var state: State { current.withLock(\.self) }

    func wire(_ transport: Transport) -> Transport {
        Transport { call async throws(RemoteAPIError) in
            self.begin(call)
            defer { self.end() }
            return try await transport.send(call)
        }
    }

    private func begin(_ call: Transport.Call) {
        current.withLock { state in
            if state.underWay == 0 { state.since = .now }
            state.underWay += 1
            state.calls[call.route, default: 0] += 1
        }
    }

    private func end() {
        current.withLock { state in
            state.underWay -= 1
            if state.underWay == 0 { state.total += .now - state.since }
        }
    }
}
