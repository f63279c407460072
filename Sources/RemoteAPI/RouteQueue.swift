/// A request that waits for its turn.
final class Ticket: Sendable {}

/// The waiting requests of one route, and when the next may be made.
struct RouteQueue: Sendable {
    typealias Continuation = CheckedContinuation<Bool, Never>

    /// No request before this moment.
    var heldUntil = Duration.zero
    /// When the burst would be whole again: the bucket's level, told as a time.
    private var refilledAt = Duration.zero
    private var hasTurn = false
    /// Accounts in the order of their turns, each with its requests in the order of their arrival.
    private var accounts: [(name: String, requests: [(ticket: Ticket, continuation: Continuation)])] = []

    var waiting: Int { accounts.reduce(0) { $0 + $1.requests.count } }

    /// Takes the turn if nobody has it and returns `true`, else queues the request and returns `nil`.
    mutating func enter(_ ticket: Ticket, _ continuation: Continuation, account: String) -> Bool? {
        guard hasTurn else {
            hasTurn = true
            return true
        }
        if let place = accounts.firstIndex(where: { $0.name == account }) {
            accounts[place].requests.append((ticket, continuation))
        } else {
            accounts.append((account, [(ticket, continuation)]))
        }
        return nil
    }

    /// Removes a request that no longer waits, and returns its continuation.
    mutating func leave(_ ticket: Ticket) -> Continuation? {
        for place in accounts.indices {
            guard let request = accounts[place].requests.firstIndex(where: { $0.ticket === ticket }) else { continue }
            let continuation = accounts[place].requests.remove(at: request).continuation
            if accounts[place].requests.isEmpty { accounts.remove(at: place) }
            return continuation
        }
        return nil
    }

    /// Gives up the turn and returns who has it next.
    mutating func next() -> Continuation? {
        guard !accounts.isEmpty else {
            hasTurn = false
            return nil
        }
        var account = accounts.removeFirst()
        let continuation = account.requests.removeFirst().continuation
        if !account.requests.isEmpty { accounts.append(account) }
        return continuation
    }

    /// Takes one request and returns `nil`, or returns how long to wait first.
    mutating func take(at now: Duration, spacing: Duration, burst: Int) -> Duration? {
        let earliest = max(heldUntil, refilledAt - spacing * (burst - 1))
        guard earliest <= now else { return earliest - now }
        refilledAt = max(refilledAt, now) + spacing
        return nil
    }
}
