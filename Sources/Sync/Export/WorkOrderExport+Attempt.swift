import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI

extension WorkOrderExport {
    /// How many postings in a row may have no answer before the pass gives up.
    private static var patience: Int { 3 }

    /// Exports a work order that has no document yet, unless nothing about it changed since it failed.
    func attempt(
        _ order: OutSmartClient.WorkOrder,
        _ former: ExportEntry?,
        _ progress: inout Progress
    ) async throws(WorkOrderEnd) {
        // An update that was begun is finished, whatever the settings say now.
        let isBegun = former?.state == .posting && former?.documentID != nil
        if settings.ordersFromVisma == .update || isBegun, let link = try await importedOrder(of: order) {
            return try await updateOrder(link, order, former, &progress)
        }
        var plan = try await plan(order, as: settings.document)
        let fingerprint = plan.document.fingerprint(as: settings.document)
        if let former, former.state == .failed, former.fingerprint == fingerprint, !former.isTransient, !former.isAsked
        {
            return try await told { () async throws(StepEnd) in try await skip(order, &progress) }
        }
        var entry = begin(order, former)
        entry.fingerprint = fingerprint
        if !plan.creations.isEmpty {
            try await commit(entry)
            plan.document = try await create(plan.creations, for: plan.document)
        }
        try await post(plan, entry, order, &progress)
    }

    /// Creates what Visma lacks, and names it in the document.
    func create(
        _ creations: [Creation],
        for document: SalesDocument
    ) async throws(WorkOrderEnd) -> SalesDocument {
        var identifiers: [String: String] = [:]
        for creation in creations { identifiers[creation.placeholder] = try await books.create(creation) }
        return document.replacing(identifiers)
    }

    /// Posts a document, and notes what is known of it then.
    func post(
        _ plan: DocumentMaking.Plan,
        _ entry: ExportEntry,
        _ order: OutSmartClient.WorkOrder,
        _ progress: inout Progress
    ) async throws(WorkOrderEnd) {
        let posting = entry.moved(to: .posting, at: desk.office.now())
        try await commit(posting)
        var created = posting
        do throws(RemoteAPIError) {
            switch entry.document {
            case .invoiceDraft:
                created.documentID = try await desk.visma.createInvoiceDraft(.init(plan.document)).id
            case .order:
                let order = try await desk.visma.createOrder(.init(plan.document))
                (created.documentID, created.documentNumber) = (order.id, order.number)
            }
        } catch {
            return try await cope(with: error, posting, order, &progress)
        }
        progress.silences = 0
        try await exists(created, order, plan.warnings, &progress)
    }

    /// Commits that a document exists, tells people what they should know about it, and does what remains.
    func exists(
        _ entry: ExportEntry,
        _ order: OutSmartClient.WorkOrder,
        _ warnings: [SyncFailure],
        _ progress: inout Progress
    ) async throws(WorkOrderEnd) {
        let created = entry.moved(to: .created, at: desk.office.now())
        try await commit(created, telling: self.warnings(order, warnings))
        progress.step.counts.created += 1
        try await finish(created, order)
    }

    /// What an error means for a document that was to be posted.
    private func cope(
        with error: RemoteAPIError,
        _ posting: ExportEntry,
        _ order: OutSmartClient.WorkOrder,
        _ progress: inout Progress
    ) async throws(WorkOrderEnd) {
        if error.leavesDocumentInDoubt {
            var doubtful = posting
            doubtful.code = SyncFailure(error, at: .visma).code
            doubtful.message = SyncFailure(error, at: .visma).message
            try await commit(doubtful)
            progress.doubtful.append((order, doubtful))
            progress.silences += 1
            guard progress.silences < Self.patience else { throw .step(desk.end(error, at: .visma)) }
            return
        }
        let end = WorkOrderEnd(error, at: .visma, desk)
        var failed = posting.moved(to: .failed, at: desk.office.now())
        let failure = SyncFailure(error, at: .visma)
        failed.code = failure.code
        failed.message = failure.message
        if case .step = end {
            // It certainly did not happen, and nothing is wrong with the work order.
            failed.isTransient = true
            try await commit(failed)
            throw end
        }
        try await commit(failed, telling: [desk.entry(.error, .workOrders, record: order.recordName, failure)])
        progress.step.counts.failed += 1
        try await told { () async throws(StepEnd) in try await failures.mark(order) }
    }

    /// Runs what only the whole step can fail at.
    func told(_ operation: () async throws(StepEnd) -> Void) async throws(WorkOrderEnd) {
        do { try await operation() } catch { throw .step(error) }
    }
}

extension RemoteAPIError {
    /// Whether a document may exist although posting it ended like this.
    ///
    /// Only Visma's own words are a refusal: whatever stands between may answer as it likes.
    var leavesDocumentInDoubt: Bool {
        if case .refused(let refusal) = self { return refusal.code == nil }
        return mayHaveHappened
    }
}

extension SalesDocument {
    /// A digest of the body that is posted.
    func fingerprint(as document: Settings.Export.Document) -> Fingerprint {
        Fingerprint(Token.digest(body(as: document)))
    }

    /// The body that is posted, as JSON.
    func body(as document: Settings.Export.Document) -> String {
        let data =
            switch document {
            case .invoiceDraft: WireJSON.encode(EAccountingClient.NewInvoiceDraft(self), keys: .capitalized)
            case .order: WireJSON.encode(EAccountingClient.NewOrder(self), keys: .capitalized)
            }
        return String(decoding: data, as: UTF8.self)
    }

    /// The document with other identifiers of customer and articles.
    func replacing(_ identifiers: [String: String]) -> SalesDocument {
        var document = self
        document.customerID = identifiers[customerID] ?? customerID
        document.rows = rows.map { row in
            guard case .article(var sold) = row else { return row }
            sold.articleID = identifiers[sold.articleID] ?? sold.articleID
            return .article(sold)
        }
        return document
    }
}
