import Foundation
import MicroHTTP
import Sandbox
import Testing

@Suite struct DraftsTests {
    @Test func `rows take unit, VAT and name from their articles, and totals are rounded to kronor`() async throws {
        let trade = try await Trade()
        let rows: JSON = [
            trade.draftRow(),
            trade.draftRow(["ArticleId": trade.hours, "Quantity": .number("1.25"), "UnitPrice": 850]),
            ["IsTextRow": true, "ReversedConstructionServicesVatFree": false, "Text": "Work order 1"],
        ]
        let draft = try await trade.client.post("customerinvoicedrafts", trade.draft(["Rows": rows]))
        #expect(draft.status == 201)
        let stored = draft["Rows"].array?.compactMap(\.object) ?? []
        #expect(stored.map { $0["LineNumber"] } == [0, 1, 2])
        #expect(stored.map { $0["UnitAbbreviation"] } == ["st", "tim", .null])
        #expect(stored.map { $0["Text"] } == ["Kulventil", "Arbete", "Work order 1"])
        #expect(stored.map { $0["VatRate"] } == [.number("0.25"), .number("0.25"), .null])
        // 201.00 + 1,062.50 = 1,263.50; VAT 50.25 + 265.63; 1,579.38 is rounded to 1,579.
        #expect(draft["TotalVatAmount"] == .number("315.88"))
        #expect(draft["TotalAmount"] == 1579)
        #expect(draft["TotalRoundings"] == .number("-0.38"))
        #expect(draft["InvoiceDate"] == "2025-11-22T00:00:00Z")
        #expect(draft["DueDate"] == "2025-12-02T00:00:00Z")
        #expect(draft["CustomerName"] == "Exempel AB")
    }

    @Test func `a private customer's prices include VAT`() async throws {
        let trade = try await Trade(customer: ["IsPrivatePerson": true])
        let draft = try await trade.client.post("customerinvoicedrafts", trade.draft())
        #expect(draft["IncludesVat"] == true)
        #expect(draft["TotalAmount"] == 201)
        #expect(draft["TotalVatAmount"] == .number("40.2"))
    }

    @Test func `a discount is a fraction`() async throws {
        let trade = try await Trade()
        func reply(_ discount: JSON) async throws -> Reply {
            let rows: JSON = [trade.draftRow(["DiscountPercentage": discount])]
            return try await trade.client.post("customerinvoicedrafts", trade.draft(["Rows": rows]))
        }
        #expect(try await reply(.number("0.1"))["Rows"].array?.first?.object?["Amount"] == .number("180.9"))
        #expect(try await reply(10).fields == ["Rows[0].DiscountPercentage"])
    }

    @Test(arguments: [
        ("IsTextRow", JSON.null, "Rows[0].IsTextRow"),
        (
            "ReversedConstructionServicesVatFree", .null,
            "Rows[0].ReversedConstructionServicesVatFree"
        ),
        ("ArticleId", .null, "Rows[0].ArticleId"), ("Quantity", .number("1.234"), "Rows[0].Quantity"),
        ("UnitPrice", .number("1.234"), "Rows[0].UnitPrice"), ("Quantity", "2", "Rows[0].Quantity"),
        ("Text", .string(String(repeating: "x", count: 2001)), "Rows[0].Text"),
    ])
    func `a row that does not fit is refused with its place`(field: String, value: JSON, place: String) async throws {
        let trade = try await Trade()
        let body = trade.draft(["Rows": [trade.draftRow([field: value])]])
        let reply = try await trade.client.post("customerinvoicedrafts", body)
        #expect(reply.errorCode == 2000)
        #expect(reply.fields == [place])
        #expect(trade.client.sandbox.vismaRows("customerinvoicedrafts").isEmpty)
    }

    @Test(arguments: ["CustomerId", "EuThirdParty", "RotReducedInvoicingType"])
    func `a draft without a required field is refused`(field: String) async throws {
        let trade = try await Trade()
        #expect(try await trade.client.post("customerinvoicedrafts", trade.draft([field: .null])).fields == [field])
    }

    @Test func `a reference longer than 35 characters is refused`() async throws {
        let trade = try await Trade()
        let body = trade.draft(["BuyersOrderReference": .string(String(repeating: "x", count: 36))])
        #expect(try await trade.client.post("customerinvoicedrafts", body).fields == ["BuyersOrderReference"])
    }

    @Test func `a text row needs a text`() async throws {
        let trade = try await Trade()
        let rows: JSON = [["IsTextRow": true, "ReversedConstructionServicesVatFree": false, "Text": ""]]
        let reply = try await trade.client.post("customerinvoicedrafts", trade.draft(["Rows": rows]))
        #expect(reply.fields == ["Rows[0].Text"])
    }

    @Test(arguments: ["CustomerId", "ArticleId", "ProjectId"])
    func `an unknown customer, article or project is 404 with code 3000`(field: String) async throws {
        let trade = try await Trade()
        let unknown: JSON = "00000000-0000-4000-8000-000000000000"
        let body =
            field == "CustomerId"
            ? trade.draft([field: unknown]) : trade.draft(["Rows": [trade.draftRow([field: unknown])]])
        let reply = try await trade.client.post("customerinvoicedrafts", body)
        #expect(reply.status == 404)
        #expect(reply.errorCode == 3000)
    }

