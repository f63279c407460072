import RemoteAPI
import Synchronization

/// A clock that moves on when someone sleeps, and only then.
final class TestTiming: Sendable {
    private let state = Mutex((now: Duration.zero, sleeps: [Duration]()))

    var sleeps: [Duration] { state.withLock { $0.sleeps } }
    var now: Duration { state.withLock { $0.now } }

    func pass(_ duration: Duration) { state.withLock { $0.now += duration } }

    var timing: Timing {
        Timing(
            uptime: { self.now },
            sleep: { duration async throws(CancellationError) in
                if Task.isCancelled { throw CancellationError() }
                self.state.withLock { state in
                    state.now += duration
                    state.sleeps.append(duration)
                }
                await Task.yield()
            }
        )
    }
}
