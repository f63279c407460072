package import Foundation
package import RemoteAPI

extension EAccountingClient {
    /// A field of a document that may bear a reference to find it by.
    package enum ReferenceField: String, Sendable {
        case buyersOrderReference = "BuyersOrderReference"
        case yourReference = "YourReference"
        case ourReference = "OurReference"
    }

    /// Returns the orders that bear a reference, exactly.
    ///
    /// Maps to `GET /v2/orders?$filter=BuyersOrderReference eq '…'`. That the field can be filtered is not proven: where
    /// Visma refuses, the newest orders are read, back to a moment.
    ///
    /// - Parameters:
    ///   - reference: The text to find.
    ///   - field: Where it stands.
    ///   - createdSince: Older ones need not be found.
    /// - Returns: The orders.
    /// - Throws: ``RemoteAPIError``.
    package func orders(
        reference: String,
        in field: ReferenceField,
        createdSince: Date
    ) async throws(RemoteAPIError) -> [Order] {
        try await documents(at: "/orders", reference, field, createdSince, \.createdUtc).filter {
            $0.references[field] == reference
        }
    }

    /// Returns the invoice drafts that bear a reference, exactly; see ``orders(reference:in:createdSince:)``.
    ///
    /// Maps to `GET /v2/customerinvoicedrafts?$filter=BuyersOrderReference eq '…'`.
    package func invoiceDrafts(
        reference: String,
        in field: ReferenceField,
        createdSince: Date
    ) async throws(RemoteAPIError) -> [InvoiceDraft] {
        try await documents(at: "/customerinvoicedrafts", reference, field, createdSince, \.createdUtc).filter {
            $0.references[field] == reference
        }
    }

    /// Returns the invoices that bear a reference in one of these fields and changed since a moment.
    ///
    /// Maps to `GET /v2/customerinvoices?modifiedSinceUtc=…`.
    package func invoices(
        reference: String,
        in fields: [ReferenceField],
        modifiedSince: Date
    ) async throws(RemoteAPIError) -> [Invoice] {
        var found: [Invoice] = []
        let pages = invoices(modifiedSince: modifiedSince).makeAsyncIterator()
        while let page = try await pages.next() {
            found += page.rows.filter { invoice in
                invoice.isCreditInvoice != true && fields.contains { invoice.references[$0] == reference }
            }
        }
        return found
    }

    private func documents<Document: Decodable & Sendable>(
        at path: String,
        _ reference: String,
        _ field: ReferenceField,
        _ createdSince: Date,
        _ created: (Document) -> Date?
    ) async throws(RemoteAPIError) -> [Document] {
        do {
            return try await rows(of: path, where: "\(field.rawValue) eq \(reference.odataLiteral)")
        } catch .refused(let refusal) where refusal.code == 6000 || refusal.code == 6001 {
            var newest: [Document] = []
            let pages: Pages<Page<Document>> = pages(of: path, ListQuery(orderBy: "CreatedUtc desc", pageSize: 100))
            let iterator = pages.makeAsyncIterator()
            while let page = try await iterator.next() {
                let recent = page.rows.filter { created($0).map { $0 >= createdSince } ?? true }
                newest += recent
                if recent.count < page.rows.count { break }
            }
            return newest
        }
    }
}

extension EAccountingClient.Order {
    fileprivate var references: [EAccountingClient.ReferenceField: String] {
        .init(buyersOrderReference, yourReference, ourReference)
    }
}

extension EAccountingClient.InvoiceDraft {
    fileprivate var references: [EAccountingClient.ReferenceField: String] {
        .init(buyersOrderReference, yourReference, ourReference)
    }
}

extension EAccountingClient.Invoice {
    fileprivate var references: [EAccountingClient.ReferenceField: String] {
        .init(buyersOrderReference, yourReference, ourReference)
    }
}

extension [EAccountingClient.ReferenceField: String] {
    fileprivate init(_ buyers: String?, _ your: String?, _ our: String?) {
        self = [:]
        self[.buyersOrderReference] = buyers
        self[.yourReference] = your
        self[.ourReference] = our
    }
}