    @Test func `a finished project is refused with code 5005`() async throws {
        let trade = try await Trade()
        let body = trade.draft(["Rows": [trade.draftRow(["ProjectId": trade.finishedProject])]])
        #expect(try await trade.client.post("customerinvoicedrafts", body).errorCode == 5005)
    }

    @Test(arguments: [
        ("2025-11-23", 4023), ("2025-09-30", 4026), ("2024-02-01", 4026), ("2023-05-05", 4038), ("2019-01-01", 3001),
    ])
    func `a date that cannot be booked has its own code`(date: JSON, code: Int) async throws {
        let trade = try await Trade()
        #expect(
            try await trade.client.post("customerinvoicedrafts", trade.draft(["InvoiceDate": date])).errorCode == code
        )
    }

    @Test func `a coding that lacks the account for sales abroad is refused with code 4024`() async throws {
        let trade = try await Trade(customer: ["InvoiceCountryCode": "DE", "VatNumber": "DE123456789"])
        let coding = try listID("articleaccountcodings", "Name", "Hyra 25 %", of: trade.client)
        let article = try await trade.client.post(
            "articles",
            articleBody(["Number": "H", "CodingId": coding], of: trade.client)
        )["Id"]
        let body = trade.draft(["Rows": [trade.draftRow(["ArticleId": article])]])
        #expect(try await trade.client.post("customerinvoicedrafts", body).errorCode == 4024)
        let domestic = try await trade.client.post("customerinvoicedrafts", trade.draft())
        #expect(domestic["TotalVatAmount"] == 0)
    }

    @Test func `four decimals of a price are for foreign customers`() async throws {
        let trade = try await Trade(customer: ["InvoiceCountryCode": "NO"])
        let body = trade.draft(["Rows": [trade.draftRow(["UnitPrice": .number("1.2345")])]])
        #expect(try await trade.client.post("customerinvoicedrafts", body).status == 201)
    }

    @Test func `reverse charge needs a customer who takes it over`() async throws {
        let flagged: JSONObject = ["ReversedConstructionServicesVatFree": true]
        let plain = try await Trade()
        let refused = plain.draft(["Rows": [plain.draftRow(flagged)]])
        #expect(try await plain.client.post("customerinvoicedrafts", refused).errorCode == 2000)
        let builder = try await Trade(customer: [
            "ReverseChargeOnConstructionServices": true, "VatNumber": "SE556677889901", "InvoiceCountryCode": "SE",
        ])
        let draft = try await builder.client.post(
            "customerinvoicedrafts",
            builder.draft(["Rows": [builder.draftRow(flagged)]])
        )
        #expect(draft["TotalVatAmount"] == 0)
        #expect(draft["ReverseChargeOnConstructionServices"] == true)
    }

    @Test func `a zero price becomes the article's only when asked`() async throws {
        let trade = try await Trade()
        for (replaces, price) in [(false, JSON.int(0)), (true, .number("100.5"))] {
            let body = trade.draft([
                "ReplaceUnitPriceWhenZero": .bool(replaces), "Rows": [trade.draftRow(["UnitPrice": 0])],
            ])
            let draft = try await trade.client.post("customerinvoicedrafts", body)
            #expect(draft["Rows"].array?.first?.object?["UnitPrice"]?.decimal == price.decimal)
        }
    }

    @Test func `a reference finds its document, unless this Visma refuses the filter`() async throws {
        let path = "customerinvoicedrafts?$filter=BuyersOrderReference eq 'WO-2'"
        let trade = try await Trade()
        for number in 1...3 {
            let body = trade.draft(["BuyersOrderReference": .string("WO-\(number)")])
            _ = try await trade.client.post("customerinvoicedrafts", body)
        }
        #expect(try await trade.client.get(path).data.map { $0.text("BuyersOrderReference") } == ["WO-2"])
        let byRow = "customerinvoicedrafts?$filter=Rows/any(r: r/ArticleNumber eq '4711')"
        #expect(try await trade.client.get(byRow).data.count == 3)
        let strict = try await Trade { $0.refusedFilters = ["BuyersOrderReference"] }
        #expect(try await strict.client.get(path).errorCode == 6000)
    }

    @Test func `a replaced draft loses what is left out, and a deleted one is gone`() async throws {
        let trade = try await Trade()
        let draft = try await trade.client.post("customerinvoicedrafts", trade.draft(["YourReference": "Åsa"]))
        let path = "customerinvoicedrafts/\(draft["Id"].text)"
        let replaced = try await trade.client.put(path, trade.draft(["BuyersOrderReference": .null]))
        #expect(replaced["YourReference"] == .null)
        #expect(replaced["CreatedUtc"] == draft["CreatedUtc"])
        #expect(try await trade.client.delete(path).status == 200)
        #expect(try await trade.client.get(path).errorCode == 3000)
    }
}
