import Domain
import Foundation
import OutSmart
import RemoteAPI

// A copy that was put in the store's place knows nothing of what was exported after it was made. What it may not know of
// is looked for at Visma before it is exported.

extension WorkOrderExport {
    /// How long before its day a work order may be completed, in days.
    private static var lead: Int { 31 }

    /// Whether a work order may have a document that was made after the copy.
    func mayBeForgotten(_ order: OutSmartClient.WorkOrder, _ entry: ExportEntry?) -> Bool {
        guard let restoredAt, entry.map({ $0.updatedAt < restoredAt }) ?? true else { return false }
        guard let day = order.lastDay else { return true }
        return day.daysSince1970 <= CalendarDay(restoredAt).daysSince1970 + Self.lead
    }

    /// Looks for the document of such a work order, adopts it when it is there, and exports the work order otherwise.
    ///
    /// Once is enough: whatever posted it then ended long ago.
    func seek(
        _ order: OutSmartClient.WorkOrder,
        _ former: ExportEntry?,
        _ progress: inout Progress
    ) async throws(StepEnd) {
        let restored = CalendarDay(restoredAt ?? desk.office.now())
        var entry = begin(order, former).moved(to: .posting, at: desk.office.now())
        entry.attempts = former?.attempts ?? 0
        // Among the documents that were made since the work could first be completed.
        let first = min(order.lastDay ?? restored, restored).daysSince1970 - Self.lead
        entry.claimedAt = Date(timeIntervalSince1970: TimeInterval(first) * 86_400)
        guard let missing = try await look(for: entry, order, &progress) else { return }
        try await attemptMissing(order, missing, &progress)
    }
}

extension OutSmartClient.WorkOrder {
    fileprivate var lastDay: CalendarDay? { workEndDate?.value ?? workDate?.value }
}
