import Foundation
import MicroHTTP
import Sandbox
import Testing

@Suite struct InvoicesTests {
    @Test func `a converted draft is gone and its invoice names it`() async throws {
        let trade = try await Trade()
        let draft = try await trade.client.post("customerinvoicedrafts", trade.draft(["InvoiceDate": "2025-11-10"]))
        let path = "customerinvoicedrafts/\(draft["Id"].text)"
        let invoice = try await trade.client.post(path + "/convert", [:])
        #expect(invoice.status == 201)
        #expect(invoice["CreatedFromDraftId"] == draft["Id"])
        #expect(invoice["InvoiceNumber"] == 1001)
        #expect(invoice["TotalAmount"] == draft["TotalAmount"])
        #expect(invoice["PaymentStatus"] == 1)
        // The company does not keep the draft's date.
        #expect(invoice["InvoiceDate"] == "2025-11-22T00:00:00Z")
        #expect(try await trade.client.get(path).status == 404)
        #expect(try await trade.client.post(path + "/convert", [:]).errorCode == 3000)
    }

    @Test func `the draft's date stays when the call says so`() async throws {
        let trade = try await Trade()
        let draft = try await trade.client.post("customerinvoicedrafts", trade.draft(["InvoiceDate": "2025-11-10"]))
        let path = "customerinvoicedrafts/\(draft["Id"].text)/convert?keepOriginalDraftDate=true"
        #expect(try await trade.client.post(path, [:])["InvoiceDate"] == "2025-11-10T00:00:00Z")
    }

    @Test func `a draft of text alone and one of other totals are not booked`() async throws {
        let trade = try await Trade()
        let text: JSON = ["IsTextRow": true, "ReversedConstructionServicesVatFree": false, "Text": "Hej"]
        let bare = try await trade.client.post("customerinvoicedrafts", trade.draft(["Rows": [text]]))
        let barePath = "customerinvoicedrafts/\(bare["Id"].text)/convert"
        #expect(try await trade.client.post(barePath, [:]).errorCode == 4013)
        let draft = try await trade.client.post("customerinvoicedrafts", trade.draft())
        let path = "customerinvoicedrafts/\(draft["Id"].text)/convert"
        #expect(try await trade.client.post(path, ["TotalAmountInvoiceCurrency": 1]).errorCode == 2000)
        #expect(trade.client.sandbox.vismaRows("customerinvoices").isEmpty)
    }

    @Test func `payments reduce what is left until the invoice is paid`() async throws {
        let trade = try await Trade()
        let draft = try await trade.client.post("customerinvoicedrafts", trade.draft())
        let invoice = try await trade.client.post("customerinvoicedrafts/\(draft["Id"].text)/convert", [:])
        let path = "customerinvoices/\(invoice["Id"].text)"
        func pay(_ amount: JSON) async throws -> Reply {
            try await trade.client.post(
                path + "/payments",
                [
                    "CompanyBankAccountId": "00000000-0000-4000-8000-000000000001", "PaymentAmount": amount,
                    "PaymentCurrency": "SEK", "PaymentType": 1,
                ]
            )
        }
        #expect(try await pay(100).status == 201)
        #expect(try await trade.client.get(path)["RemainingAmount"] == 151)
        #expect(try await pay(152).fields == ["PaymentAmount"])
        trade.client.clock.advance(by: 60)
        #expect(try await pay(151).status == 201)
        #expect(try await trade.client.get(path)["PaymentStatus"] == 0)
    }

    @Test func `modifiedSinceUtc leaves out what did not change`() async throws {
        let trade = try await Trade()
        let draft = try await trade.client.post("customerinvoicedrafts", trade.draft())
        _ = try await trade.client.post("customerinvoicedrafts/\(draft["Id"].text)/convert", [:])
        func count(_ since: String) async throws -> Int {
            try await trade.client.get("customerinvoices?modifiedSinceUtc=\(since)").data.count
        }
        #expect(try await count("2025-11-22T09:00:00Z") == 1)
        #expect(try await count("2025-11-22T09:00:01Z") == 0)
        #expect(try await trade.client.get("customerinvoices?modifiedSinceUtc=soon").errorCode == 6001)
    }
}

@Suite struct AttachmentsTests {
    private func upload(_ document: JSON, _ changes: JSONObject = [:]) -> JSON {
        var body: JSONObject = [
            "ContentType": "application/pdf", "FileName": "WO-1.pdf", "DockumentId": document, "Data": "JVBERi0xLjQ=",
        ]
        for (name, value) in changes { body[name] = value }
        return .object(body)
    }

    @Test func `a file is kept with its draft and can be read back`() async throws {
        let trade = try await Trade()
        let draft = try await trade.client.post("customerinvoicedrafts", trade.draft())
        let reply = try await trade.client.post("salesdocumentattachments/customerinvoicedraft", upload(draft["Id"]))
        #expect(reply.status == 201)
        #expect(reply["OriginalFilename"] == "WO-1.pdf")
        #expect(reply["DocumentSize"] == 8)
        let path = "customerinvoicedrafts/\(draft["Id"].text)"
        #expect(try await trade.client.get(path)["SalesDocumentAttachments"] == [reply["Id"]])
        #expect(try await trade.client.get("salesdocumentattachments/\(reply["Id"].text).pdf").text == "%PDF-1.4")
        let removal = "salesdocumentattachments/customerinvoicedraft/\(draft["Id"].text)/\(reply["Id"].text)"
        #expect(try await trade.client.delete(removal).status == 200)
        #expect(try await trade.client.get(path)["SalesDocumentAttachments"] == [])
    }

    @Test func `an unknown document is refused with code 5007, also one of another kind`() async throws {
        let trade = try await Trade()
        let draft = try await trade.client.post("customerinvoicedrafts", trade.draft())
        #expect(try await trade.client.post("salesdocumentattachments/order", upload(draft["Id"])).errorCode == 5007)
    }

    @Test(arguments: [
        ("ContentType", JSON.string("text/html"), "ContentType"), ("ContentType", .null, "ContentType"),
        ("FileName", .string(String(repeating: "a", count: 129)), "FileName"), ("DockumentId", .null, "DockumentId"),
        ("Data", .string("not base 64!"), "Data"), ("Data", .null, "Data"),
    ])
    func `a file that does not fit is refused`(field: String, value: JSON, named: String) async throws {
        let trade = try await Trade()
        let order = try await trade.client.post("orders", trade.order())
        let reply = try await trade.client.post("salesdocumentattachments/order", upload(order["Id"], [field: value]))
        #expect(reply.errorCode == 2000)
        #expect(reply.fields == [named])
    }
}
