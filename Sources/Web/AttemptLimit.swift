import Foundation
import Synchronization

/// Slows down whoever guesses: each address may fail a few times, and so may all together.
final class AttemptLimit: Sendable {
    /// So many at once, and then one for each interval.
    struct Pace: Sendable {
        var burst: Int64
        var milliseconds: Int64
    }

    private struct State {
        /// When the attempts made so far are forgotten, by address, in milliseconds since 1970.
        var forgottenAt: [String: Int64] = [:]
        var allForgottenAt: Int64 = 0
    }

    private let each: Pace
    private let all: Pace
    private let clock: @Sendable () -> Date
    private let state = Mutex(State())

    init(each: Pace, all: Pace, now: @escaping @Sendable () -> Date) {
        self.each = each
        self.all = all
        clock = now
    }

    /// Says how long an address has to wait before its next attempt, without counting one.
    ///
    /// `nil` when it need not.
    func wait(for address: String) -> Duration? {
        let now = now
        return state.withLock { state in
            let own = (state.forgottenAt[address] ?? 0) - now - (each.burst - 1) * each.milliseconds
            let common = state.allForgottenAt - now - (all.burst - 1) * all.milliseconds
            let wait = max(own, common)
            return wait > 0 ? .milliseconds(wait) : nil
        }
    }

    /// Counts an attempt, before it is known whether it succeeds: several at once are all counted.
    func count(_ address: String) {
        let now = now
        state.withLock { state in
            if state.forgottenAt.count > 1_000 { state.forgottenAt = state.forgottenAt.filter { $0.value > now } }
            state.forgottenAt[address] = max(state.forgottenAt[address] ?? now, now) + each.milliseconds
            state.allForgottenAt = max(state.allForgottenAt, now) + all.milliseconds
        }
    }

    /// Takes back an attempt that succeeded.
    func forgive(_ address: String) {
        state.withLock { state in
            if let until = state.forgottenAt[address] { state.forgottenAt[address] = until - each.milliseconds }
            state.allForgottenAt -= all.milliseconds
        }
    }

    private var now: Int64 { Int64(clock().timeIntervalSince1970 * 1000) }
}
