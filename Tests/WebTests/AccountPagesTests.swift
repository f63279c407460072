import Domain
import MicroHTTP
import Sync
import TestSupport
import Testing

@testable import Web

@Suite struct AccountPagesTests {
    @Test func `the start page is the list, or the only account`() async throws {
        try await Site.open { site in
            let browser = await Browser.signedIn(site)
            _ = await browser.get("/")
            #expect(browser.page.contains("There is no account yet."))
            try await site.bench.register("nord")
            _ = await browser.get("/")
            #expect(browser.page.contains("<h1>Account nord</h1>"))
            try await site.bench.register("syd")
            _ = await browser.get("/")
            #expect(browser.page.contains("<h1>Accounts</h1>"))
            #expect(browser.page.contains(#"<a href="/accounts/syd">Account syd</a>"#))
        }
    }

    @Test func `adding an account shows its secrets once`() async throws {
        try await Site.open { site in
            let browser = await Browser.signedIn(site)
            _ = await browser.get("/accounts")
            let fields = ["name": "Nord <VVS>", "outsmart.token": "t", "id": "nord", "license": " "]
            #expect(await browser.submit("/accounts", fields).status == 201)
            let key = try #require(browser.page.firstMatch(of: #/<code>(ck_[^<]+)<\/code>/#)).1
            #expect(browser.page.contains("<code>whsec_"))
            #expect(try await site.bench.accounts.account(apiKey: String(key)) == "nord")
            let status = try await site.bench.accounts.status(of: "nord")
            #expect(status.account.name == "Nord <VVS>")
            #expect(status.account.license == nil)
            _ = await browser.get("/accounts/nord")
            #expect(browser.page.contains("<h1>Nord &lt;VVS&gt;</h1>"))
            #expect(!browser.page.contains("ck_"))
        }
    }

    @Test(
        arguments: [
            (["name": "", "outsmart.token": "t"], "field-name-fault", 422),
            (["name": "Nord", "outsmart.token": " "], "field-outsmart-token-fault", 422),
            (["name": "Nord", "outsmart.token": "t", "id": "Großes"], "field-id-fault", 422),
            (["name": "Nord", "outsmart.token": "t", "id": "taken"], "field-id-fault", 409),
        ] as [([String: String], String, UInt32)]
    )
    func `what is wrong stands next to the field, and what was typed stays`(
        fields: [String: String],
        fault: String,
        status: UInt32
    ) async throws {
        try await Site.open { site in
            try await site.bench.register("taken")
            let browser = await Browser.signedIn(site)
            _ = await browser.get("/accounts")
            #expect(await browser.submit("/accounts", fields).status == status)
            #expect(browser.page.contains(#"id="\#(fault)""#))
            if let name = fields["name"], !name.isEmpty { #expect(browser.page.contains(#"value="\#(name)""#)) }
            #expect(try await site.bench.accounts.list().count == 1)
        }
    }

    @Test func `an unknown account is not found`() async throws {
        try await Site.open { site in
            let browser = await Browser.signedIn(site)
            _ = await browser.get("/accounts")
            #expect(await browser.get("/accounts/nobody").status == 404)
            for path in ["settings", "connect", "disconnect", "sync"] {
                #expect(await browser.submit("/accounts/nobody/\(path)").status == 404, "\(path)")
            }
            #expect(site.reports.all.isEmpty)
        }
    }

    @Test func `an account's session reaches its own account only`() async throws {
        try await Site.open { site in
            try await site.bench.register("nord")
            try await site.bench.register("syd")
            let sessions = Sessions(store: site.bench.store, now: { [clock = site.bench.clock] in clock.now })
            let cookie = try await sessions.open(for: .account("nord")).cookie
            func get(_ path: String) async -> UInt32 {
                await site.answer(Request("GET", path, headers: ["Cookie": "session=\(cookie)"])).status
            }
            #expect(await get("/") == 200)
            #expect(await get("/accounts/nord") == 200)
            #expect(await get("/accounts/syd") == 403)
            #expect(await get("/accounts/nobody") == 403)
            #expect(await get("/accounts/syd/events") == 403)
            #expect(await get("/accounts") == 403)
        }
    }
}
