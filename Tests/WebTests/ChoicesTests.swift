import Domain
import MicroHTTP
import Persistence
import Sandbox
import Sync
import TestSupport
import Testing

@testable import Web

/// What the vendors offer, as scripts read it and as the page's selects show it.
@Suite struct ChoicesTests {
    private let path = "/accounts/eriksson"
    private let api = "/api/v1/accounts/eriksson/choices"

    @Test func `scripts read live what the settings can be set to`() async throws {
        try await Site.open { site in
            try await site.bench.connect()
            let reply = await site.call("GET", api)
            #expect(reply.status == 200)
            func names(_ list: String) -> [String] {
                (reply.json?[list] as? [[String: String]] ?? []).compactMap { $0["name"] }
            }
            #expect(names("workTypes").contains("Service") && names("workTypes").contains("Storing"))
            #expect(names("paymentMethods").contains("op rekening"))
            for list in ["units", "articleCodings", "termsOfPayment"] { #expect(!names(list).isEmpty, "\(list)") }
            #expect(
                reply.json?.keys.sorted() == [
                    "articleCodings", "articles", "paymentMethods", "termsOfPayment", "units", "workStatuses",
                    "workTypes",
                ]
            )
            // Live: what is new there is there the next time.
            try addWorkType("Sotning", site)
            let again = await site.call("GET", api)
            let workTypes = again.json?["workTypes"] as? [[String: String]]
            #expect(workTypes?.contains(["value": "Sotning", "name": "Sotning"]) == true)
        }
    }

    private func addWorkType(_ name: String, _ site: Site) throws {
        try site.bench.sandbox.edit(
            .outSmartTable("worktypes"),
            name,
            ["wrt_name": .string(name), "wrt_description": .string(name), "wrt_active": 1]
        )
    }

    @Test func `without a connection the problem says so`() async throws {
        try await Site.open { site in
            try await site.bench.register("eriksson")
            let reply = await site.call("GET", api)
            #expect(reply.status == 409)
            #expect(reply["code"] == "AUTH_EXPIRED")
            #expect(reply.response.headers["Content-Type"] == "application/problem+json")
            #expect(await site.call("GET", "/api/v1/accounts/nobody/choices").status == 404)
        }
    }

    @Test(
        arguments: [
            ("/v2/units", .status(503, .before), 503, "UPSTREAM_UNREACHABLE"),
            ("/v2/units", .vendorError(5000, .before), 503, "UPSTREAM_UNREACHABLE"),
            ("/openapi/8/worktypes", .lost(.before), 503, "UPSTREAM_UNREACHABLE"),
            ("/openapi/8/paymentmethods", .unauthorized, 409, "OUTSMART_TOKEN_INVALID"),
        ] as [(String, Fault, UInt32, String)]
    )
    func `a vendor that can't be read is a problem with its code`(
        prefix: String,
        fault: Fault,
        status: UInt32,
        code: String
    ) async throws {
        try await Site.open { site in
            try await site.bench.connect()
            site.bench.sandbox.declare(fault, pathPrefix: prefix, count: 100)
            let reply = await site.call("GET", api)
            #expect(reply.status == status)
            #expect(reply["code"] == code)
            #expect(reply["action"]?.isEmpty == false)
            #expect(!reply.response.text.contains("token-eriksson"))
            #expect(site.reports.all.isEmpty)
        }
    }

    // MARK: - The page

    private func open(patience: Duration = .seconds(8), _ body: (Site, Browser) async throws -> Void) async throws {
        try await Site.open(patience: patience) { site in
            try await site.bench.connect()
            try await body(site, await Browser.signedIn(site))
        }
    }

    private func calls(_ site: Site, _ route: String) -> Int { site.bench.sandbox.calls.count("GET", route) }

    @Test func `the page offers what OutSmart names, escaped`() async throws {
        try await open { site, browser in
            try addWorkType("\"></option><script>", site)
            _ = await browser.get(path)
            #expect(browser.page.contains(#"<select id="field-import-typeOfWork" name="import.typeOfWork""#))
            #expect(browser.page.contains(#"<option value="Service" selected>Service</option>"#))
            #expect(browser.page.contains(#"<option value="op rekening" selected>op rekening</option>"#))
            #expect(browser.page.contains(#"<option value="&quot;&gt;&lt;/option&gt;&lt;script&gt;">"#))
            #expect(!browser.page.contains("<script>"))
        }
    }

