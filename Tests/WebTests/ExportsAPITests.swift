import Domain
import Foundation
import MicroHTTP
import Persistence
import Sandbox
import Sync
import TestSupport
import Testing

@testable import Web

@Suite struct ExportsAPITests {
    private let base = "/api/v1/accounts/eriksson"

    private func open(_ body: (Site) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.bench.connect()
            try await body(site)
        }
    }

    private func names(_ reply: Reply) -> [String] { reply.list?.compactMap { $0["workOrder"] as? String } ?? [] }

    // MARK: - The ledger

    @Test func `an entry has everything that became of a work order`() async throws {
        try await open { site in
            try await site.bench.record(
                ExportEntry("1", .done, age: 0) { entry in
                    entry.document = .order
                    (entry.documentID, entry.documentNumber) = ("7f", 1042)
                    entry.invoice = .init(number: 17, isPaid: true)
                    entry.attempts = 2
                },
                ExportEntry("2", .failed, age: 60) { entry in
                    entry.number = nil
                    (entry.code, entry.message) = (.emptyWorkOrder, "\"Tom\"")
                }
            )
            let text = await site.call("GET", base + "/exports").response.text
            let expected =
                #"[{"workOrder":"1","number":"2026-1","state":"done","document":"order","documentId":"7f","#
                + #""documentNumber":1042,"invoice":{"number":17,"paid":true},"code":null,"message":null,"attempts":2,"#
                + #""updatedAt":"2026-01-15T08:10:00.000Z"},"#
                + #"{"workOrder":"2","number":null,"state":"failed","document":"invoiceDraft","documentId":null,"#
                + #""documentNumber":null,"invoice":null,"code":"EMPTY_WORK_ORDER","message":"\"Tom\"","attempts":1,"#
                + #""updatedAt":"2026-01-15T08:09:00.000Z"}]"#
            #expect(text == expected)
        }
    }

    @Test func `entries come newest first, page by page, by state`() async throws {
        try await open { site in
            // Two of them changed in the same millisecond.
            let entries = [("1", 0.0), ("2", 1), ("3", 1), ("4", 2)].map { ExportEntry($0, .done, age: $1) }
            try await site.bench.record(entries + [ExportEntry("5", .failed, age: 3)])
            #expect(names(await site.call("GET", base + "/exports")) == ["1", "3", "2", "4", "5"])
            #expect(names(await site.call("GET", base + "/exports?state=failed")) == ["5"])
            #expect(names(await site.call("GET", base + "/exports?state=posting")).isEmpty)
            let first = await site.call("GET", base + "/exports?limit=2")
            #expect(names(first) == ["1", "3"])
            let last = try #require(first.list?.last?["updatedAt"] as? String)
            #expect(names(await site.call("GET", base + "/exports?before=\(last),3&limit=2")) == ["2", "4"])
            #expect(names(await site.call("GET", base + "/exports?before=\(last),3&state=failed")) == ["5"])
            #expect(names(await site.call("GET", base + "/exports?before=\(last)")) == ["4", "5"])
        }
    }

    @Test(arguments: [
        ("state=sent", ["state"]), ("state=", ["state"]), ("state=done&state=failed&limit=0", ["limit"]),
        ("before=1", ["before"]), ("before=,1", ["before"]), ("limit=501", ["limit"]), ("colour=red", ["colour"]),
    ])
    func `a filter that can't be understood is named`(query: String, fields: [String]) async throws {
        try await open { site in
            let reply = await site.call("GET", base + "/exports?" + query)
            #expect(reply.status == 422)
            #expect(reply.faultyFields == fields)
        }
    }

    // MARK: - Retry

    @Test func `a retry is remembered, and asks for the sync that makes it`() async throws {
        try await open { site in
            try await site.bench.record(ExportEntry("160001", .failed, age: 0) { $0.code = .emptyWorkOrder })
            let reply = await site.call("POST", base + "/exports/160001/retry")
            #expect(reply.status == 202)
            let id = try #require(reply["id"])
            #expect(reply.response.headers["Location"] == "\(base)/runs/\(id)")
            let steps = reply.json?["steps"] as? [[String: Any]]
            #expect(steps?.compactMap { $0["scope"] as? String } == ["workOrders"])
            let entries = try await site.bench.store.exports(of: "eriksson", workOrders: ["160001"])
            #expect(entries["160001"]?.isAsked == true)
            // Asked again before the sync began, it is the same one.
            #expect(await site.call("POST", base + "/exports/160001/retry")["id"] == id)
        }
    }

    @Test func `what can't be tried again is a problem`() async throws {
        try await open { site in
            #expect(await site.call("POST", base + "/exports/unknown/retry").status == 404)
            #expect(await site.call("POST", base + "/exports/%2e%2e/retry").status == 404)
            #expect(await site.call("GET", base + "/exports/1/retry").status == 405)
            try await site.bench.record(ExportEntry("1", .failed, age: 0))
            try await site.bench.connecting.disconnect("eriksson")
            let reply = await site.call("POST", base + "/exports/1/retry")
            #expect(reply.status == 409)
            #expect(reply["code"] == "AUTH_EXPIRED")
        }
    }

    @Test(arguments: [("GET", "/exports"), ("POST", "/exports/1/retry"), ("GET", "/preview")])
    func `only the account's own key reaches its exports`(method: String, path: String) async throws {
        try await open { site in
            let other = try await site.bench.register("nord").apiKey
            #expect(await site.call(method, base + path, token: other).status == 403)
            #expect(await site.call(method, base + path, token: nil).status == 401)
            #expect(await site.call(method, "/api/v1/accounts/nobody" + path).status == 404)
        }
    }

    // MARK: - Preview

    @Test func `a preview has the bodies that an export then sends, and sends nothing`() async throws {
        try await open { site in
            let price: JSONObject = [
                "MaterialPrice": "90071992547409,93", "MaterialOriginalPrice": nil, "MaterialDiscountPercentage": nil,
                "MaterialNr": "0,07",
            ]
            try site.bench.complete(160_001, material: price)
            try site.bench.complete(160_002, on: "20-01-2026", ["Materials": []])
            let reply = await site.call("GET", base + "/preview")
            #expect(reply.status == 200)
            let previews = try Web.JSON(reading: reply.response.bytes).list
            #expect(previews.map { $0["workOrder"] } == ["160001", "160002"])
            let good = try #require(previews.first)
            #expect(good["number"] == "2026-160001" && good["document"] == "invoiceDraft" && good["failure"] == .null)
            let calls = try #require(good["calls"]?.list)
            #expect(calls.map { $0["path"] } == ["/articles", "/customerinvoicedrafts"])
            #expect(calls.map { $0["method"] } == ["POST", "POST"])
            let row = try #require(calls.last?["body"]?["Rows"]?.list.last)
            // No digit is lost, nor are there new ones.
            #expect(row["UnitPrice"] == .number(try #require(Decimal(string: "90071992547409.93"))))
            #expect(row["Quantity"] == .number(try #require(Decimal(string: "0.07"))))
            #expect(reply.response.text.contains(#""UnitPrice":90071992547409.93"#))
            let bad = try #require(previews.last?["failure"])
            #expect(bad["code"] == "EMPTY_WORK_ORDER")
            #expect(bad["message"]?.text?.isEmpty == false && bad["action"]?.text?.isEmpty == false)
            #expect(previews.last?["calls"] == .list([]) && previews.last?["warnings"] == .list([]))

            #expect(site.bench.sandbox.vismaRows("customerinvoicedrafts").isEmpty)
            #expect(await site.call("GET", base + "/exports").list?.isEmpty == true)
        }
    }

    @Test func `without a connection there is no preview`() async throws {
        try await Site.open { site in
            try await site.bench.register("eriksson")
            let reply = await site.call("GET", base + "/preview")
            #expect(reply.status == 409)
            #expect(reply["code"] == "AUTH_EXPIRED")
        }
    }
}
