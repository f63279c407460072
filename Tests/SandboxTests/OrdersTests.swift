import Foundation
import MicroHTTP
import Sandbox
import Testing

@Suite struct OrdersTests {
    @Test func `an order is numbered unless it is a draft`() async throws {
        let trade = try await Trade()
        let draft = try await trade.client.post("orders", trade.order(["Status": 1]))
        #expect(draft.status == 201)
        #expect(draft["Number"] == .null)
        let first = try await trade.client.post("orders", trade.order())
        #expect(first["Number"] == 1001)
        #expect(first["Amount"] == 251)
        #expect(first["InvoiceCity"] == "Stockholm")
        let promoted = try await trade.client.send("POST", "orders/\(draft["Id"].text)/converteddrafttoorder")
        #expect(promoted["Number"] == 1002)
        #expect(promoted["Status"] == 2)
    }

    @Test(arguments: [
        "CustomerId", "CurrencyCode", "OrderDate", "Status", "EuThirdParty", "RotReducedInvoicingType",
        "ReverseChargeOnConstructionServices",
    ])
    func `an order without a required field is refused`(field: String) async throws {
        let trade = try await Trade()
        #expect(try await trade.client.post("orders", trade.order([field: .null])).fields == [field])
    }

    @Test(arguments: ["LineNumber", "IsTextRow", "IsWorkCost", "EligibleForReverseChargeOnVat", "ArticleId"])
    func `an order row without a required field is refused with its place`(field: String) async throws {
        let trade = try await Trade()
        let body = trade.order(["Rows": [trade.orderRow(0, [field: .null])]])
        #expect(try await trade.client.post("orders", body).fields == ["Rows[0].\(field)"])
    }

    @Test func `an order row takes four decimals of quantity, a draft row two`() async throws {
        let trade = try await Trade()
        let quantity: JSONObject = ["Quantity": .number("0.3333")]
        #expect(
            try await trade.client.post("orders", trade.order(["Rows": [trade.orderRow(0, quantity)]])).status == 201
        )
        let draft = trade.draft(["Rows": [trade.draftRow(quantity)]])
        #expect(try await trade.client.post("customerinvoicedrafts", draft).errorCode == 2000)
    }

    @Test func `rows are kept in the order of their line numbers`() async throws {
        let trade = try await Trade()
        let rows: JSON = [trade.orderRow(2, ["Text": "B"]), trade.orderRow(1, ["Text": "A"])]
        let order = try await trade.client.post("orders", trade.order(["Rows": rows]))
        #expect(order["Rows"].array?.map { $0.object?["Text"] } == ["A", "B"])
    }

    @Test func `a negative row is taken while the total is not negative`() async throws {
        let trade = try await Trade()
        let credit = trade.orderRow(1, ["Quantity": -1])
        #expect(
            try await trade.client.post("orders", trade.order(["Rows": [trade.orderRow(0), credit]])).status == 201
        )
        #expect(try await trade.client.post("orders", trade.order(["Rows": [credit]])).fields == ["Rows"])
    }

    @Test func `without Quote and Order every order route is 403 with code 4002`() async throws {
        let client = try await Client(company: "norrland")
        for reply in [try await client.get("orders"), try await client.post("orders", [:])] {
            #expect(reply.status == 403)
            #expect(reply.errorCode == 4002)
            #expect(reply["DeveloperErrorMessage"] == "No access to module: sales_standard")
        }
        #expect(try await client.get("customerinvoicedrafts").status == 200)
    }

    @Test func `statuses only go forward, and an invoiced order cannot be changed`() async throws {
        let trade = try await Trade()
        #expect(try await trade.client.post("orders", trade.order(["Status": 4])).fields == ["Status"])
        #expect(try await trade.client.post("orders", trade.order(["Status": 3])).fields == ["ShippedDateTime"])
        let order = try await trade.client.post("orders", trade.order())
        let path = "orders/\(order["Id"].text)"
        #expect(try await trade.client.put(path, trade.order(["Status": 1])).fields == ["Status"])
        #expect(try await trade.client.put(path, trade.order(["Status": 4])).fields == ["Status"])
        let shipped = try await trade.client.send("POST", path + "/completed")
        #expect(shipped["Status"] == 3)
        #expect(shipped["ShippedDateTime"] == "2025-11-22T00:00:00Z")
        #expect(try await trade.client.send("POST", path + "/completed").errorCode == 4002)
        #expect(try await trade.client.send("POST", path + "/voided")["Status"] == 2)
        let invoice = try await trade.client.post(path + "/convert", [:])
        #expect(invoice["CreatedFromOrderId"] == order["Id"])
        #expect(try await trade.client.put(path, trade.order()).errorCode == 2000)
        #expect(try await trade.client.delete(path).errorCode == 4001)
        #expect(try await trade.client.get(path)["Status"] == 4)
    }

    @Test func `a PUT clears what it leaves out, keeps the number and moves the stamp`() async throws {
        let trade = try await Trade()
        let order = try await trade.client.post("orders", trade.order(["OurReference": "Bo", "DeliveryCity": "Åre"]))
        trade.client.clock.advance(by: 5)
        let replaced = try await trade.client.put("orders/\(order["Id"].text)", trade.order())
        #expect(replaced["OurReference"] == .null)
        #expect(replaced["DeliveryCity"] == .null)
        #expect(replaced["Number"] == order["Number"])
        #expect(replaced["ModifiedUtc"] == "2025-11-22T09:00:05.000Z")
        let changed = try await trade.client.get("orders?$filter=ModifiedUtc gt 2025-11-22T09:00:01Z")
        #expect(changed.data.count == 1)
    }

    @Test func `a customer with an order cannot be deleted`() async throws {
        let trade = try await Trade()
        _ = try await trade.client.post("orders", trade.order())
        #expect(try await trade.client.delete("customers/\(trade.customer.text)").errorCode == 4001)
    }
}
