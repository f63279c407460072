import Domain
import Foundation
import MicroHTTP
import Persistence
import TestSupport
import Testing

@testable import Web

@Suite struct SettingsAPITests {
    private let path = "/api/v1/accounts/nord/settings"

    private let defaults =
        #"{"import":{"customers":true,"articles":true,"projects":true,"orders":true,"#
        + #""includeInactive":false,"changedSince":null,"#
        + #""hourUnits":["h","hr","hrs","hour","hours","tim","timme","timmar","time","timer","uur","uren","std","#
        + #""stunde","stunden","hora","horas","heure","heures"],"#
        + #""orderStatuses":[2],"typeOfWork":"Service","paymentMethod":"op rekening","shipImportedOrders":false},"#
        + #""export":{"workOrders":true,"document":"invoiceDraft","ordersFromVisma":"update","workStatus":null,"#
        + #""completedSince":null,"newCustomers":true,"newMaterials":true,"hourRounding":0,"roundUp":false,"#
        + #""fallbackArticle":null,"fallbackHourArticle":null,"travelArticle":null,"articleCodingId":null,"#
        + #""unitId":null,"termsOfPaymentId":null,"referenceField":"buyersOrderReference","periodRemarks":true,"#
        + #""workDescription":true,"attachPDF":true,"errorWorkStatus":"99","handledAfterExport":true},"#
        + #""schedule":{"enabled":true},"notifications":{"webhookURL":null,"webhookSecret":null},"#
        + #""language":null}"#

