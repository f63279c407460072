package import Domain
import EAccounting
import Foundation
import OutSmart
import Persistence
import RemoteAPI

extension Exports {
    /// What an export would send now for one work order.
    package struct Preview: Sendable, Hashable {
        /// OutSmart's identifier of the row.
        package var workOrder: String
        package var number: String
        package var document: ExportEntry.Document
        /// What would be sent to Visma, in this order: records that are missing, then the document.
        package var calls: [Call] = []
        /// Why nothing would be sent.
        package var failure: SyncFailure?
        package var warnings: [SyncFailure] = []
        /// The document as people read it.
        package var sheet: Sheet?

        package struct Call: Sendable, Hashable {
            package var method: String
            /// Such as `/customerinvoicedrafts`.
            package var path: String
            /// The body, as JSON.
            package var body: String
        }
    }

    /// Plans the export of every work order that waits, and writes nothing anywhere.
    ///
    /// - Throws: Why nothing can be planned at all.
    package func preview(of account: Account.ID) async throws(SyncFailure) -> [Preview] {
        let desk = try await desk(for: account)
        do throws(StepEnd) {
            let selection = try await desk.completedWorkOrders()
            let export = WorkOrderExport(desk).about(selection)
            let entries = try await desk.kept { () async throws(StoreError) in
                try await desk.store.exports(of: account, workOrders: selection.orders.map(\.rowID))
            }
            var previews: [Preview] = []
            for order in selection.orders {
                switch entries[order.rowID]?.state {
                case nil, .failed, .claimed: previews.append(try await export.preview(order))
                case .posting, .created, .attached, .done: continue
                }
            }
            return previews
        } catch {
            throw error.failure
        }
    }
}

extension WorkOrderExport {
    fileprivate func preview(_ order: OutSmartClient.WorkOrder) async throws(StepEnd) -> Exports.Preview {
        var preview = Exports.Preview(
            workOrder: order.rowID,
            number: order.displayNumber,
            document: settings.document
        )
        do throws(WorkOrderEnd) {
            let link = settings.ordersFromVisma == .update ? try await importedOrder(of: order) : nil
            if link != nil { preview.document = .order }
            let plan = try await plan(order, as: preview.document)
            preview.warnings = plan.warnings
            preview.sheet = .init(order, plan.document, settings)
            preview.calls = plan.creations.map(Exports.Preview.Call.init)
            if let link {
                let revised = try await revision(of: link, plan.document)
                let body = String(decoding: WireJSON.encode(revised, keys: .capitalized), as: UTF8.self)
                preview.calls.append(.init(method: "PUT", path: "/orders/\(link.vismaID)", body: body))
            } else {
                let path = settings.document == .order ? "/orders" : "/customerinvoicedrafts"
                let body = plan.document.body(as: settings.document)
                preview.calls.append(.init(method: "POST", path: path, body: body))
            }
        } catch {
            preview.calls = []
            preview.failure = try error.ofWorkOrder()
        }
        return preview
    }
}

extension Exports.Preview.Call {
    fileprivate init(_ creation: Creation) {
        switch creation {
        case .customer(let customer): self.init("/customers", WireJSON.encode(customer, keys: .capitalized))
        case .article(let article): self.init("/articles", WireJSON.encode(article, keys: .capitalized))
        }
    }

    private init(_ path: String, _ body: Data) {
        self.init(method: "POST", path: path, body: String(decoding: body, as: UTF8.self))
    }
}
