import Domain
import Foundation
import OutSmart
import Persistence
import RemoteAPI

// What the ledger says of a work order, and who is told.

extension WorkOrderExport {
    /// Commits an entry's next state, and with it what people are told about it: a crash costs neither.
    ///
    /// - Throws: `interrupted` when another process has taken the run over: it must not be written any more.
    func commit(_ entry: ExportEntry, telling log: [LogEntry] = []) async throws(WorkOrderEnd) {
        try await told { () async throws(StepEnd) in try await desk.save(entry, telling: log) }
    }

    /// Notes that a work order can't be exported; people are told once, until something about it changes.
    func fail(
        _ order: OutSmartClient.WorkOrder,
        _ entry: ExportEntry?,
        _ failure: SyncFailure,
        _ progress: inout Progress
    ) async throws(StepEnd) {
        let fingerprint = Fingerprint.of(failure.code.rawValue, failure.message)
        if let entry, entry.state == .failed, entry.fingerprint == fingerprint, !entry.isAsked {
            return try await skip(order, &progress)
        }
        var failed = begin(order, entry)
        failed.state = .failed
        failed.code = failure.code
        failed.message = failure.message
        failed.fingerprint = fingerprint
        try await desk.save(failed, telling: [desk.entry(.error, .workOrders, record: order.recordName, failure)])
        progress.step.counts.failed += 1
        try await failures.mark(order)
    }

    /// Leaves a work order as it failed: nothing about it changed.
    func skip(_ order: OutSmartClient.WorkOrder, _ progress: inout Progress) async throws(StepEnd) {
        progress.step.counts.skipped += 1
        // An attempt that was cut off may not have come so far.
        try await failures.mark(order)
    }

    /// What people should know about a document that exists.
    func warnings(_ order: OutSmartClient.WorkOrder, _ warnings: [SyncFailure]) -> [LogEntry] {
        warnings.map { desk.entry(.warning, .workOrders, record: order.recordName, $0) }
    }

    /// An entry for the next attempt at a work order.
    func begin(_ order: OutSmartClient.WorkOrder, _ former: ExportEntry?) -> ExportEntry {
        ExportEntry(
            workOrder: order.rowID,
            number: order.displayNumber,
            document: settings.document,
            reference: reference(of: order),
            attempts: (former?.attempts ?? 0) + 1,
            claimedAt: desk.office.now(),
            updatedAt: desk.office.now()
        )
    }

    /// What the document of a work order is found by: one that several work orders would have is of no use.
    func reference(of order: OutSmartClient.WorkOrder) -> String {
        sharedReferences.contains(order.exportReference) ? "WO-\(order.rowID)" : order.exportReference
    }

}

extension OutSmartClient.WorkOrder {
    /// What its users call it.
    var recordName: String { "WO \(displayNumber)" }
}

extension ExportEntry {
    /// The entry in its next state.
    func moved(to state: State, at time: Date) -> ExportEntry {
        var entry = self
        entry.state = state
        entry.code = nil
        entry.message = nil
        entry.isTransient = false
        entry.isAsked = false
        entry.updatedAt = time
        return entry
    }
}
