import Domain
import Foundation
import OutSmart
import Persistence
import RemoteAPI

// What the ledger says of a work order, and who is told.

extension WorkOrderExport {
    /// Commits an entry's next state.
    ///
    /// - Throws: `interrupted` when another process has taken the run over: it must not be written any more.
    func commit(_ entry: ExportEntry) async throws(WorkOrderEnd) {
        do throws(StepEnd) {
            let isOurs = try await desk.kept { () async throws(StoreError) in
                try await desk.store.save(
                    entry,
                    of: desk.account.id,
                    run: desk.run.id,
                    holder: desk.holder,
                    now: desk.office.now()
                )
            }
            guard isOurs else {
                desk.control.interrupt(.lost)
                throw .interrupted
            }
        } catch {
            throw .step(error)
        }
        desk.office.bulletin.post(desk.account.id)
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
            progress.step.counts.skipped += 1
            return
        }
        var failed = begin(order, entry)
        failed.state = .failed
        failed.code = failure.code
        failed.message = failure.message
        failed.fingerprint = fingerprint
        try await committed(failed)
        progress.step.counts.failed += 1
        try await desk.log([desk.entry(.error, .workOrders, record: order.recordName, failure)])
        try await failures.mark(order)
    }

    /// Tells people what they should know about a document that exists.
    func warn(_ order: OutSmartClient.WorkOrder, _ warnings: [SyncFailure]) async throws(StepEnd) {
        try await desk.log(warnings.map { desk.entry(.warning, .workOrders, record: order.recordName, $0) })
    }

    /// An entry for the next attempt at a work order.
    func begin(_ order: OutSmartClient.WorkOrder, _ former: ExportEntry?) -> ExportEntry {
        ExportEntry(
            workOrder: order.rowID,
            number: order.displayNumber,
            document: settings.document,
            reference: order.exportReference,
            attempts: (former?.attempts ?? 0) + 1,
            claimedAt: desk.office.now(),
            updatedAt: desk.office.now()
        )
    }

    func committed(_ entry: ExportEntry) async throws(StepEnd) {
        do { try await commit(entry) } catch { throw .failure(try error.ofWorkOrder()) }
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
