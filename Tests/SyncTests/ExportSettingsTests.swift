import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// What the settings decide about documents, and about records that are made for them.
@Suite struct ExportSettingsTests {
    @Test(arguments: Settings.Export.Document.allCases, Settings.Export.ReferenceField.allCases)
    func `the reference stands in the field of one's choice, and the contact beside it`(
        document: Settings.Export.Document,
        field: Settings.Export.ReferenceField
    ) async throws {
        try await Bench.openForExport {
            $0.document = document
            $0.referenceField = field
        } _: { bench in
            try bench.addWorkOrder(1, ["CustomerContactPersonInvoice": "Eva Ek"])
            #expect(try await bench.sync().state == .succeeded)
            let made = try #require(
                bench.sandbox.vismaRows(document == .order ? "orders" : "customerinvoicedrafts").first
            )
            let names = ["BuyersOrderReference", "YourReference", "OurReference"]
            let expected: [String] =
                switch field {
                case .buyersOrderReference: ["WO-2026-1", "Eva Ek", ""]
                case .yourReference: ["", "WO-2026-1", ""]
                case .ourReference: ["", "Eva Ek", "WO-2026-1"]
                }
            #expect(names.map { made.text($0) } == expected)
            if document == .order { #expect(made["Status"] == 2 && made.text("CurrencyCode") == "SEK") }
        }
    }

    @Test(arguments: [(32, "WO-" + String(repeating: "7", count: 32)), (33, "WO-\(Bench.rowID(1))")])
    func `a reference is never cut: a number that is too long is not used`(length: Int, reference: String)
        async throws
    {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1, ["OrderNr": .string(String(repeating: "7", count: length))])
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.documents(reference).count == 1)
        }
    }

    @Test(arguments: [false, true])
    func `the description and the remarks of periods are there when they are wanted`(areWanted: Bool) async throws {
        try await Bench.openForExport {
            $0.workDescription = areWanted
            $0.periodRemarks = areWanted
        } _: { bench in
            try bench.addWorkOrder(1, ["Workperiods": [Bench.period("ARB", ["WorkRemark": "Jour"])]])
            #expect(try await bench.sync().state == .succeeded)
            let rows = try bench.rows(1)
            #expect(rows.count == (areWanted ? 3 : 2))
            #expect((rows.last?.text("Text") == "Jour") == areWanted)
        }
    }

    @Test(arguments: [("invoiceDraft", "NO", "10.0001"), ("order", "NO", "10.0001"), ("order", "SE", "10")])
    func `a price has as many decimals as the document allows`(
        document: String,
        country: String,
        price: String
    ) async throws {
        try await Bench.openForExport {
            $0.document = Settings.Export.Document(rawValue: document) ?? .order
        } _: { bench in
            try bench.editCustomer(0, ["InvoiceCountryCode": .string(country)])
            try bench.addWorkOrder(1, ["Materials": [Bench.material("A1", ["MaterialPrice": "10,00005"])]])
            #expect(try await bench.sync().state == .succeeded)
            #expect(try bench.rows(1)[1]["UnitPrice"]?.decimal == Decimal(string: price))
        }
    }

    @Test func `a price of 0 stays 0`() async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1, ["Materials": [Bench.material("A1", ["MaterialPrice": "0,00"])]])
            #expect(try await bench.sync().state == .succeeded)
            #expect(try bench.rows(1)[1]["UnitPrice"]?.decimal == 0)
        }
    }

    @Test func `a total that OutSmart counted wins over begin and end`() async throws {
        try await Bench.openForExport { bench in
            let period = Bench.period("ARB", ["BeginTime": "08:00", "EndTime": "16:00", "TotalTime": "02:15"])
            try bench.addWorkOrder(1, ["Workperiods": [period]])
            try await bench.sync()
            #expect(try bench.rows(1).last?["Quantity"]?.decimal == Decimal(string: "2.25"))
        }
    }

    @Test func `a new customer is what the relation says, with the settings' terms, and cut where it is too long`()
        async throws
    {
        try await Bench.openForExport { bench in
            let usual = bench.sandbox.vismaRows("companysettings").first?.text("TermsOfPaymentId")
            let terms = bench.sandbox.vismaRows("termsofpayments").filter { $0["AvailableForSales"] == true }
            let chosen = try #require(terms.map { $0.text("Id") }.first { $0 != usual })
            try await bench.change { $0.export.termsOfPaymentId = chosen }
            try bench.sandbox.edit(
                .outSmartTable("relations"),
                "90001",
                [
                    "debtor_number": "90001", "name": "Relationen AB",
                    "street": .string(String(repeating: "Väg", count: 20)),
                    "house_number": "7", "postal_code": "411 03", "city": "Göteborg", "country": "SE",
                    "contact": "Eva Ek", "email": "eva@example.se", "active": "1", "external_id": "x",
                ]
            )
            try bench.addWorkOrder(1, ["CustomerDebtorNr": "90001", "CustomerDebtorNrInvoice": "90001"])
            #expect(try await bench.sync().state == .succeeded)
            let made = try #require(
                bench.sandbox.vismaRows("customers").first { $0.text("CustomerNumber") == "90001" }
            )
            #expect(made.text("Name") == "Relationen AB" && made.text("InvoiceCity") == "Göteborg")
            #expect(made.text("InvoicePostalCode") == "411 03" && made.text("EmailAddress") == "eva@example.se")
            #expect(made.text("InvoiceAddress1").count == 50 && made.text("TermsOfPaymentId") == chosen)
            #expect(try await bench.warnings() == [.valueTruncated])
        }
    }

    @Test func `a new article has the coding and the unit of the settings`() async throws {
        try await Bench.openForExport { bench in
            let coding = try #require(bench.sandbox.vismaRows("articleaccountcodings").last).text("Id")
            let unit = try #require(bench.sandbox.vismaRows("units").last).text("Id")
            try await bench.change { settings in
                settings.export.articleCodingId = coding
                settings.export.unitId = unit
            }
            let material = Bench.material("NY-1", ["MaterialName": "Ny", "MaterialUnit": "okänd enhet"])
            try bench.addWorkOrder(1, ["Materials": [material]])
            #expect(try await bench.sync().state == .succeeded)
            let made = try #require(bench.sandbox.vismaRows("articles").first { $0.text("Number") == "NY-1" })
            #expect(made.text("CodingId") == coding && made.text("UnitId") == unit)
        }
    }

    @Test func `a new article's number is never cut`() async throws {
        try await Bench.openForExport { bench in
            let number = JSON.string(String(repeating: "7", count: 41))
            try bench.addWorkOrder(1, ["Materials": [Bench.material(number)]])
            try await bench.expectFailure(1, .materialCreateFailed)
        }
    }
}
