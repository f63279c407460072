package import RemoteAPI
import Synchronization

/// A stopwatch on which every pause is over at once, and which keeps how long it was meant to be.
package final class Pauses: Sendable {
    private struct State {
        var uptime = Duration.zero
        var taken: [Duration] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// The pauses so far.
    package var taken: [Duration] { state.withLock(\.taken) }

    package var timing: Timing {
        Timing(
            uptime: { self.state.withLock(\.uptime) },
            sleep: { pause async throws(CancellationError) in
                await Task.yield()
                if Task.isCancelled { throw CancellationError() }
                self.state.withLock { state in
                    state.uptime += pause
                    state.taken.append(pause)
                }
            }
        )
    }
}

extension Timing {
    /// A second is over in fifty milliseconds: for whatever works in the background beside a test.
    package static let brisk = Timing(
        uptime: { Timing.live.uptime() * 20 },
        sleep: { pause async throws(CancellationError) in try await Timing.live.sleep(pause / 20) }
    )

    /// No pause ends, unless its task is cancelled: for an engine that does only what it is asked for.
    package static let endless = Timing(
        uptime: Timing.live.uptime,
        sleep: { _ async throws(CancellationError) in
            while true { try await Timing.live.sleep(.seconds(3600)) }
        }
    )
}
