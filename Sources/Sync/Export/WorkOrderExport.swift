import Domain
import EAccounting
import Foundation
import OutSmart
import Persistence
import RemoteAPI

/// Takes completed work orders to Visma, each exactly once.
///
/// What happens to a work order is a state of its entry in the ledger, committed before the next call.
struct WorkOrderExport: Sendable {
    let desk: Desk
    let books: SalesBooks
    let making: DocumentMaking
    let failures: FailureMark
    /// References that several of the pass's work orders would have, and by which none of them could be found.
    private(set) var sharedReferences: Set<String> = []
    /// When a copy was last put in the store's place, which knows nothing of what was exported after it was made.
    private(set) var restoredAt: Date?

    init(_ desk: Desk) {
        self.desk = desk
        books = SalesBooks(desk)
        making = DocumentMaking(
            books: books,
            settings: desk.settings.export,
            hourUnits: desk.settings.import.hourUnits,
            today: CalendarDay(desk.office.now())
        )
        failures = FailureMark(desk)
    }

    var settings: Settings.Export { desk.settings.export }

    /// Plans a work order's document.
    func plan(
        _ order: OutSmartClient.WorkOrder,
        as document: ExportEntry.Document
    ) async throws(WorkOrderEnd) -> DocumentMaking.Plan {
        var making = making
        making.settings.document = document
        var plan = try await making.plan(order)
        plan.document.reference = reference(of: order)
        return plan
    }

    /// Brings over what is completed, and finishes what was begun.
    ///
    /// - Returns: The step as it ended.
    func perform(_ step: Run.Step) async throws(StepEnd) -> Run.Step {
        try await desk.save(Progress(step).step)
        try await checkModule()
        try await beginToNoteInvoices()
        let selection = try await select()
        var export = about(selection)
        export.restoredAt = try await desk.kept { () async throws(StoreError) in try await desk.store.restoredAt() }
        return try await export.perform(step, selection)
    }

    /// The same export, knowing which work orders it is about.
    func about(_ selection: Selection) -> WorkOrderExport {
        var export = self
        export.sharedReferences = selection.sharedReferences
        return export
    }

    private func perform(_ step: Run.Step, _ selection: Selection) async throws(StepEnd) -> Run.Step {
        var progress = Progress(step)
        progress.step.total = selection.count
        progress.step.counts.read = selection.leftOut.count
        progress.step.counts.skipped = selection.leftOut.count
        try await report(selection.unreadable, &progress)
        let entries = try await entries(of: selection.orders)
        for order in selection.orders {
            try desk.control.check()
            try await export(order, entries[order.rowID], &progress)
            progress.step.counts.read += 1
            try await desk.save(progress.step)
        }
        for entry in selection.orphans { try await part(with: entry) }
        try await settle(&progress)
        try await noteInvoices()
        progress.step.state = progress.step.counts.failed > 0 ? .partial : .succeeded
        try await desk.save(progress.step)
        try await desk.summarize(progress.step)
        return progress.step
    }

    /// What a pass over the work orders adds up to.
    struct Progress {
        var step: Run.Step
        /// Work orders of which nobody knows whether their document exists.
        var doubtful: [(order: OutSmartClient.WorkOrder, entry: ExportEntry)] = []
        /// How many postings in a row had no answer.
        var silences = 0

        init(_ step: Run.Step) {
            self.step = step
            self.step.state = .running
            // What an interrupted step created is done.
            self.step.counts = Run.Counts(created: step.counts.created)
        }
    }

    /// Does whatever is next for a work order.
    private func export(
        _ order: OutSmartClient.WorkOrder,
        _ entry: ExportEntry?,
        _ progress: inout Progress
    ) async throws(StepEnd) {
        do throws(WorkOrderEnd) {
            switch entry?.state {
            case .posting where entry?.documentID != nil:
                // An update of an order that exists may be repeated.
                try await attempt(order, entry, &progress)
            case .posting:
                if let entry { progress.doubtful.append((order, entry)) }
            case .created, .attached:
                if let entry { try await finish(entry, order, isResumed: true) }
            case .done where entry?.isAsked != true:
                progress.step.counts.skipped += 1
            case .done:
                if let entry { try await repeatIfGone(entry, order, &progress) }
            case .claimed, .failed, nil:
                if mayBeForgotten(order, entry) {
                    try await told { () async throws(StepEnd) in try await seek(order, entry, &progress) }
                } else {
                    try await attempt(order, entry, &progress)
                }
            }
        } catch {
            try await fail(order, entry, try error.ofWorkOrder(), &progress)
        }
    }

    /// Fails the step at once when the company can't have the documents that the settings want.
    private func checkModule() async throws(StepEnd) {
        guard settings.document == .order else { return }
        let company = try await desk.kept { () async throws(StoreError) in
            try await desk.store.connection(of: desk.account.id).company
        }
        if company?.hasOrders == false, try await !desk.hasOrdersNow() {
            let message = "The company has no sales orders: the module is not active at Visma."
            throw .failure(SyncFailure(.moduleMissing, message))
        }
    }

    private func entries(of orders: [OutSmartClient.WorkOrder]) async throws(StepEnd) -> [String: ExportEntry] {
        try await desk.kept { () async throws(StoreError) in
            try await desk.store.exports(of: desk.account.id, workOrders: orders.map(\.rowID))
        }
    }

    private func report(_ rows: [UnreadableRow], _ progress: inout Progress) async throws(StepEnd) {
        progress.step.counts.read += rows.count
        progress.step.counts.failed += rows.count
        try await desk.log(
            rows.map { row in
                let failure = SyncFailure(
                    .outsmartError,
                    "OutSmart sent a work order that can't be read: \(row.reason)"
                )
                return desk.entry(.error, .workOrders, record: "WO \(row.name ?? "?")", failure)
            }
        )
    }
}
