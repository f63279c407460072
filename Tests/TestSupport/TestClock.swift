package import Foundation
import Synchronization

/// A clock that stands still until it is moved.
package final class TestClock: Sendable {
    private let moment: Mutex<Date>

    package init(_ start: Date = Date(timeIntervalSince1970: 1_768_464_000)) { moment = Mutex(start) }

    package var now: Date { moment.withLock(\.self) }

    package func advance(by seconds: TimeInterval) { moment.withLock { $0 += seconds } }
}
