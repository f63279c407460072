import Foundation
import MicroHTTP
import Sandbox
import Testing

@Suite struct PagesTests {
    private func page(_ client: Client, _ path: String) async throws -> Reply {
        Reply(try await client.sandbox.visma.response(to: Request("GET", path)))
    }

    private func save(_ client: Client, _ path: String, _ form: [(String, String)], origin: String? = nil) async throws
        -> Reply
    {
        var headers: Fields = ["Host": "localhost:9001", "Content-Type": "application/x-www-form-urlencoded"]
        headers["Origin"] = origin
        let request = Request("POST", path, headers: headers, body: Array(Client.query(form).utf8))
        return Reply(try await client.sandbox.visma.response(to: request))
    }

    @Test func `the first page counts the tables of both sides`() async throws {
        let client = try await Client(.sampleCompany)
        let reply = try await page(client, "/")
        #expect(reply.status == 200)
        #expect(reply.text.contains("Eriksson Rör &amp; El AB"))
        #expect(reply.text.contains(#"Customers</a> (1200)"#))
        #expect(reply.text.contains(#"/tables/outsmart/eriksson/relations">Relations</a>: none"#))
        #expect(!reply.text.contains("<script"))
        #expect(reply.headers["Content-Security-Policy"]?.contains("default-src 'none'") == true)
    }

    @Test func `a table can be searched, and names are escaped`() async throws {
        let client = try await Client(.sampleCompany)
        let reply = try await page(client, "/tables/visma/eriksson/customers?q=%3Cb%3EFET")
        #expect(reply.text.contains("6 records."))
        #expect(reply.text.contains("&lt;b&gt;Fet&lt;/b&gt; &amp; &quot;Citat&quot; &#39;AB&#39;"))
        #expect(!reply.text.contains("<b>"))
    }

    @Test func `a record is corrected on its page, and its stamp moves`() async throws {
        let client = try await Client(.sampleCompany)
        let id = client.sandbox.vismaRows("customers")[13].text("Id")
        let path = "/tables/visma/eriksson/customers/row?key=\(id)"
        #expect(try await page(client, path).text.contains(#"name="InvoiceCity" value="""#))
        client.clock.advance(by: 60)
        let reply = try await save(client, path, [("InvoiceCity", "Åmål"), ("IsActive", "false"), ("Id", "x")])
        #expect(reply.status == 303)
        #expect(reply.headers["Location"] == path)
        let record = client.sandbox.vismaRows("customers")[13]
        #expect(record["InvoiceCity"] == "Åmål")
        #expect(record["IsActive"] == false)
        #expect(record["Id"] == .string(id))
        #expect(record["ChangedUtc"] == "2025-11-22T09:01:00.000Z")
    }

    @Test func `a work order's rows are corrected, added and removed by clicking`() async throws {
        let client = try await Client(.sampleCompany)
        func rows(_ id: String, _ part: String) -> [JSONObject] {
            let order = client.sandbox.outSmartRows("workorders").first { $0.text("id") == id }
            return (order?[part]?.array ?? []).compactMap(\.object)
        }
        // One with a quantity of 0.
        let path = "/tables/outsmart/eriksson/workorders/row?key=160202"
        let before = rows("160202", "Materials")
        #expect(before.map { $0.text("MaterialNr") } == ["0"])
        #expect(try await page(client, path).text.contains(#"name="Materials.0.MaterialNr" value="0""#))
        #expect(
            try await save(client, path, [("Materials.0.MaterialNr", "2,5"), ("Materials.7.X", "y")]).status == 303
        )
        #expect(rows("160202", "Materials").map { $0.text("MaterialTotalPrice") } == ["25"])
        #expect(rows("160202", "Materials")[0].text("MaterialName") == before[0].text("MaterialName"))

