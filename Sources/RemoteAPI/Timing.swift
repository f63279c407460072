/// Time as it passes, which tests replace by their own.
package struct Timing: Sendable {
    /// The time since some fixed moment; never goes back.
    package var uptime: @Sendable () -> Duration
    package var sleep: @Sendable (Duration) async throws(CancellationError) -> Void

    package init(
        uptime: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws(CancellationError) -> Void
    ) {
        self.uptime = uptime
        self.sleep = sleep
    }

    /// The machine's clock.
    package static let live: Timing = {
        let start = ContinuousClock.now
        return Timing(
            uptime: { ContinuousClock.now - start },
            sleep: { duration async throws(CancellationError) in
                do {
                    try await Task.sleep(for: duration)
                } catch {
                    throw CancellationError()
                }
            }
        )
    }()
}
