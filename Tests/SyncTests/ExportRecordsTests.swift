import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Customers, articles and projects that documents name.
@Suite struct ExportRecordsTests {
    private static let stranger: JSONObject = [
        "CustomerDebtorNr": "90001", "CustomerDebtorNrInvoice": "90001", "CustomerNameInvoice": "Nya Kunden AB",
    ]

    @Test func `an unknown customer is created with its number kept`() async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1, Self.stranger)
            try bench.addWorkOrder(2, Self.stranger)
            #expect(try await bench.sync().state == .succeeded)
            let customers = bench.sandbox.vismaRows("customers").filter { $0.text("CustomerNumber") == "90001" }
            #expect(customers.map { $0.text("Name") } == ["Nya Kunden AB"])
            #expect(customers.first?.text("InvoicePostalCode") == "115 42")
            #expect(try bench.document(2).text("CustomerId") == customers.first?.text("Id"))
        }
    }

    @Test(arguments: [("CustomerZIPInvoice", "postal code"), ("CustomerCityInvoice", "city")])
    func `a new customer that lacks a required field is refused, and the field named`(
        member: String,
        field: String
    ) async throws {
        try await Bench.openForExport { bench in
            var patch = Self.stranger
            patch[member] = .null
            try bench.addWorkOrder(1, patch)
            try await bench.expectFailure(1, .relationCreateFailed, field: field)
        }
    }

    @Test func `a new customer's name of sixty characters is cut and said so`() async throws {
        try await Bench.openForExport { bench in
            var patch = Self.stranger
            patch["CustomerNameInvoice"] = .string(String(repeating: "Ö", count: 60))
            try bench.addWorkOrder(1, patch)
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.sandbox.vismaRows("customers").contains { $0.text("Name").count == 50 })
            #expect(try await bench.warnings() == [.valueTruncated])
        }
    }

    @Test func `without new customers an unknown one is refused`() async throws {
        try await Bench.openForExport {
            $0.newCustomers = false
        } _: { bench in
            try bench.addWorkOrder(1, Self.stranger)
            try await bench.expectFailure(1, .relationNotFound)
        }
    }

    @Test func `an unknown material is created once, with the usual coding and its own unit`() async throws {
        try await Bench.openForExport { bench in
            for index in 1...2 {
                let material = Bench.material("NY-1", ["MaterialName": "Ny ventil", "MaterialUnit": "m"])
                try bench.addWorkOrder(index, ["Materials": [material]])
            }
            #expect(try await bench.sync().state == .succeeded)
            let articles = bench.sandbox.vismaRows("articles").filter { $0.text("Number") == "NY-1" }
            #expect(articles.map { $0.text("Name") } == ["Ny ventil"])
            #expect(articles.first?["NetPrice"]?.decimal == 100 && articles.first?.text("UnitAbbreviation") == "m")
        }
    }

    @Test func `a code matches exactly, but for white space around it`() async throws {
        try await Bench.openForExport {
            $0.newMaterials = false
        } _: { bench in
            try bench.addArticle("0000003", "Nippel", "49.00")
            try bench.addWorkOrder(1, ["Materials": [Bench.material(" 0000003 ")]])
            try bench.addWorkOrder(2, ["Materials": [Bench.material("3")]])
            try await bench.expectFailure(2, .materialNotFound)
            #expect(try bench.rows(1)[1].text("ArticleNumber") == "0000003")
        }
    }

    @Test func `the fallback articles keep text, price and quantity`() async throws {
        try await Bench.openForExport {
            $0.newMaterials = false
            $0.fallbackArticle = "DIV"
            $0.fallbackHourArticle = "ARB"
        } _: { bench in
            try bench.addArticle("DIV", "Diverse", "1.00")
            let material = Bench.material("OKÄND", ["MaterialName": "Special", "MaterialPrice": "12,50"])
            try bench.addWorkOrder(1, ["Materials": [material], "Workperiods": [Bench.period("NATT")]])
            #expect(try await bench.sync().state == .succeeded)
            let rows = try bench.rows(1)
            #expect(rows.map { $0.text("ArticleNumber") } == ["", "DIV", "ARB"])
            #expect(rows[1].text("Text") == "Special" && rows[1]["Quantity"]?.decimal == 2)
            #expect(rows[1]["UnitPrice"]?.decimal == Decimal(string: "12.5"))
        }
    }

    @Test func `an hour type that nobody knows is refused`() async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1, ["Workperiods": [Bench.period("NATT")]])
            try await bench.expectFailure(1, .hourtypeNotFound)
        }
    }

    @Test func `an hour type that OutSmart knows becomes an article`() async throws {
        try await Bench.openForExport { bench in
            try bench.sandbox.edit(
                .outSmartTable("hourtypes"),
                "NATT",
                [
                    "code": "NATT", "name": "Nattarbete", "sale_price": "950.00", "cost_booking": "0",
                    "sale_booking": "1",
                ]
            )
            try bench.addWorkOrder(1, ["Workperiods": [Bench.period("NATT")]])
            #expect(try await bench.sync().state == .succeeded)
            #expect(try bench.rows(1).last?["UnitPrice"]?.decimal == 950)
            let article = bench.sandbox.vismaRows("articles").first { $0.text("Number") == "NATT" }
            #expect(article?.text("Name") == "Nattarbete" && article?.text("UnitAbbreviation") == "tim")
        }
    }

    @Test func `a fallback article that Visma lacks is refused as such`() async throws {
        try await Bench.openForExport {
            $0.newMaterials = false
            $0.fallbackArticle = "SAKNAS"
        } _: { bench in
            try bench.addWorkOrder(1, ["Materials": [Bench.material("OKÄND")]])
            try await bench.expectFailure(1, .fallbackArticleNotFound)
        }
    }

    @Test(arguments: [(1, true), (2, false)])
    func `the project is on every row, unless it is finished`(status: Int, isKept: Bool) async throws {
        try await Bench.openForExport { bench in
            let id = "20000000-0000-4000-8000-000000000001"
            try bench.sandbox.edit(
                .vismaTable("projects"),
                id,
                ["Number": "P-1", "Name": "Bygge", "Status": .int(status)]
            )
            try bench.addWorkOrder(1, ["ProjectNr": "P-1"])
            #expect(try await bench.sync().state == .succeeded)
            #expect(try bench.rows(1).allSatisfy { $0.text("ProjectId") == (isKept ? id : "") })
            #expect(try await bench.warnings() == (isKept ? [] : [.projectNotFound]))
        }
    }
}
