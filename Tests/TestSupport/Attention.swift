package import RemoteAPI
import Synchronization

/// An engine's time, in which it can be waited for that the engine looks for work once more.
package final class Attention: Sendable {
    private let seconds = Mutex(0)

    package init() {}

    package var timing: Timing {
        Timing(
            uptime: Timing.brisk.uptime,
            sleep: { pause async throws(CancellationError) in
                // Whoever sleeps a second is the engine, which looks for work after it; it looks ten times as often.
                guard pause == .seconds(1) else { return try await Timing.brisk.sleep(pause) }
                try await Timing.brisk.sleep(.milliseconds(100))
                self.seconds.withLock { $0 += 1 }
            }
        )
    }

    /// Waits until the engine has looked for work since.
    package func looksAgain() async throws {
        let before = seconds.withLock(\.self)
        // The look after the first of them may be under way still.
        try await eventually("the engine looks for work") { self.seconds.withLock(\.self) > before + 2 }
    }
}
