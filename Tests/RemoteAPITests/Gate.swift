import RemoteAPI
import Synchronization

/// A clock whose sleepers wait until the gate is open; from then on sleeping only moves the clock.
final class Gate: Sendable {
    private struct State {
        var now = Duration.zero
        var isOpen = false
        var sleepers = 0
    }

    private let state = Mutex(State())

    var now: Duration { state.withLock { $0.now } }
    var sleepers: Int { state.withLock { $0.sleepers } }

    func open() { state.withLock { $0.isOpen = true } }

    func waitUntil(_ condition: () -> Bool) async {
        while !condition() { await Task.yield() }
    }

    var timing: Timing {
        Timing(
            uptime: { self.now },
            sleep: { duration async throws(CancellationError) in
                self.state.withLock { $0.sleepers += 1 }
                defer { self.state.withLock { $0.sleepers -= 1 } }
                while !self.state.withLock({ $0.isOpen }) {
                    if Task.isCancelled { throw CancellationError() }
                    await Task.yield()
                }
                self.state.withLock { $0.now += duration }
            }
        )
    }
}