    @Test func `a stored value that OutSmart does not offer stays chosen, and says so`() async throws {
        try await open { site, browser in
            var settings = Settings()
            settings.import.typeOfWork = "Sotning & mer"
            try await site.bench.accounts.save(settings, of: "eriksson")
            _ = await browser.get(path)
            let option =
                #"<option value="Sotning &amp; mer" selected>Sotning &amp; mer – not in OutSmart’s list</option>"#
            #expect(browser.page.contains(option))
            #expect(!browser.page.contains(#"<option value="Service" selected"#))
        }
    }

    @Test func `a page asks the vendors once a minute`() async throws {
        try await open { site, browser in
            let routes = ["/openapi/8/worktypes", "/openapi/8/GetWorkorders", "/v2/units", "/v2/articles"]
            for _ in 0..<3 { _ = await browser.get(path) }
            for route in routes { #expect(calls(site, route) == 1, "\(route)") }
            site.bench.clock.advance(by: 61)
            _ = await browser.get(path)
            for route in routes { #expect(calls(site, route) == 2, "\(route)") }
        }
    }

    @Test func `the page offers what Visma names, escaped`() async throws {
        try await open { site, browser in
            let unit = try #require(site.bench.sandbox.vismaRows("units").first).text("Id")
            try site.bench.sandbox.edit(.vismaTable("units"), unit, ["Name": "\"></option><script>"])
            try site.bench.sandbox.edit(
                .vismaTable("articles"),
                "00000000-0000-4000-8000-000000000001",
                ["Number": "0013<", "Name": "</datalist><script>", "IsActive": true]
            )
            try await site.bench.change { $0.export.travelArticle = "0013<" }
            _ = await browser.get(path)
            #expect(
                browser.page.contains(#"<option value="\#(unit)">&quot;&gt;&lt;/option&gt;&lt;script&gt;</option>"#)
            )
            // Of articles there may be a thousand: they are fetched when someone comes to a field for them.
            let articles = await browser.get(path + "/articles").text
            #expect(
                articles.contains(#"<option value="0013&lt;">0013&lt; &lt;/datalist&gt;&lt;script&gt;</option>"#)
            )
            // The chosen article is named beside its number.
            _ = await browser.get(path)
            #expect(browser.page.contains(#"-hint">0013&lt; &lt;/datalist&gt;&lt;script&gt; – Its number."#))
            #expect(!browser.page.contains("<script>"))
        }
    }

    @Test func `without Visma the page has fields that keep what is stored`() async throws {
        try await open { site, browser in
            try await site.bench.change { $0.export.unitId = "unit <7>" }
            site.bench.sandbox.declare(.status(503, .before), pathPrefix: "/v2/", count: 100)
            #expect(await browser.get(path).status == 200)
            #expect(
                browser.page.contains(#"<input id="field-export-unitId" name="export.unitId" value="unit &lt;7&gt;""#)
            )
            #expect(browser.page.contains("Visma eAccounting can’t be asked for its list at the moment."))
            #expect(browser.page.contains(#"<select id="field-export-workStatus""#))
            let form = try FilledForm("settings", on: browser.page)
            #expect(await browser.submit(path + "/settings", form).status == 303)
            #expect(try await site.bench.store.settings(of: "eriksson").export.unitId == "unit <7>")
        }
    }

    @Test func `without OutSmart the page has fields to type in, and looks again after a while`() async throws {
        try await open { site, browser in
            site.bench.sandbox.declare(.status(503, .before), pathPrefix: "/openapi/8/worktypes", count: 5)
            for _ in 0..<2 {
                #expect(await browser.get(path).status == 200)
                #expect(browser.page.contains(#"name="import.typeOfWork" value="Service""#))
                #expect(browser.page.contains(#"name="import.paymentMethod" value="op rekening""#))
                #expect(browser.page.contains("OutSmart can’t be asked for its list at the moment."))
                #expect(!browser.page.contains(#"<select id="field-import-"#))
            }
            let form = try FilledForm("settings", on: browser.page).with("import.typeOfWork", "Sotning")
            #expect(await browser.submit(path + "/settings", form).status == 303)
            #expect(try await site.bench.accounts.settings(of: "eriksson").import.typeOfWork == "Sotning")
            site.bench.clock.advance(by: 11)
            _ = await browser.get(path)
            #expect(browser.page.contains(#"<select id="field-import-"#) && !browser.page.contains("can’t be asked"))
        }
    }

    @Test func `a page does not wait for an OutSmart that takes its time`() async throws {
        try await open(patience: .milliseconds(50)) { site, browser in
            site.bench.sandbox.declare(.delayed(.seconds(5)), pathPrefix: "/openapi/", count: 100)
            #expect(await browser.get(path).status == 200)
            #expect(browser.page.contains("OutSmart can’t be asked"))
        }
    }
}
