import Domain
import Foundation
import MicroHTTP
import Sandbox
import Sync
import TestSupport
import Testing

@testable import Web

@Suite struct ConnectTests {
    private let path = "/accounts/eriksson"

    /// Presses *Connect*, decides at Visma, and comes back with what Visma's page sent along.
    private func callback(_ site: Site, _ browser: Browser, decision: String = "approve") async throws -> String {
        _ = await browser.get(path)
        let login = try #require(await browser.submit(path + "/connect").headers["Location"])
        let visitor = Visitor()
        let page = try await visitor.open(login)
        let end = try await visitor.submit(
            "/connect/authorize",
            on: page,
            ["company": "eriksson", "decision": decision]
        )
        return "/oauth/callback?" + (end.url.query(percentEncoded: true) ?? "")
    }

    private func open(_ body: (Site, Browser) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.bench.register("eriksson")
            try await body(site, await Browser.signedIn(site))
        }
    }

    @Test func `Connect leads to Visma and back to the page`() async throws {
        try await open { site, browser in
            let callback = try await callback(site, browser)
            #expect(await browser.get(callback).headers["Location"] == path)
            _ = await browser.get(path)
            #expect(browser.page.contains("Connected to Visma eAccounting."))
            #expect(browser.page.contains("then press Sync now"))
            #expect(try await site.bench.accounts.status(of: "eriksson").connection.state == .connected)
        }
    }

    @Test func `a refused consent leaves the account as it was`() async throws {
        try await open { site, browser in
            let callback = try await callback(site, browser, decision: "deny")
            #expect(await browser.get(callback).headers["Location"] == path)
            _ = await browser.get(path)
            #expect(browser.page.contains("Press Connect again and approve the access"))
            #expect(try await site.bench.accounts.status(of: "eriksson").connection.state == .disconnected)
        }
    }

    @Test func `an answer works once, and only in the browser that asked`() async throws {
        try await open { site, browser in
            let thief = await Browser.signedIn(site)
            let stolen = try await callback(site, browser)
            #expect(await thief.get(stolen).status == 400)
            #expect(try await site.bench.accounts.status(of: "eriksson").connection.state == .disconnected)
            let own = try await callback(site, browser)
            #expect(await browser.get(own).status == 303)
            #expect(await browser.get(own).status == 400)
        }
    }

    @Test(arguments: ["", "?", "?code=x", "?state=x", "?code=x&state=y", "?error=access_denied", "?code=&state=y"])
    func `an answer that belongs to nothing is a bad request`(query: String) async throws {
        try await open { site, browser in
            #expect(await browser.get("/oauth/callback\(query)").status == 400)
            #expect(browser.page.contains("Press Connect on the settings page"))
            #expect(site.reports.all.isEmpty)
        }
    }
}
