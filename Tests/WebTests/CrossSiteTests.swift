import Domain
import MicroHTTP
import Sync
import TestSupport
import Testing

@testable import Web

@Suite struct CrossSiteTests {
    @Test(arguments: [
        "/sign-out", "/accounts", "/accounts/eriksson/settings", "/accounts/eriksson/connect",
        "/accounts/eriksson/disconnect", "/accounts/eriksson/sync", "/accounts/eriksson/confirm",
        "/accounts/eriksson/runs/x/cancel",
    ])
    func `no form is accepted without its token`(path: String) async throws {
        try await Site.open { site in
            try await site.bench.connect()
            let browser = await Browser.signedIn(site)
            let other = await Browser.signedIn(site)
            _ = await other.get("/accounts")
            for token in [nil, "", "x", other.formToken] {
                let fields = token.map { ["form-token": $0] } ?? [:]
                #expect(await browser.post(path, fields).status == 403)
            }
            #expect(await browser.get("/").status == 200)
            #expect(try await site.bench.history.runs(of: "eriksson", before: nil, limit: 9).isEmpty)
            #expect(try await site.bench.accounts.status(of: "eriksson").connection.state == .connected)
        }
    }

    @Test(
        arguments: [
            (["Sec-Fetch-Site": "cross-site"], 403), (["Sec-Fetch-Site": "same-site"], 403),
            (["Sec-Fetch-Site": "same-origin"], 303), (["Sec-Fetch-Site": "none"], 303), ([:], 303),
            (["Origin": "https://evil.example", "Host": "localhost:8080"], 403),
            (["Origin": "null", "Host": "localhost:8080"], 403),
            (["Origin": "http://localhost:8080.evil.example", "Host": "localhost:8080"], 403),
            (["Origin": "http://localhost:8080", "Host": "localhost:8080"], 303),
            (["Origin": "https://connector.example", "Host": "inside:8080"], 303),
        ] as [([String: String], UInt32)]
    )
    func `what the browser says about where a form comes from counts`(
        headers: [String: String],
        status: UInt32
    ) async throws {
        try await Site.open { site in
            let browser = await Browser.signedIn(site)
            _ = await browser.get("/accounts")
            browser.headers = Fields(headers.map { (name: $0.key, value: $0.value) })
            #expect(await browser.submit("/sign-out").status == status)
        }
    }

    @Test func `a form of another type is refused`() async throws {
        try await Site.open { site in
            let browser = await Browser.signedIn(site)
            _ = await browser.get("/accounts")
            let token = try #require(browser.formToken)
            let cookie = try #require(browser.cookies["session"])
            let request = Request(
                "POST",
                "/sign-out",
                headers: ["Cookie": "session=\(cookie)", "Content-Type": "text/plain"],
                body: Array("form-token=\(token)".utf8)
            )
            #expect(await site.answer(request).status == 415)
        }
    }

    @Test func `a form sent after the session ended changes nothing and says so`() async throws {
        try await Site.open { site in
            try await site.bench.connect()
            let browser = await Browser.signedIn(site)
            _ = await browser.get("/")
            site.bench.clock.advance(by: 13 * 3600)
            #expect(await browser.submit("/accounts/eriksson/disconnect").headers["Location"] == "/sign-in")
            _ = await browser.get("/sign-in")
            #expect(browser.page.contains("Your session had ended"))
            #expect(try await site.bench.accounts.status(of: "eriksson").connection.state == .connected)
        }
    }
}
