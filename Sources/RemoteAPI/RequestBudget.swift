import Synchronization

/// Spreads the requests that a vendor allows per minute and route over the accounts that share them.
///
/// One budget serves all accounts of a process: the vendor counts per client and endpoint. Waiting accounts take
/// turns, one request each, so that an account with a thousand requests to make never delays another by more than the
/// other waiting accounts' single turns.
///
/// A tenth of the minute's requests may come at once; after that they are spaced so that no 60 seconds ever see more
/// than the limit, with two per cent to spare for calls that overtake each other on their way.
package final class RequestBudget: Sendable {
    private let burst: Int
    private let spacing: Duration
    private let timing: Timing
    private let waited: @Sendable (_ route: String, _ time: Duration) -> Void
    private let queues = Mutex<[String: RouteQueue]>([:])

    /// Creates a budget.
    ///
    /// - Parameters:
    ///   - perMinute: How many requests each route may get in any 60 seconds, at least 1.
    ///   - timing: The clock.
    ///   - waited: Told how long each request waited, for metrics; called by the requesting task.
    package init(
        perMinute: Int,
        timing: Timing = .live,
        waited: @escaping @Sendable (_ route: String, _ time: Duration) -> Void = { _, _ in }
    ) {
        precondition(perMinute >= 1)
        burst = max(1, perMinute / 10)
        // Rounded up, not down.
        spacing = .seconds(60) / (perMinute - burst + 1 - perMinute / 50) + .nanoseconds(1)
        self.timing = timing
        self.waited = waited
    }

    /// Waits until the account may make one request.
    ///
    /// - Parameters:
    ///   - route: The endpoint's label, such as `GET /customers`.
    ///   - account: Who asks.
    /// - Throws: `CancellationError` when the task is cancelled while it waits; then nothing is used up.
    package func acquire(route: String, account: String) async throws(CancellationError) {
        let start = timing.uptime()
        try await turn(route: route, account: account)
        do {
            while let pause = take(route: route) { try await timing.sleep(pause) }
        } catch {
            pass(route: route)
            throw error
        }
        pass(route: route)
        waited(route, timing.uptime() - start)
    }

    /// How many requests are queued behind the one whose turn it is.
    package func waitingRequests(route: String) -> Int {
        queues.withLock { $0[route]?.waiting ?? 0 }
    }

    /// Holds a route back for all accounts after the vendor said that it had too many requests.
    package func pause(route: String, for duration: Duration) {
        let until = timing.uptime() + min(duration, .seconds(300))
        queues.withLock { queues in
            let heldUntil = queues[route, default: RouteQueue()].heldUntil
            queues[route, default: RouteQueue()].heldUntil = max(heldUntil, until)
        }
    }
}

extension RequestBudget {
    /// Waits for the turn at the head of the route's queue.
    ///
    /// Only who has it looks at the clock. It goes from hand to hand, so no task of the budget's own is needed.
    private func turn(route: String, account: String) async throws(CancellationError) {
        let ticket = Ticket()
        let granted = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Bool? = queues.withLock { queues in
                    if Task.isCancelled { return false }
                    return queues[route, default: RouteQueue()].enter(ticket, continuation, account: account)
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            queues.withLock { $0[route]?.leave(ticket) }?.resume(returning: false)
        }
        guard granted else { throw CancellationError() }
    }

    /// Hands the turn to the next account.
    private func pass(route: String) {
        queues.withLock { $0[route]?.next() }?.resume(returning: true)
    }

    /// Takes one request of the budget, or returns how long to wait before the next attempt to.
    private func take(route: String) -> Duration? {
        let now = timing.uptime()
        return queues.withLock { queues in
            queues[route, default: RouteQueue()].take(at: now, spacing: spacing, burst: burst)
        }
    }
}
