import Domain
import EAccounting
import Foundation
import OutSmart
import Persistence
import RemoteAPI

// Work orders that came from one of Visma's orders: that order gets what was really used.

extension WorkOrderExport {
    /// The link of the order that a work order was imported from.
    func importedOrder(of order: OutSmartClient.WorkOrder) async throws(WorkOrderEnd) -> Link? {
        guard let number = order.workOrderNo.trimmed, number.hasPrefix("V") else { return nil }
        do throws(StepEnd) {
            return try await desk.kept { () async throws(StoreError) in
                let owners = try await desk.store.owners(of: desk.account.id, .orders, codes: [number])
                guard let id = owners[number] else { return nil }
                return try await desk.store.links(of: desk.account.id, .orders, vismaIDs: [id])[id]
            }
        } catch {
            throw .step(error)
        }
    }

    /// Replaces the rows that were imported, keeps everything else, and writes the order back.
    ///
    /// After a lost answer this is repeated: rows that the earlier attempt has written are replaced too.
    func updateOrder(
        _ link: Link,
        _ order: OutSmartClient.WorkOrder,
        _ former: ExportEntry?,
        _ progress: inout Progress
    ) async throws(WorkOrderEnd) {
        var plan = try await plan(order, as: .order)
        let fingerprint = plan.document.fingerprint(as: .order)
        if let former, former.state == .failed, former.fingerprint == fingerprint, !former.isTransient, !former.isAsked
        {
            return try await told { () async throws(StepEnd) in try await skip(order, &progress) }
        }
        var entry = begin(order, former)
        (entry.document, entry.documentID, entry.fingerprint) = (.order, link.vismaID, fingerprint)
        if !plan.creations.isEmpty {
            try await commit(entry)
            plan.document = try await create(plan.creations, for: plan.document)
        }
        let revised = try await revision(of: link, plan.document)
        let noted = try await noteRows(of: plan.document, link, progress.step)
        entry.documentNumber = revised.order.number
        let posting = entry.moved(to: .posting, at: desk.office.now())
        try await commit(posting)
        let written: EAccountingClient.Order
        do { written = try await desk.visma.updateOrder(revised) } catch {
            throw WorkOrderEnd(error, at: .visma, desk)
        }
        try await noteOwnChange(written, noted, progress.step)
        try await exists(posting, order, plan.warnings, &progress)
    }

    /// The order as it is to be written back.
    ///
    /// - Parameters:
    ///   - link: Says which of its rows are ours to replace.
    ///   - planned: What was really used.
    /// - Returns: The whole order.
    /// - Throws: `ORDER_ALREADY_INVOICED`, or that Visma does not have it any more.
    func revision(
        of link: Link,
        _ planned: SalesDocument
    ) async throws(WorkOrderEnd) -> EAccountingClient.OrderDocument {
        let current: EAccountingClient.OrderDocument?
        do { current = try await desk.visma.order(id: link.vismaID) } catch {
            throw WorkOrderEnd(error, at: .visma, desk)
        }
        guard var document = current else {
            throw .failed(.ofRecord(.vismaError, "Visma does not have the order any more that it came from."))
        }
        guard document.order.status != 4 else {
            let message = "Order \(document.order.number ?? 0) is invoiced already, and can't get what was used."
            throw .failed(.ofRecord(.orderAlreadyInvoiced, message))
        }
        let ours = ImportedRows(facts: link.facts).matches(in: document.order)
        document.replaceRows(at: ours, by: .init(planned))
        return document
    }

    /// Remembers what is about to be written, so that the next attempt knows it again whatever becomes of this one.
    private func noteRows(
        of document: SalesDocument,
        _ link: Link,
        _ step: Run.Step
    ) async throws(WorkOrderEnd) -> Link {
        var rows = ImportedRows(facts: link.facts)
        rows.note(document)
        var noted = link
        noted.facts = rows.facts
        let changed = noted
        try await told { () async throws(StepEnd) in try await desk.save([changed], .orders, step) }
        return changed
    }

    /// Remembers the order as it is now, so that the next import does not report our own change as somebody's.
    private func noteOwnChange(
        _ order: EAccountingClient.Order,
        _ link: Link,
        _ step: Run.Step
    ) async throws(WorkOrderEnd) {
        guard case .outgoing(let outgoing) = Mapped<WorkOrderRow>(order, nil, desk.settings.import) else { return }
        var noted = link
        noted.accepted = outgoing.fingerprint
        let changed = noted
        try await told { () async throws(StepEnd) in try await desk.save([changed], .orders, step) }
    }
}
