import EAccounting
import Foundation
import RemoteAPI
import TestSupport
import Testing

/// Makes every call that the client can make, with whatever its callers may choose.
struct ClientCalls {
    let client: EAccountingClient
    var filling: Filling

    mutating func makeAll() async throws {
        _ = try await client.companySettings()
        #expect(try await client.units().count == DocumentedVisma.rowsPerList)
        #expect(try await client.articleCodings().count == DocumentedVisma.rowsPerList)
        #expect(try await client.termsOfPayment().count == DocumentedVisma.rowsPerList)
        try await readLists()
        try await lookUp()
        try await create()
        try await attach()
        try await changeOrders()
    }

    private mutating func readLists() async throws {
        try await read(client.customers(query()))
        try await read(client.articles(query()))
        try await read(client.projects(query()))
        try await read(client.orders(query()))
        try await read(client.invoiceDrafts(query()))
        try await read(client.invoices(modifiedSince: filling.optional { $0.moment() }))
    }

    private mutating func query() -> ListQuery {
        ListQuery(
            changedAfter: filling.optional { $0.moment() },
            filter: filling.optional { "Name eq \($0.text(upTo: 20).odataLiteral)" },
            orderBy: filling.optional { _ in "CreatedUtc desc" },
            pageSize: Int.random(in: 1...1000, using: &filling.random)
        )
    }

    private func read<Row>(_ pages: Pages<Page<Row>>) async throws {
        var rows = 0
        for try await page in pages {
            #expect(page.unreadableRows == [])
            rows += page.rows.count
        }
        #expect(rows == DocumentedVisma.rowsPerList)
    }

    private mutating func lookUp() async throws {
        let text = filling.random.text(upTo: 35)
        _ = try await client.customer(number: text)
        _ = try await client.article(number: text)
        _ = try await client.project(number: text)
        _ = try await client.orders(reference: text, in: .buyersOrderReference, createdSince: .distantPast)
        _ = try await client.invoiceDrafts(reference: text, in: .yourReference, createdSince: .distantPast)
        #expect(try await client.customer(id: filling.random.uuid()) != nil)
        #expect(try await client.article(id: filling.random.uuid()) != nil)
        #expect(try await client.project(id: filling.random.uuid()) != nil)
        #expect(try await client.order(id: filling.random.uuid()) != nil)
        #expect(try await client.invoiceDraft(id: filling.random.uuid()) != nil)
    }

    private mutating func create() async throws {
        let customer = EAccountingClient.NewCustomer(&filling)
        let article = EAccountingClient.NewArticle(&filling)
        let draft = EAccountingClient.NewInvoiceDraft(&filling)
        let order = EAccountingClient.NewOrder(&filling)
        if filling.extent == .everything {
            let parts: [Any] = [customer, article, draft, order, draft.rows[1], order.rows[1]]
            for part in parts { #expect(membersLeftOut(of: part) == []) }
        }
        _ = try await client.createCustomer(customer)
        _ = try await client.createArticle(article)
        _ = try await client.createInvoiceDraft(draft)
        _ = try await client.createOrder(order)
    }

    /// The optional members that hold nothing: someone added them and forgot to fill them in here.
    private func membersLeftOut(of value: Any) -> [String] {
        Mirror(reflecting: value).children.compactMap { name, member in
            let mirror = Mirror(reflecting: member)
            return mirror.displayStyle == .optional && mirror.children.isEmpty ? name : nil
        }
    }

    private mutating func attach() async throws {
        for target in EAccountingClient.AttachmentTarget.allCases {
            _ = try await client.attach(
                pdf: Data("%PDF-1.4 \(filling.random.text(upTo: 100))".utf8),
                fileName: filling.random.text(scalars: 1...300) + ".pdf",
                to: target,
                documentID: filling.random.uuid()
            )
            // The stub answers with some files, of which none bears this name.
            let isThere = try await client.hasAttachment(
                named: "no such file.pdf",
                on: target,
                documentID: filling.random.uuid()
            )
            #expect(!isThere)
        }
    }

    /// Writes orders back: as they were, shipped, and with rows replaced.
    private mutating func changeOrders() async throws {
        for _ in 0..<5 {
            let document = try #require(try await client.order(id: filling.random.uuid()))
            _ = try await client.updateOrder(document)
            var shipped = document
            shipped.ship(on: filling.random.day())
            _ = try await client.updateOrder(shipped)
            var changed = document
            changed.replaceRows(
                at: Set((document.order.rows ?? []).indices.filter { $0.isMultiple(of: 2) }),
                by: (1...2).map { EAccountingClient.NewOrderRow($0, &filling) }
            )
            changed.setStatus(2)
            _ = try await client.updateOrder(changed)
        }
    }
}
