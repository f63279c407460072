import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI

// What remains once a document exists.

extension WorkOrderExport {
    /// Attaches the PDF and marks the work order as handled, as far as that is still to be done.
    ///
    /// - Parameters:
    ///   - entry: The entry, `created` or `attached`.
    ///   - order: The work order.
    ///   - isResumed: Whether an earlier attempt may have attached the PDF already.
    /// - Throws: Why nothing more can be exported.
    func finish(
        _ entry: ExportEntry,
        _ order: OutSmartClient.WorkOrder,
        isResumed: Bool = false
    ) async throws(WorkOrderEnd) {
        var entry = entry
        if entry.state == .created {
            let failure = try await attach(entry, order, isResumed)
            entry = entry.moved(to: .attached, at: desk.office.now())
            // Without a PDF no call lies between the two states.
            if settings.attachPDF, order.pdfURL != nil {
                try await commit(entry, telling: failure.map { warnings(order, [$0]) } ?? [])
            }
        }
        if settings.handledAfterExport, order.status != "Afgehandeld" {
            do throws(RemoteAPIError) {
                _ = try await desk.outSmart.workOrder(rowID: order.rowID, updatesStatus: true)
            } catch {
                return try await noteUnhandled(entry, order, error)
            }
        }
        try await commit(entry.moved(to: .done, at: desk.office.now()))
    }

    /// Fetches the work order's PDF and uploads it.
    ///
    /// - Returns: Why that did not work: it is reported and changes nothing else.
    private func attach(
        _ entry: ExportEntry,
        _ order: OutSmartClient.WorkOrder,
        _ isResumed: Bool
    ) async throws(WorkOrderEnd) -> SyncFailure? {
        guard settings.attachPDF, let address = order.pdfURL, let documentID = entry.documentID else { return nil }
        let file = AttachedFile(
            name: "\(entry.reference).pdf",
            target: entry.document == .order ? .order : .invoiceDraft,
            documentID: documentID
        )
        let pdf: Data
        do throws(RemoteAPIError) {
            if isResumed, try await desk.visma.has(file) { return nil }
        } catch {
            return try attachmentFailure(error, at: .visma)
        }
        do { pdf = try await desk.outSmart.pdf(at: address) } catch {
            return try attachmentFailure(error, at: .outSmart)
        }
        do { try await desk.visma.attach(pdf, file) } catch { return try attachmentFailure(error, at: .visma) }
        return nil
    }

    private func attachmentFailure(
        _ error: RemoteAPIError,
        at vendor: Vendor
    ) throws(WorkOrderEnd) -> SyncFailure {
        if desk.control.interruption != nil { throw .step(.interrupted) }
        let words = SyncFailure(error, at: vendor).message
        return .ofRecord(.attachmentFailed, "The document has no PDF of the work order. \(words)")
    }

    /// Leaves marking the work order as handled to the next run; people are told once.
    private func noteUnhandled(
        _ entry: ExportEntry,
        _ order: OutSmartClient.WorkOrder,
        _ error: RemoteAPIError
    ) async throws(WorkOrderEnd) {
        let message = "The document exists, but OutSmart did not mark the work order as handled. \(error.vendorWords)"
        var unhandled = entry
        (unhandled.state, unhandled.code, unhandled.message) = (.attached, .statusUpdateFailed, message)
        unhandled.updatedAt = desk.office.now()
        let isNews = entry.message != message
        try await commit(
            unhandled,
            telling: isNews ? warnings(order, [.ofRecord(.statusUpdateFailed, message)]) : []
        )
        guard case .refused = error else { throw .step(desk.end(error, at: .outSmart)) }
    }

    /// Ends what was begun for a work order that OutSmart does not have any more.
    func part(with entry: ExportEntry) async throws(StepEnd) {
        // An order that was to be updated has its identifier before.
        let hasDocument = [.created, .attached, .done].contains(entry.state)
        var ended = entry.moved(to: hasDocument ? .done : .failed, at: desk.office.now())
        var log: [LogEntry] = []
        if !hasDocument {
            ended.code = .outsmartError
            ended.message = "OutSmart does not have the work order any more, or not as a completed one."
            if entry.state == .posting {
                ended.message = "OutSmart does not have the work order any more. Look at Visma for \(entry.reference)."
            }
            let failure = SyncFailure.ofRecord(.outsmartError, ended.message ?? "")
            let record = "WO \(entry.number ?? entry.workOrder)"
            log = [desk.entry(.error, .workOrders, record: record, failure)]
        }
        try await desk.save(ended, telling: log)
    }

    /// Exports a work order again whose document someone deleted at Visma, when someone asked for that.
    func repeatIfGone(
        _ entry: ExportEntry,
        _ order: OutSmartClient.WorkOrder,
        _ progress: inout Progress
    ) async throws(WorkOrderEnd) {
        let isThere: Bool
        do throws(RemoteAPIError) { isThere = try await desk.visma.exists(entry) } catch {
            throw WorkOrderEnd(error, at: .visma, desk)
        }
        guard isThere else { return try await attempt(order, entry, &progress) }
        var kept = entry
        kept.isAsked = false
        let message = "Its document is at Visma already, and was not made again."
        try await commit(kept, telling: warnings(order, [.ofRecord(.alreadyExported, message)]))
        progress.step.counts.skipped += 1
    }
}

/// The PDF of a work order, as it is attached to a document.
private struct AttachedFile {
    var name: String
    var target: EAccountingClient.AttachmentTarget
    var documentID: String
}

extension EAccountingClient {
    fileprivate func has(_ file: AttachedFile) async throws(RemoteAPIError) -> Bool {
        try await hasAttachment(named: file.name, on: file.target, documentID: file.documentID)
    }

    /// Uploads the file, once: where the answer is lost, it is looked for.
    fileprivate func attach(_ pdf: Data, _ file: AttachedFile) async throws(RemoteAPIError) {
        do {
            _ = try await attach(pdf: pdf, fileName: file.name, to: file.target, documentID: file.documentID)
        } catch {
            guard error.mayHaveHappened, let isThere = try? await has(file), isThere else { throw error }
        }
    }

    /// Whether an entry's document, or the invoice that it became, is at Visma.
    fileprivate func exists(_ entry: ExportEntry) async throws(RemoteAPIError) -> Bool {
        guard let id = entry.documentID else { return false }
        if entry.invoice != nil { return true }
        switch entry.document {
        case .order: return try await order(id: id) != nil
        case .invoiceDraft:
            if try await invoiceDraft(id: id) != nil { return true }
            let pages = invoices(modifiedSince: entry.claimedAt.addingTimeInterval(-300)).makeAsyncIterator()
            while let page = try await pages.next() {
                if page.rows.contains(where: { $0.createdFromDraftId == id }) { return true }
            }
            return false
        }
    }
}
