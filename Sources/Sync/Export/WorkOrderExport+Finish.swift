import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI

// What remains once a document exists.

extension WorkOrderExport {
    /// Attaches the PDF and marks the work order as handled, as far as that is still to be done.
    func finish(_ entry: ExportEntry, _ order: OutSmartClient.WorkOrder) async throws(WorkOrderEnd) {
        var entry = entry
        if entry.state == .created {
            try await attach(entry, order)
            entry = entry.moved(to: .attached, at: desk.office.now())
            // Without a PDF no call lies between the two states.
            if settings.attachPDF, order.pdfURL != nil { try await commit(entry) }
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

    /// Fetches the work order's PDF and uploads it; what fails there is reported and changes nothing else.
    private func attach(_ entry: ExportEntry, _ order: OutSmartClient.WorkOrder) async throws(WorkOrderEnd) {
        guard settings.attachPDF, let address = order.pdfURL, let documentID = entry.documentID else { return }
        let failure: SyncFailure
        do throws(RemoteAPIError) {
            let pdf = try await desk.outSmart.pdf(at: address)
            do throws(RemoteAPIError) {
                _ = try await desk.visma.attach(
                    pdf: pdf,
                    fileName: "\(order.exportReference).pdf",
                    to: entry.document == .order ? .order : .invoiceDraft,
                    documentID: documentID
                )
                return
            } catch {
                failure = SyncFailure(error, at: .visma)
            }
        } catch {
            failure = SyncFailure(error, at: .outSmart)
        }
        if desk.control.interruption != nil { throw .step(.interrupted) }
        let message = "The document has no PDF of the work order. \(failure.message)"
        try await told { () async throws(StepEnd) in try await warn(order, [.ofRecord(.attachmentFailed, message)]) }
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
        try await commit(unhandled)
        if entry.message != message {
            try await told { () async throws(StepEnd) in
                try await warn(order, [.ofRecord(.statusUpdateFailed, message)])
            }
        }
        guard case .refused = error else { throw .step(desk.end(error, at: .outSmart)) }
    }

    /// Ends what was begun for a work order that OutSmart does not have any more.
    func part(with entry: ExportEntry) async throws(StepEnd) {
        let hasDocument = entry.documentID != nil
        var ended = entry.moved(to: hasDocument ? .done : .failed, at: desk.office.now())
        if !hasDocument {
            ended.code = .outsmartError
            ended.message = "OutSmart does not have the work order any more."
            if entry.state == .posting {
                ended.message = "OutSmart does not have the work order any more. Look at Visma for \(entry.reference)."
            }
            let failure = SyncFailure.ofRecord(.outsmartError, ended.message ?? "")
            let record = "WO \(entry.number ?? entry.workOrder)"
            try await desk.log([desk.entry(.error, .workOrders, record: record, failure)])
        }
        try await committed(ended)
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
        try await commit(kept)
        progress.step.counts.skipped += 1
        let message = "Its document is at Visma already, and was not made again."
        try await told { () async throws(StepEnd) in try await warn(order, [.ofRecord(.alreadyExported, message)]) }
    }
}

extension EAccountingClient {
    /// Whether an entry's document, or the invoice that it became, is at Visma.
    fileprivate func exists(_ entry: ExportEntry) async throws(RemoteAPIError) -> Bool {
        guard let id = entry.documentID else { return false }
        if entry.invoice != nil { return true }
        switch entry.document {
        case .order: return try await order(id: id) != nil
        case .invoiceDraft:
            if try await invoiceDraft(id: id) != nil { return true }
            let pages = invoices(modifiedSince: entry.claimedAt).makeAsyncIterator()
            while let page = try await pages.next() {
                if page.rows.contains(where: { $0.createdFromDraftId == id }) { return true }
            }
            return false
        }
    }
}
