import Domain
import EAccounting
import Foundation
import OutSmart
import Persistence
import RemoteAPI

// Documents of which nobody knows whether they exist: they are looked for, and posted again only when they were looked
// for in vain twice.

extension WorkOrderExport {
    /// Finds out about every work order in doubt.
    func settle(_ progress: inout Progress) async throws(StepEnd) {
        var missing: [(OutSmartClient.WorkOrder, ExportEntry)] = []
        let doubtful = progress.doubtful
        progress.doubtful = []
        for (order, entry) in doubtful {
            try desk.control.check()
            if let entry = try await look(for: entry, order, &progress) { missing.append((order, entry)) }
        }
        for (order, entry) in missing {
            try await desk.office.wait(until: (entry.missedAt ?? .distantPast) + desk.office.settleTime, desk.control)
            guard let entry = try await look(for: entry, order, &progress) else { continue }
            try await attemptMissing(order, entry, &progress)
        }
    }

    /// Exports a work order whose document was looked for in vain.
    func attemptMissing(
        _ order: OutSmartClient.WorkOrder,
        _ entry: ExportEntry,
        _ progress: inout Progress
    ) async throws(StepEnd) {
        do throws(WorkOrderEnd) {
            try await attempt(order, entry.moved(to: .claimed, at: desk.office.now()), &progress)
        } catch {
            try await fail(order, entry, try error.ofWorkOrder(), &progress)
        }
    }

    /// Looks for a document, and adopts it when it is there.
    ///
    /// - Returns: The entry while the document is missing, `nil` when there is nothing more to do about it now.
    func look(
        for entry: ExportEntry,
        _ order: OutSmartClient.WorkOrder,
        _ progress: inout Progress
    ) async throws(StepEnd) -> ExportEntry? {
        let found: [FoundDocument]
        do throws(RemoteAPIError) { found = try await documents(of: entry) } catch {
            throw desk.end(error, at: .visma)
        }
        do throws(WorkOrderEnd) {
            let others = try await claimed(found.map(\.id), besides: entry)
            switch found.filter({ !others.contains($0.id) }) {
            case let own where own.count > 1:
                try await hold(entry, order, own, &progress)
                return nil
            case let own:
                if let document = own.first {
                    try await adopt(document, entry, order, &progress)
                    return nil
                }
            }
            var missed = entry
            missed.missedAt = entry.missedAt ?? desk.office.now()
            try await commit(missed)
            return missed
        } catch {
            try await fail(order, entry, try error.ofWorkOrder(), &progress)
            return nil
        }
    }

    private func adopt(
        _ document: FoundDocument,
        _ entry: ExportEntry,
        _ order: OutSmartClient.WorkOrder,
        _ progress: inout Progress
    ) async throws(WorkOrderEnd) {
        var adopted = entry
        (adopted.documentID, adopted.documentNumber) = (document.id, document.number)
        let message =
            "An earlier attempt had got through: the document with the reference \(entry.reference) was there."
        try await exists(adopted, order, [.ofRecord(.adoptedExistingDocument, message)], &progress)
    }

    /// Leaves an entry in doubt because several documents bear its reference; people are told once.
    private func hold(
        _ entry: ExportEntry,
        _ order: OutSmartClient.WorkOrder,
        _ documents: [FoundDocument],
        _ progress: inout Progress
    ) async throws(WorkOrderEnd) {
        let message = "\(documents.count) documents at Visma bear the reference \(entry.reference). Nothing was posted."
        progress.step.counts.failed += 1
        guard entry.message != message else { return }
        var held = entry
        (held.code, held.message, held.updatedAt) = (.alreadyExported, message, desk.office.now())
        let failure = SyncFailure.ofRecord(.alreadyExported, message)
        try await commit(held, telling: [desk.entry(.error, .workOrders, record: order.recordName, failure)])
    }

    /// Those of the documents that belong to other work orders.
    private func claimed(_ ids: [String], besides entry: ExportEntry) async throws(WorkOrderEnd) -> Set<String> {
        do throws(StepEnd) {
            let entries = try await desk.kept { () async throws(StoreError) in
                ids.isEmpty ? [] : try await desk.store.exports(of: desk.account.id, documentIDs: ids)
            }
            return Set(entries.filter { $0.workOrder != entry.workOrder }.compactMap(\.documentID))
        } catch {
            throw .step(error)
        }
    }
}

/// A document at Visma that bears a reference.
struct FoundDocument: Sendable, Hashable {
    var id: String
    var number: Int?
}

extension WorkOrderExport {
    /// The documents that bear an entry's reference: drafts and orders, and invoices that were made of them since.
    private func documents(of entry: ExportEntry) async throws(RemoteAPIError) -> [FoundDocument] {
        let since = entry.claimedAt.addingTimeInterval(-300)
        // The settings may have named another field when it was posted.
        let fields = Settings.Export.ReferenceField.allCases.map(\.visma)
        var found: [FoundDocument] = []
        for field in fields {
            switch entry.document {
            case .order:
                found += try await desk.visma.orders(reference: entry.reference, in: field, createdSince: since)
                    .map { FoundDocument(id: $0.id, number: $0.number) }
            case .invoiceDraft:
                found += try await desk.visma.invoiceDrafts(reference: entry.reference, in: field, createdSince: since)
                    .map { FoundDocument(id: $0.id) }
            }
        }
        if found.isEmpty, entry.document == .invoiceDraft {
            found = try await desk.visma.invoices(reference: entry.reference, in: fields, modifiedSince: since)
                .map { FoundDocument(id: $0.createdFromDraftId ?? $0.id) }
        }
        return found.reduce(into: []) { unique, document in
            if !unique.contains(document) { unique.append(document) }
        }
    }
}

extension Settings.Export.ReferenceField {
    /// The field's name at Visma.
    var visma: EAccountingClient.ReferenceField {
        switch self {
        case .buyersOrderReference: .buyersOrderReference
        case .yourReference: .yourReference
        case .ourReference: .ourReference
        }
    }
}
