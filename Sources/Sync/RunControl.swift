import Domain
import Synchronization

/// Whether a run may go on; asked between calls, so that a call under way is never cut off without need.
final class RunControl: Sendable {
    enum Interruption: Sendable {
        /// Someone cancelled the run.
        case cancelled
        /// Another process took the run over.
        case lost
        /// This process stops; the run goes on elsewhere or after the next start.
        case stopping
    }

    private let state = Mutex<Interruption?>(nil)

    var interruption: Interruption? { state.withLock(\.self) }

    /// Asks the run to stop; the first reason counts.
    func interrupt(_ reason: Interruption) {
        state.withLock { state in
            if state == nil { state = reason }
        }
    }

    /// Throws when the run is to stop.
    func check() throws(StepEnd) {
        if interruption != nil || Task.isCancelled { throw .interrupted }
    }
}

/// Why a step ended before its list did.
enum StepEnd: Error {
    case failure(SyncFailure)
    /// See ``RunControl``: the run goes on later, or nobody wants it any more.
    case interrupted
}
