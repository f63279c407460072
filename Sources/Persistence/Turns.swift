import Crypto
import Domain
import Foundation

/// When accounts have their turns, in milliseconds.
struct Turns: Sendable {
    let interval: Int64
    let now: Int64

    init(interval: TimeInterval, now: Date) {
        precondition(interval > 0, "Turns need an interval.")
        self.interval = max(1, Int64((interval * 1000).rounded()))
        self.now = now.milliseconds
    }

    /// The first multiple of the interval after a past turn that lies in the future.
    func next(after turn: Int64) -> Int64 {
        turn + ((now - turn) / interval + 1) * interval
    }

    /// A point in the next interval that depends on the account only, so that accounts are spread over it.
    func first(of account: Account.ID) -> Int64 {
        let digest = SHA256.hash(data: Array(account.rawValue.utf8))
        let point = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % UInt64(interval)
        let sincePoint = (now - Int64(point)) % interval
        return now - (sincePoint < 0 ? sincePoint + interval : sincePoint) + interval
    }
}
