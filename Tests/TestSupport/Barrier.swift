package import RemoteAPI
import Synchronization

/// Holds one call of a process, before the vendor hears of it or before the process hears of the answer.
///
/// What comes after that call waits too. So a barrier that is never opened is the sudden end of a process, as long as
/// the process also lives by its ``timing``: nothing it does has an effect any more.
package final class Barrier: Sendable {
    package enum Moment: Sendable { case before, after }

    private enum Phase { case awaited, reached, open }

    private struct State {
        var calls = 0
        var phase = Phase.awaited
    }

    private let call: Int
    private let moment: Moment
    private let route: String?
    private let state = Mutex(State())

    /// Creates a barrier.
    ///
    /// - Parameters:
    ///   - call: Which call is held, counted from 1.
    ///   - moment: On which side of its effect.
    ///   - route: Which calls count, such as `GET /customers`; all of them by default.
    package init(at call: Int = 1, _ moment: Moment, route: String? = nil) {
        self.call = call
        self.moment = moment
        self.route = route
    }

    /// Waits until the call has come.
    package func reached() async throws {
        try await eventually("the call comes") { self.isReached }
    }

    /// Whether the call has come.
    package var isReached: Bool { state.withLock { $0.phase != .awaited } }

    package func open() { state.withLock { $0.phase = .open } }

    /// A transport with the barrier before another one.
    package func wire(_ transport: Transport) -> Transport {
        Transport { call async throws(RemoteAPIError) in
            let isCounted = self.route == nil || self.route == call.route
            let number = self.state.withLock { state in
                if isCounted { state.calls += 1 }
                return isCounted ? state.calls : 0
            }
            if self.moment == .before { try await self.pass(number) }
            let reply = try await transport.send(call)
            if self.moment == .after { try await self.pass(number) }
            return reply
        }
    }

    /// The time of a process that stands still with its call.
    package var timing: Timing {
        Timing(
            uptime: Timing.brisk.uptime,
            sleep: { pause async throws(CancellationError) in
                try await Timing.brisk.sleep(pause)
                while self.isHolding { try await Timing.live.sleep(.milliseconds(10)) }
            }
        )
    }

    private var isHolding: Bool { state.withLock { $0.phase == .reached } }

    private func pass(_ number: Int) async throws(RemoteAPIError) {
        state.withLock { state in
            if number == call, state.phase == .awaited { state.phase = .reached }
        }
        while isHolding {
            do { try await Timing.live.sleep(.milliseconds(2)) } catch { throw .cancelled }
        }
    }
}
