import Domain
import Foundation
import Persistence
import RemoteAPI
import Synchronization

/// This process's right to work on a run, and until when it has it.
final class Claim: Sendable {
    /// The process.
    let holder: String
    private let length: TimeInterval
    private let deadline: Mutex<Date>

    init(holder: String, length: TimeInterval = 20, until deadline: Date) {
        self.holder = holder
        self.length = length
        self.deadline = Mutex(deadline)
    }

    /// When others may take the run over, as far as this process knows.
    var end: Date { deadline.withLock(\.self) }

    /// Prolongs the claim, unless another process has taken the run over.
    func renew(_ run: Run.ID, at office: Office) async throws(StoreError) -> ClaimState {
        let deadline = office.now().addingTimeInterval(length)
        let state = try await office.store.renewClaim(on: run, by: holder, until: deadline)
        if state != .lost { self.deadline.withLock { $0 = max($0, deadline) } }
        return state
    }

    /// Makes sure that the run stays ours for a while: something is about to be written at a vendor.
    ///
    /// A process that stood still does not know that its claim has ended until it looks.
    func assure(_ run: Run.ID, at office: Office, _ control: RunControl) async throws(RemoteAPIError) {
        guard end.timeIntervalSince(office.now()) < length / 2 else { return }
        switch try? await renew(run, at: office) {
        case .held?, .cancelRequested?: return
        case .lost?:
            control.interrupt(.lost)
            throw .cancelled
        case nil: throw .unreachable(reason: "the store does not answer", mayHaveHappened: false)
        }
    }
}
