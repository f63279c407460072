import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Work orders that came from one of Visma's orders.
@Suite struct ExportUpdateTests {
    private static let id = "40000000-0000-4000-8000-000000000001"

    @Test(arguments: [nil, Fault.lost(.before), .lost(.after), .status(502, .after)])
    func `the order gets what was used, and keeps what people added`(fault: Fault?) async throws {
        try await Self.withOrder { bench, index in
            // Every attempt of the first run.
            if let fault { bench.sandbox.declare(fault, method: "PUT", pathPrefix: "/v2/orders", count: 5) }
            try await bench.sync()
            // Meanwhile someone corrects the work order.
            try bench.editWorkOrder(index, ["Materials": [Bench.material("A1", ["MaterialNr": "7"])]])
            if fault != nil { #expect(try await bench.sync().state == .succeeded) }
            let rows = try Self.rows(bench)
            #expect(rows.filter { $0.text("ArticleNumber") == "A1" }.count == 1)
            #expect(rows.filter { $0.text("ArticleNumber") == "EXTRA" }.map { $0["Quantity"]?.decimal } == [3])
            let quantity = rows.first { $0.text("ArticleNumber") == "A1" }?["Quantity"]?.decimal
            #expect(quantity == (fault == nil ? 2 : 7))
            #expect(bench.sandbox.vismaRows("orders").count == 1)
        }
    }

    @Test func `an order that is invoiced already is left alone`() async throws {
        try await Self.withOrder { bench, index in
            try bench.sandbox.bookOrder(Self.id)
            try await bench.sync()
            #expect(try await bench.entry(index)?.code == .orderAlreadyInvoiced)
            #expect(try Self.rows(bench).contains { $0["Quantity"]?.decimal == 5 })
        }
    }

    @Test func `with new documents the order is left alone`() async throws {
        try await Self.withOrder { bench, index in
            try await bench.change { $0.export.ordersFromVisma = .newDocument }
            try await bench.sync()
            _ = try bench.document(index)
            #expect(try Self.rows(bench).contains { $0["Quantity"]?.decimal == 5 })
        }
    }

    private static func rows(_ bench: Bench) throws -> [JSONObject] {
        try #require(!bench.orderRows(id).isEmpty)
        return bench.orderRows(id)
    }

    /// Runs `body` with an order that was imported, done, and added to by people.
    private static func withOrder(_ body: (Bench, Int) async throws -> Void) async throws {
        try await Bench.openForExport(lists: [.orders, .workOrders]) { bench in
            try bench.addArticle("EXTRA", "Tillägg", "10.00")
            try bench.editOrder(id, rows: [("A1", "5")])
            #expect(try await bench.sync().state == .succeeded)
            let made = try #require(bench.sandbox.outSmartRows("workorders").first)
            let index = try #require(Int(made.text("id"))) - 500_000
            try bench.editOrder(id, rows: [("A1", "5"), ("EXTRA", "3")])
            try bench.editWorkOrder(
                index,
                [
                    "status": "Compleet", "OrderNr": .string(Bench.completedNumber(index)), "WorkDate": "14-01-2026",
                    "Materials": [Bench.material()], "Workperiods": [Bench.period()],
                ]
            )
            try await body(bench, index)
        }
    }
}

extension Bench {
    /// A row of an order, as Visma keeps it.
    static func orderRow(_ line: Int, _ article: String, _ quantity: String) -> JSONObject {
        [
            "Id": .string(UUID().uuidString.lowercased()), "LineNumber": .int(line), "IsTextRow": false,
            "ArticleId": .string(articleID(article)), "ArticleNumber": .string(article), "Text": .string(article),
            "Quantity": .number(quantity), "UnitPrice": .number("100"), "DiscountPercentage": 0,
            "IsWorkCost": false, "EligibleForReverseChargeOnVat": false,
        ]
    }

    /// Changes the order at Visma of the first customer, or adds it.
    func editOrder(_ id: String, number: Int = 1001, rows: [(article: String, quantity: String)]) throws {
        let rows = rows.enumerated().map { index, row in
            JSON.object(Self.orderRow(index + 1, row.article, row.quantity))
        }
        try sandbox.edit(
            .vismaTable("orders"),
            id,
            [
                "Number": .int(number), "Status": 2, "CustomerId": .string(Self.customerID(0)), "CurrencyCode": "SEK",
                "OrderDate": "2026-01-10T00:00:00Z", "CustomerNumber": .string(Self.customerNumber(0)),
                "InvoiceCustomerName": "Kund 0 Åström", "InvoiceAddress1": "Storgatan 0",
                "InvoicePostalCode": "115 42", "InvoiceCity": "Stockholm", "Rows": .array(rows),
                "CreatedUtc": "2026-01-10T08:00:00Z",
            ]
        )
    }
}
