import Domain
import Foundation
import RemoteAPI
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Orders that lack something: the others go through.
@Suite struct BadOrderTests {
    private func expect(
        _ bench: Bench,
        _ numbers: [Int],
        reports: [String],
        _ counts: Run.Counts
    ) async throws {
        let run = try await bench.sync()
        #expect(run[.orders].counts == counts)
        #expect(bench.workOrderNumbers == numbers.map(Bench.workOrderNumber))
        #expect(try await bench.log(.orderIncomplete).map { "\($0.record ?? "?"): \($0.message)" } == reports)
    }

    @Test func `an order without any customer is left out`() async throws {
        try await Bench.openWithOrders(3) { bench in
            try bench.editOrder(1, ["CustomerId": nil, "CustomerNumber": nil])
            try await expect(
                bench,
                [0, 2],
                reports: ["Order 1001: The order has no customer with a number."],
                Run.Counts(read: 3, created: 2, skipped: 1)
            )
        }
    }

    @Test func `an order whose customer is gone goes with what it says itself`() async throws {
        try await Bench.openWithOrders(3) { bench in
            try bench.editOrder(1, ["CustomerId": .string(Bench.customerID(9)), "YourReference": "Åsa"])
            try await expect(bench, [0, 1, 2], reports: [], Run.Counts(read: 3, created: 3))
            let order = bench.workOrders().first { $0.text("WorkorderNo") == Bench.workOrderNumber(1) }
            #expect(order?.text("CustomerName") == "Kund 1 Åström" && order?.text("CustomerContactPerson") == "Åsa")
        }
    }

    @Test func `an order with prices whose VAT nobody knows is left out`() async throws {
        try await Bench.openWithOrders(3) { bench in
            try bench.editOrder(1, ["IncludesVat": true, "Rows": [bench.orderRow(article: 1, ["VatRate": nil])]])
            try bench.editOrder(2, ["IncludesVat": true, "Rows": [bench.orderRow(article: 1, price: "125")]])
            try await expect(
                bench,
                [0, 2],
                reports: [
                    "Order 1001: The order's prices include VAT, and Visma does not say the rate of the row "
                        + "\"Artikel 1 Ö\"."
                ],
                Run.Counts(read: 3, created: 2, skipped: 1)
            )
            let prices = bench.workOrders().map { $0["Materials"]?.array?.first?.object?.text("MaterialPrice") }
            #expect(prices == ["10,00", "100,00"])
        }
    }

    @Test func `an order whose article is gone goes with the row's text, and people are told`() async throws {
        try await Bench.openWithOrders(2) { bench in
            try bench.editOrder(1, ["Rows": [bench.orderRow(article: 1, ["ArticleId": nil, "ArticleNumber": nil])]])
            try await expect(
                bench,
                [0, 1],
                reports: [
                    "Order 1001: Visma has no article of the row \"Artikel 1 Ö\" for this order; OutSmart requires it "
                        + "and got - instead."
                ],
                Run.Counts(read: 2, created: 2)
            )
        }
    }

    @Test func `an order that can't be read, or that is another's twin, stops no other`() async throws {
        try await Bench.openWithOrders(4) { bench in
            try bench.editOrder(1, ["OrderDate": "någon gång"])
            try bench.editOrder(2, ["Number": .int(Bench.orderNumber(0))])
            let run = try await bench.sync()
            #expect(run.state == .partial)
            #expect(run[.orders].counts == Run.Counts(read: 4, created: 2, skipped: 1, failed: 1))
            #expect(bench.workOrderNumbers == [0, 3].map(Bench.workOrderNumber))
            #expect(try await bench.log(.vismaError).map(\.record) == ["Order 1001"])
            #expect(try await bench.log(.numberNotUnique).map(\.record) == ["Order 1000"])
        }
    }

    @Test func `an order that OutSmart refuses stands alone, and comes when it has changed`() async throws {
        let picky: Bench.Wire = { transport in
            Transport { call async throws(RemoteAPIError) in
                let body = String(decoding: call.body ?? Data(), as: UTF8.self)
                guard call.route == "POST /PostWorkorders/", body.contains("Olaglig") else {
                    return try await transport.send(call)
                }
                let answer = #"{"code": 1501, "messages": ["CustomerStreet not allowed"], "response": null}"#
                return Transport.Reply(status: 200, body: Data(answer.utf8))
            }
        }
        try await Bench.openWithOrders(20, wire: picky) { bench in
            try bench.editOrder(7, ["DeliveryAddress1": "Olaglig väg"])
            let run = try await bench.sync()
            #expect(run.state == .partial && run[.orders].counts == Run.Counts(read: 20, created: 19, failed: 1))
            let errors = try await bench.log(.outsmartError)
            #expect(errors.map(\.record) == ["Order 1007"] && errors[0].message.contains("CustomerStreet not allowed"))
            try bench.editOrder(7, ["DeliveryAddress1": "Laglig väg"])
            try await bench.sync()
            #expect(bench.workOrderNumbers == (0..<20).map(Bench.workOrderNumber))
        }
    }
}
