import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// What stands in the documents.
@Suite struct ExportDocumentTests {
    @Test func `a document has a title, the materials and the hours, in this order`() async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1)
            #expect(try await bench.sync().state == .succeeded)
            let (draft, rows) = (try bench.document(1), try bench.rows(1))
            #expect(rows.map { $0["IsTextRow"] } == [true, false, false])
            #expect(rows[0].text("Text") == "Work order 2026-1, 2026-01-14\nBytt blandare")
            #expect(rows.map { $0.text("ArticleNumber") } == ["", "A1", "ARB"])
            #expect(rows.map { $0["Quantity"]?.decimal } == [0, 2, 1])
            #expect(rows.map { $0["UnitPrice"]?.decimal } == [0, 100, 850])
            #expect(draft.text("InvoiceDate").hasPrefix("2026-01-14"))
            #expect(draft.text("BuyersOrderReference") == "WO-2026-1")
            #expect(draft["EuThirdParty"] == false && draft["RotReducedInvoicingType"] == 0)
            #expect(draft["DeliveryCity"]?.isNull == true)
        }
    }

    @Test(arguments: [
        (0, false, "00:53", "0.88"), (15, false, "00:53", "1"), (15, false, "00:52", "0.75"), (15, true, "00:46", "1"),
        (30, false, "00:02", "0.5"), (30, true, "01:00", "1"), (6, false, "01:03", "1.1"),
    ])
    func `hours are rounded half up or always up, and never to nothing`(
        step: Int,
        up: Bool,
        time: String,
        quantity: String
    ) async throws {
        try await Bench.openForExport {
            $0.hourRounding = step
            $0.roundUp = up
        } _: { bench in
            try bench.addWorkOrder(1, ["Workperiods": [Bench.period("ARB", ["TotalTime": .string(time)])]])
            try await bench.sync()
            #expect(try bench.rows(1).last?["Quantity"]?.decimal == Decimal(string: quantity))
        }
    }

    @Test func `work without a total lasts from begin to end, past midnight and without the break`() async throws {
        try await Bench.openForExport { bench in
            let night = Bench.period(
                "ARB",
                ["BeginTime": "22:00", "EndTime": "02:30", "TotalTime": nil, "Break": "30"]
            )
            try bench.addWorkOrder(1, ["Workperiods": [night]])
            try await bench.sync()
            #expect(try bench.rows(1).last?["Quantity"]?.decimal == 4)
        }
    }

    @Test func `travel is one row with the sum of the distances`() async throws {
        try await Bench.openForExport {
            $0.travelArticle = "KM"
        } _: { bench in
            try bench.addArticle("KM", "Resa", "25.00")
            let periods: JSON = [Bench.period("ARB", ["Travel": "12,5"]), Bench.period("ARB", ["Travel": "7"])]
            try bench.addWorkOrder(1, ["Workperiods": periods])
            try await bench.sync()
            let travel = try bench.rows(1).filter { $0.text("ArticleNumber") == "KM" }
            #expect(travel.map { $0["Quantity"]?.decimal } == [Decimal(string: "19.5")])
            #expect(travel.map { $0["UnitPrice"]?.decimal } == [25])
        }
    }

    @Test(arguments: [(Settings.Export.Document.invoiceDraft, "1.24"), (.order, "1.2357")])
    func `quantities have as many decimals as the document allows`(
        document: Settings.Export.Document,
        quantity: String
    ) async throws {
        try await Bench.openForExport {
            $0.document = document
        } _: { bench in
            try bench.addWorkOrder(1, ["Materials": [Bench.material("A1", ["MaterialNr": "1,23565"])]])
            try await bench.sync()
            #expect(try bench.rows(1)[1]["Quantity"]?.decimal == Decimal(string: quantity))
        }
    }

    @Test func `a discount that leads to the price is shown`() async throws {
        try await Bench.openForExport { bench in
            let material = Bench.material(
                "A1",
                ["MaterialPrice": "90,00", "MaterialOriginalPrice": "100,00", "MaterialDiscountPercentage": "10"]
            )
            try bench.addWorkOrder(1, ["Materials": [material]])
            try await bench.sync()
            #expect(try bench.rows(1)[1]["UnitPrice"]?.decimal == 100)
            #expect(try bench.rows(1)[1]["DiscountPercentage"]?.decimal == Decimal(string: "0.1"))
        }
    }

    @Test(arguments: [("SE", "125"), ("DE", "125"), ("NO", "100")])
    func `prices for private customers include VAT, outside the Union of nothing`(
        country: String,
        price: String
    ) async throws {
        try await Bench.openForExport { bench in
            try bench.editCustomer(0, ["IsPrivatePerson": true, "InvoiceCountryCode": .string(country)])
            try bench.addWorkOrder(1)
            #expect(try await bench.sync().state == .succeeded)
            #expect(try bench.document(1)["IncludesVat"] == true)
            #expect(try bench.rows(1)[1]["UnitPrice"]?.decimal == Decimal(string: price))
        }
    }

    @Test func `a long text is cut and said so`() async throws {
        try await Bench.openForExport { bench in
            let text = String(repeating: "å", count: 2500)
            try bench.addWorkOrder(1, ["WorkDescription": .string(text)])
            #expect(try await bench.sync().state == .succeeded)
            #expect(try bench.rows(1)[0].text("Text").utf16.count == 2000)
            #expect(try await bench.warnings() == [.valueTruncated])
        }
    }

    @Test func `work at another place has a delivery block, cut where it is too long`() async throws {
        try await Bench.openForExport { bench in
            let street = String(repeating: "Väg", count: 20)
            try bench.addWorkOrder(
                1,
                ["CustomerStreet": .string(street), "CustomerCity": "Norsborg", "CustomerZIP": "145 57"]
            )
            #expect(try await bench.sync().state == .succeeded)
            #expect(try bench.document(1).text("DeliveryAddress1").count == 50)
            #expect(try bench.document(1).text("DeliveryCity") == "Norsborg")
            #expect(try await bench.warnings() == [.valueTruncated])
        }
    }

    @Test(arguments: [("14-11-2025", "14-11-2025"), ("20-02-2026", "20-02-2026")])
    func `a day in a locked period or in the future becomes today`(day: String, end: String) async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1, ["WorkDate": .string(day), "WorkEndDate": .string(end)])
            #expect(try await bench.sync().state == .succeeded)
            #expect(try bench.document(1).text("InvoiceDate").hasPrefix("2026-01-15"))
            #expect(try await bench.warnings() == [.periodLocked])
        }
    }
}
