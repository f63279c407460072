import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

@Suite struct OrderImportTests {
    private let posting = "POST /openapi/8/PostWorkorders"

    @Test func `an order arrives as a work order, field by field as OutSmart takes it`() async throws {
        try await Bench.openWithOrders(0) { bench in
            try bench.addProjects([1])
            try bench.editCustomer(
                1,
                ["ContactPersonName": "Åsa Öberg", "Telephone": "08-1", "EmailAddress": "a@b.se"]
            )
            let rows: [JSON] = [
                Bench.textRow("Byt blandare"),
                bench.orderRow(article: 2, quantity: "2.5", unit: "tim", ["Text": "Arbete"]),
                bench.orderRow(
                    article: 1,
                    quantity: "0.3333",
                    price: "99.90",
                    ["DiscountPercentage": .number("0.075"), "ProjectId": .string(Bench.projectID(1))]
                ),
            ]
            try bench.addOrder(1, rows: rows, ["DeliveryAddress1": "Hamngatan 3", "DeliveryCity": "Lund"])
            #expect(try await bench.sync()[.orders].counts == Run.Counts(read: 1, created: 1))
            let order = try #require(bench.workOrders().first)
            let expected = [
                "WorkorderNo": "V1001", "ExternProjectNr": "1001", "ProjectNr": "P-1001", "WorkDate": "05-01-2026",
                "TypeOfWork": "Service", "PaymentMethod": "op rekening", "WorkDuration": "150",
                "WorkDescription": "Byt blandare\n2.5 tim Arbete", "CustomerName": "Kund 1 Åström",
                "CustomerDebtorNr": "K1001", "CustomerStreet": "Hamngatan 3", "CustomerZIP": "-",
                "CustomerCity": "Lund", "CustomerContactPerson": "Åsa Öberg", "CustomerPhone": "08-1",
                "CustomerEmail": "a@b.se", "CustomerNameInvoice": "Kund 1 Åström", "CustomerDebtorNrInvoice": "K1001",
                "CustomerStreetInvoice": "Storgatan 1", "CustomerZIPInvoice": "115 42",
                "CustomerCityInvoice": "Stockholm", "CustomerContactPersonInvoice": "Åsa Öberg",
                "status": "Klaargezet",
            ]
            #expect(Dictionary(expected.keys.map { ($0, order.text($0)) }) { $1 } == expected)
            let material = try #require(order["Materials"]?.array?.first?.object)
            let columns = ["MaterialCode", "MaterialName", "MaterialNr", "MaterialPrice", "MaterialUnit"]
            #expect(columns.map(material.text) == ["A1001", "Artikel 1 Ö", "0,3333", "92,4075", "st"])
            let warnings = try await bench.log(of: "eriksson", LogEntry.Filter(code: .orderIncomplete))
            #expect(warnings.map(\.record) == ["Order 1001"] && warnings.map(\.level) == [.warning])
            #expect(warnings.first?.message.contains("no postal code for this order") == true)
        }
    }

    @Test func `every ongoing order of a company becomes one work order`() async throws {
        try await Bench.open(.sampleCompany, lists: [.orders]) { bench in
            let former = Set(bench.workOrderNumbers)
            try await bench.connect()
            let run = try await bench.sync()
            let orders = bench.sandbox.vismaRows("orders")
            let ongoing = orders.filter { $0["Status"] == 2 }
            let counts = Run.Counts(read: 60, created: ongoing.count, skipped: 60 - ongoing.count)
            #expect(run.state == .succeeded && run[.orders].counts == counts && ongoing.count > 30)
            let added = bench.workOrderNumbers.filter { !former.contains($0) }
            #expect(added == ongoing.map { "V\($0.text("Number"))" }.sorted())
            // Half of an order's rows are text or hours; every other one is a material.
            let isGoods = { (row: JSON) in row.object?["IsTextRow"] == false && row.object?["IsServiceArticle"] == false
            }
            let goods = ongoing.map { ($0["Rows"]?.array ?? []).count(where: isGoods) }
            let materials = bench.workOrders().filter { added.contains($0.text("WorkorderNo")) }
                .map { $0["Materials"]?.array?.count ?? 0 }
            #expect(materials.reduce(0, +) == goods.reduce(0, +))
        }
    }

    @Test func `a second sync asks one question and writes nothing, and a new order arrives alone`() async throws {
        try await Bench.openWithOrders(3) { bench in
            try await bench.sync()
            bench.clock.advance(by: 600)
            let calls = bench.calls
            #expect(try await bench.sync()[.orders].counts == Run.Counts() && bench.calls == calls + 1)
            try bench.addOrder(3)
            #expect(try await bench.sync()[.orders].counts == Run.Counts(read: 1, created: 1))
            #expect(bench.workOrderNumbers == (0...3).map(Bench.workOrderNumber) && bench.calls(posting) == 2)
        }
    }

    @Test func `only orders of the chosen statuses come, and other ones when the choice changes`() async throws {
        try await Bench.openWithOrders(0) { bench in
            for status in 1...4 {
                try bench.addOrder(status, ["Status": .int(status), "Number": status == 1 ? nil : .int(1000 + status)])
            }
            #expect(try await bench.sync()[.orders].counts == Run.Counts(read: 4, created: 1, skipped: 3))
            #expect(bench.workOrderNumbers == ["V1002"])
            bench.clock.advance(by: 600)
            try await bench.change { $0.import.orderStatuses = [1, 3] }
            #expect(try await bench.sync()[.orders].counts == Run.Counts(read: 4, created: 2, skipped: 1))
            #expect(bench.workOrderNumbers == ["V-10000001", "V1002", "V1003"])
        }
    }

    @Test func `an order that becomes ongoing later comes then`() async throws {
        try await Bench.openWithOrders(1) { bench in
            try bench.editOrder(0, ["Status": 1])
            try await bench.sync()
            #expect(bench.workOrderNumbers == [])
            bench.clock.advance(by: 600)
            try bench.editOrder(0, ["Status": 2])
            try await bench.sync()
            #expect(bench.workOrderNumbers == [Bench.workOrderNumber(0)])
        }
    }

    @Test func `an order that is deleted at Visma leaves its work order alone`() async throws {
        try await Bench.openWithOrders(2) { bench in
            try await bench.sync()
            let before = bench.workOrders()
            try bench.sandbox.delete(.vismaTable("orders"), Bench.orderID(1))
            bench.clock.advance(by: 24 * 3600)
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.workOrders() == before)
            #expect(try await bench.history.heldBack(of: "eriksson") == [:])
        }
    }
}
