/// Repeats calls that failed for a passing reason.
///
/// Waits as long as the vendor says, else a random part of a pause that doubles ("full jitter"). Gives up after
/// ``attempts``, or when the next one would begin after ``window``, and throws the last error. A cancelled task makes
/// no further attempt.
package struct Retry: Sendable {
    package var attempts = 5
    package var window = Duration.seconds(300)
    /// The longest pause before the second attempt; doubles with each further one, up to a minute.
    package var firstPause = Duration.seconds(1)
    /// Told why a call is about to be repeated.
    package var repeating: @Sendable (RemoteAPIError) -> Void = { _ in }

    private let timing: Timing
    private let random: @Sendable (ClosedRange<Int64>) -> Int64

    package init(
        timing: Timing = .live,
        random: @escaping @Sendable (ClosedRange<Int64>) -> Int64 = { Int64.random(in: $0) }
    ) {
        self.timing = timing
        self.random = random
    }

    /// Returns what `body` returns, after as many attempts as it takes and the limits allow.
    ///
    /// - Parameters:
    ///   - repeatable: Whether carrying out the call twice does no harm. When `false`, only what certainly did not
    ///     happen is repeated: no connection, or a throttled call.
    ///   - body: The call.
    /// - Returns: The first success.
    /// - Throws: ``RemoteAPIError``, that of the last attempt.
    package func callAsFunction<Value: Sendable>(
        repeatable: Bool,
        _ body: () async throws(RemoteAPIError) -> Value
    ) async throws(RemoteAPIError) -> Value {
        let start = timing.uptime()
        var attempt = 1
        while true {
            do {
                return try await body()
            } catch {
                guard attempt < attempts, error.isTransient, repeatable || !error.mayHaveHappened, !Task.isCancelled
                else { throw error }
                let pause = pause(after: attempt, error)
                guard timing.uptime() - start + pause <= window else { throw error }
                do { try await timing.sleep(pause) } catch _ { throw error }
                repeating(error)
            }
            attempt += 1
        }
    }

    private func pause(after attempt: Int, _ error: RemoteAPIError) -> Duration {
        if case .throttled(let retryAfter?, _) = error { return retryAfter }
        let longest = min(firstPause * (1 << min(attempt - 1, 16)), .seconds(60))
        return .milliseconds(random(0...Int64(longest / .milliseconds(1))))
    }
}