    private func open(_ body: (Site) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.bench.register("nord")
            try await body(site)
        }
    }

    @Test func `settings are a document that a merge patch changes`() async throws {
        try await open { site in
            #expect(await site.call("GET", path).response.text == defaults)
            let patch = #"{"import": {"includeInactive": true, "changedSince": "2025-02-28T12:30:00Z"}}"#
            let changed = await site.call("PATCH", path, patch, type: "application/merge-patch+json")
            #expect(changed.status == 200)
            let expected = defaults.replacing("\"includeInactive\":false", with: "\"includeInactive\":true")
                .replacing("\"changedSince\":null", with: "\"changedSince\":\"2025-02-28T12:30:00.000Z\"")
            #expect(changed.response.text == expected)
            #expect(await site.call("GET", path).response.text == expected)
            let back = await site.call("PATCH", path, #"{"import": {"includeInactive": false, "changedSince": null}}"#)
            #expect(back.response.text == defaults)
            #expect(await site.call("PATCH", path, "{}").response.text == defaults)
        }
    }

    @Test(arguments: [
        ("customers", "false", "false"), ("articles", "false", "false"), ("projects", "false", "false"),
        ("orders", "false", "false"), ("includeInactive", "true", "true"), ("shipImportedOrders", "true", "true"),
        ("changedSince", #""2025-02-28""#, #""2025-02-28T00:00:00.000Z""#),
        ("hourUnits", "[]", "[]"), ("hourUnits", #"[" Tim. ", "½ <h>", "時間"]"#, #"["Tim.","½ <h>","時間"]"#),
        ("orderStatuses", "[4, 1.0]", "[1,4]"), ("orderStatuses", "[1,2,3,4]", "[1,2,3,4]"),
        ("typeOfWork", #""  Montage & \"service\" ""#, #""Montage & \"service\"""#),
        ("paymentMethod", #""faktura 30 dgr""#, #""faktura 30 dgr""#),
    ])
    func `a setting takes a value and keeps it`(name: String, given: String, kept: String) async throws {
        try await open { site in
            let reply = await site.call("PATCH", path, #"{"import": {"\#(name)": \#(given)}}"#)
            #expect(reply.status == 200)
            let member = try Regex(#""\#(name)":(\[.*?\]|[^,}]*)"#)
            let expected = defaults.replacing(member, with: #""\#(name)":\#(kept)"#)
            #expect(reply.response.text == expected)
            #expect(await site.call("GET", path).response.text == expected)
        }
    }

    @Test(arguments: [
        ("workOrders", "false", "false"), ("document", #""order""#, #""order""#),
        ("ordersFromVisma", #""newDocument""#, #""newDocument""#), ("workStatus", #"" 1 ""#, #""1""#),
        ("completedSince", #""2025-02-28""#, #""2025-02-28T00:00:00.000Z""#), ("newCustomers", "false", "false"),
        ("newMaterials", "false", "false"), ("hourRounding", "15", "15"), ("hourRounding", "60.0", "60"),
        ("roundUp", "true", "true"), ("fallbackArticle", #""0000003""#, #""0000003""#),
        ("fallbackHourArticle", #""<T&1>""#, #""<T&1>""#), ("travelArticle", #""km""#, #""km""#),
        ("articleCodingId", #""7f""#, #""7f""#), ("unitId", #""8f""#, #""8f""#),
        ("termsOfPaymentId", #""9f""#, #""9f""#),
        ("referenceField", #""ourReference""#, #""ourReference""#), ("periodRemarks", "false", "false"),
        ("workDescription", "false", "false"), ("attachPDF", "false", "false"), ("errorWorkStatus", "null", "null"),
        ("errorWorkStatus", #""13""#, #""13""#), ("handledAfterExport", "false", "false"),
    ])
    func `a setting of the export takes a value and keeps it`(name: String, given: String, kept: String) async throws {
        try await open { site in
            let reply = await site.call("PATCH", path, #"{"export": {"\#(name)": \#(given)}}"#)
            #expect(reply.status == 200)
            let expected = defaults.replacing(try Regex(#""\#(name)":[^,}]*"#), with: #""\#(name)":\#(kept)"#)
            #expect(reply.response.text == expected)
            #expect(await site.call("GET", path).response.text == expected)
        }
    }

    @Test func `work orders are exported from the first connection on, unless someone says another day`() async throws {
        try await Site.open { site in
            try await site.bench.connect()
            let path = "/api/v1/accounts/eriksson/settings"
            func since(_ reply: Reply) -> String? {
                (reply.json?["export"] as? [String: Any])?["completedSince"] as? String
            }
            #expect(since(await site.call("GET", path)) == "2026-01-15T08:10:00.000Z")
            let chosen = await site.call("PATCH", path, #"{"export": {"completedSince": "2025-12-24"}}"#)
            #expect(since(chosen) == "2025-12-24T00:00:00.000Z")
            // A document that is sent back as it was read chooses nothing.
            let back = await site.call("PATCH", path, #"{"export": {"completedSince": null}}"#)
            #expect(since(back) == "2026-01-15T08:10:00.000Z")
            #expect(await site.call("PATCH", path, back.response.text).status == 200)
            #expect(try await site.bench.store.settings(of: "eriksson").export.completedSince == nil)
        }
    }

    @Test(arguments: [
        (#"{"import": {"includeInactive": true}}"#, #"{"import": {"includeInactive": null}}"#),
        (
            #"{"import": {"orderStatuses": [1], "hourUnits": []}}"#,
            #"{"import": {"orderStatuses": null, "hourUnits": null}}"#
        ),
        (#"{"import": {"typeOfWork": "x"}, "export": {"document": "order"}}"#, #"{"import": null, "export": null}"#),
        (#"{"export": {"workStatus": "7", "errorWorkStatus": null}}"#, #"{"export": null}"#),
        (#"{"schedule": {"enabled": false}}"#, #"{"schedule": {"enabled": null}}"#),
        (#"{"language": "sv"}"#, #"{"language": null}"#),
    ])
    func `null puts a setting back`(change: String, undoing: String) async throws {
        try await open { site in
            let changed = await site.call("PATCH", path, change)
            #expect(changed.status == 200 && changed.response.text != defaults)
            #expect(await site.call("PATCH", path, undoing).response.text == defaults)
        }
    }

    @Test func `with If-Match a patch does not overwrite what its sender has not seen`() async throws {
        try await open { site in
            func patch(_ body: String, ifMatch tags: String...) async -> Response {
                var request = Request("PATCH", path, body: Array(body.utf8))
                request.headers["Authorization"] = "Bearer \(Site.operatorToken)"
                request.headers["Content-Type"] = "application/merge-patch+json"
                for tag in tags { request.headers.append("If-Match", tag) }
                return await site.answer(request)
            }
            let seen = try #require(await site.call("GET", path).response.headers["ETag"])
            let first = await patch(#"{"import": {"customers": false}}"#, ifMatch: seen)
            let new = try #require(first.headers["ETag"])
            #expect(first.status == 200 && new != seen)
            #expect(await site.call("GET", path).response.headers["ETag"] == new)

            let late = await patch(#"{"import": {"articles": false}}"#, ifMatch: seen, "W/\(new)")
            #expect(late.status == 412 && late.text.contains(#""code":"PRECONDITION_FAILED""#))
            #expect(try await site.bench.store.settings(of: "nord").import.articles)
            #expect(await patch(#"{"import": {"articles": false}}"#, ifMatch: "\(seen), \(new)").status == 200)
            #expect(await patch(#"{"import": {"articles": true}}"#, ifMatch: "*").status == 200)
            #expect(await patch("[]", ifMatch: seen).status == 412)
        }
    }

    @Test func `patches at the same time are all applied`() async throws {
        try await open { site in
            let names = ["customers", "articles", "projects", "orders", "includeInactive", "shipImportedOrders"]
            await withTaskGroup { group in
                for name in names {
                    let value = name.contains("I") ? "true" : "false"
                    group.addTask {
                        let reply = await site.call("PATCH", path, #"{"import": {"\#(name)": \#(value)}}"#)
                        #expect(reply.status == 200)
                    }
                }
            }
            let settings = try await site.bench.store.settings(of: "nord").import
            #expect(!settings.customers && !settings.articles && !settings.projects && !settings.orders)
            #expect(settings.includeInactive && settings.shipImportedOrders)
        }
    }

    @Test(
        arguments: ["document", "ordersFromVisma", "referenceField", "hourRounding"],
        ["7", "-1", "0.5", "1e30", #""""#, #""Order""#, "true", "[]", "{}"]
    )
    func `a choice takes nothing else`(name: String, value: String) async throws {
        try await expectRefusal(of: #"{"export": {"\#(name)": \#(value)}}"#, ["export.\(name)"])
    }

    @Test(
        arguments: [
            ("workStatus", 50), ("errorWorkStatus", 50), ("fallbackArticle", 40), ("fallbackHourArticle", 40),
            ("travelArticle", 40), ("articleCodingId", 50), ("unitId", 50), ("termsOfPaymentId", 50),
        ]
    )
    func `a code has a length and no line breaks`(name: String, limit: Int) async throws {
        let long = #""\#(String(repeating: "x", count: limit + 1))""#
        try await open { site in
            for value in [long, "7", "true", "[]", #""""#, #"" ""#, #""a\nb""#, #""a\u0000""#] {
                let reply = await site.call("PATCH", path, #"{"export": {"\#(name)": \#(value)}}"#)
                #expect(reply.status == 422 && reply.faultyFields == ["export.\(name)"], "\(value)")
            }
            #expect(await site.call("GET", path).response.text == defaults)
            let longest = #""\#(String(repeating: "å", count: limit))""#
            let reply = await site.call("PATCH", path, #"{"export": {"\#(name)": \#(longest)}}"#)
            #expect(reply.status == 200 && reply.response.text.contains(#""\#(name)":\#(longest)"#))
        }
    }

    @Test(arguments: [
        (#"{"import": {"customer": true}}"#, ["import.customer"]),
        (#"{"exports": {}, "import": {"customers": false}}"#, ["exports"]),
        (
            #"{"import": {"customers": "yes", "includeInactive": 0, "changedSince": 7}}"#,
            ["import.changedSince", "import.customers", "import.includeInactive"]
        ),
        (#"{"import": {"changedSince": "2025-02-29"}}"#, ["import.changedSince"]),
        (#"{"import": {"changedSince": "2025-02-28T25:00:00Z"}}"#, ["import.changedSince"]),
        (#"{"import": {"changedSince": "2099-01-01"}}"#, ["import.changedSince"]),
        (#"{"import": {"changedSince": ""}}"#, ["import.changedSince"]),
        (
            #"{"import": {"articles": 1, "projects": [], "orders": {}, "shipImportedOrders": "on"}}"#,
            ["import.articles", "import.orders", "import.projects", "import.shipImportedOrders"]
        ),
        (#"{"import": []}"#, ["import"]), (#"{"schedule": true}"#, ["schedule"]),
        (#"{"schedule": {"enabled": {"x": 1}}}"#, ["schedule.enabled"]), ("[]", [""]), ("7", [""]),
    ])
    func `a patch that is wrong anywhere changes nothing`(patch: String, fields: [String]) async throws {
        try await expectRefusal(of: patch, fields)
    }

    @Test(
        arguments: [
            (#""h""#, ""), ("{}", ""), ("7", ""), ("[7]", "[0]"), ("[null]", "[0]"),
            (#"["h", ["tim"]]"#, "[1]"), (#"["h", " "]"#, "[1]"), (#"["h", "tim", "H"]"#, "[2]"),
            (#"["h, tim"]"#, "[0]"), (#"["h\ntim"]"#, "[0]"), (#"["h\u0000"]"#, "[0]"), (#"["h\u001b[2J"]"#, "[0]"),
            (#"["h\u2028m"]"#, "[0]"),
            ("[\"\(String(repeating: "x", count: 51))\"]", "[0]"),
            ("[\"h\(String(repeating: "\u{301}", count: 50))\"]", "[0]"),
            ("[\((0...100).map { "\"u\($0)\"" }.joined(separator: ","))]", ""),
        ]
    )
    func `a wrong list of texts is named, and the element in it`(value: String, element: String) async throws {
        try await expectRefusal(of: #"{"import": {"hourUnits": \#(value)}}"#, ["import.hourUnits\(element)"])
    }

    @Test(
        arguments: [
            ("2", ""), (#""2""#, ""), ("[]", ""), ("{}", ""), ("[0]", "[0]"), ("[2, 5]", "[1]"),
            ("[-1]", "[0]"), ("[2.5]", "[0]"), ("[1e30]", "[0]"), (#"["2"]"#, "[0]"), ("[true]", "[0]"),
            ("[null]", "[0]"), ("[[2]]", "[0]"), ("[2, 2]", "[1]"), ("[1, 2, 3, 4, 1]", "[4]"),
        ]
    )
    func `a wrong list of numbers is named, and the element in it`(value: String, element: String) async throws {
        try await expectRefusal(of: #"{"import": {"orderStatuses": \#(value)}}"#, ["import.orderStatuses\(element)"])
    }

    @Test(
        arguments: ["typeOfWork", "paymentMethod"],
        [
            "7", "true", "[]", "{}", #""""#, #"" ""#, #""\u00a0\n""#, #""a\nb""#, #""a\u0000b""#,
            #""a\u0085b""#,
            #""a\u2029b""#, "\"\(String(repeating: "å", count: 101))\"",
        ]
    )
    func `a wrong text is named`(name: String, value: String) async throws {
        try await expectRefusal(of: #"{"import": {"\#(name)": \#(value)}}"#, ["import.\(name)"])
    }

    @Test func `the limits themselves are within them`() async throws {
        try await open { site in
            let units = (0..<100).map { "\"\(String(repeating: "u", count: 47))\(100 + $0)\"" }.joined(separator: ",")
            let text = String(repeating: "å", count: 100)
            let patch =
                #"{"import": {"hourUnits": [\#(units)], "typeOfWork": "\#(text)", "paymentMethod": "\#(text)"}}"#
            let reply = await site.call("PATCH", path, patch)
            #expect(reply.status == 200)
            #expect(reply.response.text.contains("[\(units)]"))
        }
    }

    @Test(arguments: [
        (#"{"import": {"hourUnits": ["h", "h"]}}"#, "This stands twice."),
        (#"{"import": {"hourUnits": ["h,m"]}}"#, "Leave out commas"),
        (#"{"import": {"orderStatuses": []}}"#, "Choose at least one."),
        (#"{"import": {"orderStatuses": [9]}}"#, "a whole number from 1 to 4"),
        (#"{"export": {"hourRounding": 7}}"#, "Give one of: 0, 1, 5, 10, 15, 30, 60."),
        (#"{"export": {"document": "invoice"}}"#, "Give one of: invoiceDraft, order."),
        (#"{"import": {"typeOfWork": "a\tb"}}"#, "control characters"),
        (#"{"import": {"paymentMethod": ""}}"#, "This is missing."),
    ])
    func `what is wrong is said in words`(patch: String, words: String) async throws {
        try await open { site in
            let reply = await site.call("PATCH", path, patch)
            let errors = reply.json?["errors"] as? [[String: Any]]
            let message = try #require(errors?.first?["message"] as? String)
            #expect(errors?.count == 1)
            #expect(message.contains(words))
        }
    }

    private func expectRefusal(of patch: String, _ fields: [String]) async throws {
        try await open { site in
            let reply = await site.call("PATCH", path, patch)
            #expect(reply.status == 422)
            #expect(reply.response.headers["Content-Type"] == "application/problem+json")
            #expect(reply.faultyFields.sorted() == fields)
            #expect(await site.call("GET", path).response.text == defaults)
            #expect(site.reports.all.isEmpty)
        }
    }
}