        // One with nothing in it.
        let empty = "/tables/outsmart/eriksson/workorders/row?key=160201"
        let form = [("action", "add Materials"), ("Materials.0.MaterialCode", "1"), ("Materials.0.MaterialNr", "1")]
        #expect(try await save(client, empty, form).status == 303)
        #expect(try await save(client, empty, [("action", "add Workperiods")]).status == 303)
        #expect(rows("160201", "Materials").map { $0.text("MaterialCode") } == ["1"])
        #expect(rows("160201", "Workperiods").count == 1)
        for row in ["-1", "1", "x"] {
            _ = try await save(client, empty, [("action", "remove Workperiods"), ("row", row)])
        }
        #expect(rows("160201", "Workperiods").count == 1)
        #expect(try await save(client, empty, [("action", "remove Workperiods"), ("row", "0")]).status == 303)
        #expect(rows("160201", "Workperiods").isEmpty && rows("160201", "Materials").count == 1)
    }

    @Test func `a record is deleted by a button, and a list offers its states`() async throws {
        let client = try await Client(.sampleCompany)
        let list = "/tables/outsmart/eriksson/workorders"
        #expect(try await page(client, list).text.contains(#"<a href="?status=Opgehaald">Opgehaald (5)</a>"#))
        #expect(try await page(client, list + "?status=Opgehaald").text.contains("5 records."))
        let reply = try await save(client, list + "/row?key=160227", [("action", "delete")])
        #expect(reply.status == 303 && reply.headers["Location"] == list)
        #expect(try await page(client, list + "?status=Opgehaald").text.contains("4 records."))
        #expect(try await page(client, list + "/row?key=160227").status == 404)
        let settings = client.sandbox.vismaRows("companysettings")
        let key = "/tables/visma/eriksson/companysettings/row?key=eriksson"
        _ = try await save(client, key, [("action", "delete")])
        #expect(client.sandbox.vismaRows("companysettings").count == settings.count)
    }

    @Test func `a form of another site changes nothing`() async throws {
        let client = try await Client(.sampleCompany)
        let path = "/tables/visma/eriksson/customers/row?key=\(client.sandbox.vismaRows("customers")[0].text("Id"))"
        #expect(try await save(client, path, [("Name", "x")], origin: "https://evil.example").status == 403)
        #expect(try await save(client, path, [("Name", "x")], origin: "http://localhost:9001").status == 303)
    }

    @Test(arguments: [
        "/tables/visma/eriksson/passwords", "/tables/visma/nobody/customers", "/nonsense",
        "/tables/visma/eriksson/customers/row?key=x",
    ])
    func `what is not there is 404`(path: String) async throws {
        #expect(try await page(Client(), path).status == 404)
    }

    @Test func `the program interface reads, edits and deletes rows`() async throws {
        let client = try await Client(.sampleCompany)
        func call(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> Reply {
            Reply(try await client.sandbox.visma.response(to: Request(method, path, body: body?.bytes ?? [])))
        }
        let rows = try await call("GET", "/sandbox/visma/customers").json.array ?? []
        #expect(rows.count == 1200)
        let id = rows[0].object?.text("Id") ?? ""
        #expect(try await call("POST", "/sandbox/visma/customers/\(id)", ["Name": "Ändrad"])["Name"] == "Ändrad")
        #expect(try await call("GET", "/sandbox/visma/customers/\(id)")["Name"] == "Ändrad")
        #expect(try await call("DELETE", "/sandbox/visma/customers/\(id)").status == 204)
        #expect(try await call("DELETE", "/sandbox/visma/customers/\(id)").status == 404)
        #expect(try await call("POST", "/sandbox/outsmart/relations/77?of=norrland", ["name": "Ny"])["name"] == "Ny")
        #expect(client.sandbox.outSmartRows("relations", account: "norrland").map { $0["debtor_number"] } == ["77"])
        #expect(try await call("POST", "/sandbox/visma/customers/\(id)", [1]).status == 422)
        #expect(try await call("PUT", "/sandbox/visma/customers").status == 405)
    }

    @Test func `the program interface declares faults, ends tokens and shows calls`() async throws {
        let client = try await Client()
        func call(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> Reply {
            Reply(try await client.sandbox.visma.response(to: Request(method, path, body: body?.bytes ?? [])))
        }
        let fault: JSON = [
            "fault": "status", "status": 503, "when": "after", "method": "GET", "path": "/v2/units", "count": 2,
        ]
        #expect(try await call("POST", "/sandbox/faults", fault).status == 204)
        #expect(try await client.get("units").status == 503)
        #expect(try await client.get("units").status == 503)
        #expect(try await client.get("units").status == 200)
        #expect(
            try await call("POST", "/sandbox/faults", ["fault": "magic", "method": "*", "path": "/"]).status == 422
        )
        #expect(try await call("POST", "/sandbox/tokens/expire").status == 204)
        #expect(try await client.get("units").errorCode == 4005)
        _ = try await client.outSmart(
            "POST",
            "relations/",
            [
                ["debtor_number": "1", "name": "A", "street": "B", "postal_code": "C", "city": "D"]
            ]
        )
        let calls = try await call("GET", "/sandbox/calls")
        #expect(calls["counts"].object?["GET /v2/units"] == 4)
        let newest = try #require(calls["newest"].array?.first?.object)
        #expect(newest["route"] == "/openapi/8/relations")
        #expect(newest["account"] == "eriksson")
        #expect(try await call("GET", "/sandbox/posts/outsmart/relations").json == ["1": 1])
    }

    @Test func `a draft is booked and its invoice paid by buttons`() async throws {
        let trade = try await Trade()
        let client = trade.client
        let draft = try await client.post("customerinvoicedrafts", trade.draft())
        let path = "/tables/visma/eriksson/customerinvoicedrafts/row?key=\(draft["Id"].text)"
        #expect(try await page(client, path).text.contains("Book as invoice"))
        #expect(try await save(client, path, [("action", "book")]).status == 303)
        let invoice = try #require(client.sandbox.vismaRows("customerinvoices").first)
        #expect(invoice["CreatedFromDraftId"] == draft["Id"])
        let invoicePath = "/tables/visma/eriksson/customerinvoices/row?key=\(invoice.text("Id"))"
        #expect(try await save(client, invoicePath, [("action", "pay")]).status == 303)
        #expect(client.sandbox.vismaRows("customerinvoices").first?["PaymentStatus"] == 0)
        let again = try await save(client, invoicePath, [("action", "pay")])
        #expect(again.status == 409)
        #expect(again.text.contains("Data model validation failed"))
    }

    @Test func `a program books an order, once`() async throws {
        let trade = try await Trade()
        let order = try await trade.client.post("orders", trade.order())
        func book() async throws -> Reply {
            let request = Request("POST", "/sandbox/visma/orders/\(order["Id"].text)/book")
            return Reply(try await trade.client.sandbox.visma.response(to: request))
        }
        #expect(try await book()["CreatedFromOrderId"] == order["Id"])
        #expect(try await book()["code"] == 4002)
    }
}
