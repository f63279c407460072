import Domain
import EAccounting
import Foundation
import Persistence
import RemoteAPI

extension WorkOrderExport {
    /// Remembers, before the first document, from when on invoices can be ours: what was booked before is not read.
    func beginToNoteInvoices() async throws(StepEnd) {
        try await desk.kept { () async throws(StoreError) in
            var cursor = try await desk.store.cursor(of: desk.account.id, .workOrders)
            guard cursor.position == nil else { return }
            // Visma's clock may be another.
            cursor.position = desk.office.now().addingTimeInterval(-3600)
            try await desk.store.save(cursor, of: desk.account.id, .workOrders)
        }
    }

    /// Notes which documents have become invoices, and which of these are paid: one list for all of them.
    func noteInvoices() async throws(StepEnd) {
        let counts = try await desk.kept { () async throws(StoreError) in
            try await desk.store.exportCounts(of: desk.account.id)
        }
        guard counts.contains(where: { $0.key != .failed && $0.value > 0 }) else { return }
        var cursor = try await desk.kept { () async throws(StoreError) in
            try await desk.store.cursor(of: desk.account.id, .workOrders)
        }
        let since = cursor.position?.addingTimeInterval(-300)
        let pages = desk.visma.invoices(modifiedSince: since).makeAsyncIterator()
        var serverTime: Date?
        while true {
            try desk.control.check()
            let page: Page<EAccountingClient.Invoice>?
            do { page = try await pages.next() } catch { throw desk.end(error, at: .visma) }
            guard let page else { break }
            serverTime = serverTime ?? page.meta.serverTime
            let invoices = page.rows.invoicesByDocument
            try await desk.kept { () async throws(StoreError) in
                try await desk.store.noteInvoices(invoices, of: desk.account.id)
            }
        }
        cursor.position = serverTime ?? cursor.position
        let moved = cursor
        try await desk.kept { () async throws(StoreError) in
            try await desk.store.save(moved, of: desk.account.id, .workOrders)
        }
    }
}

extension [EAccountingClient.Invoice] {
    /// What became of documents, by the draft or order that they were.
    fileprivate var invoicesByDocument: [String: ExportEntry.Invoice] {
        reduce(into: [:]) { invoices, invoice in
            guard invoice.isCreditInvoice != true,
                let document = invoice.createdFromDraftId ?? invoice.createdFromOrderId
            else { return }
            invoices[document] = ExportEntry.Invoice(number: invoice.invoiceNumber, isPaid: invoice.paymentStatus == 0)
        }
    }
}
