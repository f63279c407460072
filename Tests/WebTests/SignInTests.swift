import MicroHTTP
import TestSupport
import Testing

@testable import Web

@Suite struct SignInTests {
    @Test func `the operator token opens a session, signing out ends it`() async throws {
        try await Site.open { site in
            let browser = Browser(site)
            _ = await browser.get("/sign-in")
            let response = await browser.submit("/sign-in", ["token": Site.operatorToken])
            #expect(response.status == 303)
            #expect(response.headers["Location"] == "/")
            #expect(await browser.get("/").status == 200)
            #expect(await browser.get("/sign-in").headers["Location"] == "/")

            let session = try #require(browser.cookies["session"])
            _ = await browser.get("/accounts")
            #expect(await browser.submit("/sign-out").headers["Location"] == "/sign-in")
            #expect(browser.cookies["session"] == nil)
            // The cookie is worth nothing even to someone who kept it.
            let kept = await site.answer(Request("GET", "/", headers: ["Cookie": "session=\(session)"]))
            #expect(kept.headers["Location"] == "/sign-in")
        }
    }

    @Test func `the session cookie is out of reach for scripts and other sites`() async throws {
        try await Site.open { site in
            let browser = Browser(site)
            _ = await browser.get("/sign-in")
            _ = await browser.submit("/sign-in", ["token": Site.operatorToken])
            let plain = try #require(browser.setCookies.first { $0.hasPrefix("session=") })
            #expect(plain.hasSuffix("; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax"))

            let encrypted = Browser(site)
            encrypted.isEncrypted = true
            _ = await encrypted.get("/sign-in")
            _ = await encrypted.submit("/sign-in", ["token": Site.operatorToken])
            let secure = try #require(encrypted.setCookies.first { $0.hasPrefix("__Host-session=") })
            #expect(secure.hasSuffix("; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure"))
            #expect(await encrypted.get("/").status == 200)
        }
    }

    @Test func `a session ends after twelve hours`() async throws {
        try await Site.open { site in
            let browser = await Browser.signedIn(site)
            site.bench.clock.advance(by: 12 * 3600 - 1)
            #expect(await browser.get("/").status == 200)
            site.bench.clock.advance(by: 1)
            #expect(await browser.get("/").status == 303)
        }
    }

    @Test(arguments: ["", "wrong", "An operator token for tests", "an operator token for tests "])
    func `a wrong token opens nothing`(token: String) async throws {
        try await Site.open { site in
            let browser = Browser(site)
            _ = await browser.get("/sign-in")
            #expect(await browser.submit("/sign-in", ["token": token]).status == 403)
            #expect(browser.page.contains("This is not the operator token."))
            #expect(browser.cookies["session"] == nil)
        }
    }

    @Test func `after five wrong tokens an address has to wait`() async throws {
        try await Site.open { site in
            let browser = Browser(site)
            _ = await browser.get("/sign-in")
            for _ in 0..<5 { #expect(await browser.submit("/sign-in", ["token": "wrong"]).status == 403) }
            let refused = await browser.submit("/sign-in", ["token": Site.operatorToken])
            #expect(refused.status == 429)
            #expect(refused.headers["Retry-After"] == "30")
            #expect(browser.cookies["session"] == nil)

            let elsewhere = Browser(site)
            elsewhere.peer = "192.0.2.2"
            _ = await elsewhere.get("/sign-in")
            #expect(await elsewhere.submit("/sign-in", ["token": Site.operatorToken]).status == 303)

            site.bench.clock.advance(by: 30)
            #expect(await browser.submit("/sign-in", ["token": Site.operatorToken]).status == 303)
        }
    }

    @Test func `all addresses together have a limit, too`() async throws {
        try await Site.open { site in
            var statuses: [UInt32] = []
            for number in 0...100 {
                let browser = Browser(site)
                browser.peer = "192.0.2.\(number)"
                _ = await browser.get("/sign-in")
                statuses.append(await browser.submit("/sign-in", ["token": "wrong"]).status)
            }
            #expect(statuses.prefix(100).allSatisfy { $0 == 403 })
            #expect(statuses.last == 429)
        }
    }

    @Test func `those who succeed are not slowed down`() async throws {
        try await Site.open { site in
            for _ in 0..<10 {
                let browser = await Browser.signedIn(site)
                #expect(browser.cookies["session"] != nil)
            }
        }
    }

    @Test func `only a trusted proxy may say who its client is`() async throws {
        try await Site.open(proxies: ["10.0.0.1", "10.0.0.2"]) { site in
            func wrongTokens(_ count: Int, peer: String, forwarded: String) async -> UInt32 {
                var status: UInt32 = 0
                for _ in 0..<count {
                    let browser = Browser(site)
                    browser.peer = peer
                    browser.headers = ["X-Forwarded-For": forwarded]
                    _ = await browser.get("/sign-in")
                    status = await browser.submit("/sign-in", ["token": "wrong"]).status
                }
                return status
            }
            #expect(await wrongTokens(6, peer: "10.0.0.1", forwarded: "203.0.113.9, 10.0.0.2") == 429)
            #expect(await wrongTokens(1, peer: "10.0.0.1", forwarded: "203.0.113.10") == 403)
            // What the client itself claims stands further left, and changes nothing.
            #expect(await wrongTokens(1, peer: "10.0.0.1", forwarded: "198.51.100.1, 203.0.113.9") == 429)
            // A stranger's word counts for nothing.
            for last in 1...5 { _ = await wrongTokens(1, peer: "192.0.2.77", forwarded: "198.51.100.\(last)") }
            #expect(await wrongTokens(1, peer: "192.0.2.77", forwarded: "198.51.100.99") == 429)
        }
    }

    @Test func `a trusted proxy says whether the way is encrypted`() {
        let proxies = TrustedProxies(["10.0.0.1"])
        func client(_ peer: String, _ headers: Fields) -> Client {
            proxies.client(of: Request("GET", "/", headers: headers, peer: peer))
        }
        let forwarded: Fields = ["X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"]
        #expect(client("10.0.0.1", forwarded) == Client(address: "203.0.113.9", isSecure: true))
        #expect(client("192.0.2.1", forwarded) == Client(address: "192.0.2.1", isSecure: false))
        #expect(client("10.0.0.1", [:]) == Client(address: "10.0.0.1", isSecure: false))
    }

    @Test func `a link signs in once`() async throws {
        try await Site.open { site in
            let browser = Browser(site)
            // A preview of the link does not use it up.
            _ = await site.answer(Request("HEAD", "/launch/first-link"))
            #expect(await browser.get("/launch/first-link").headers["Location"] == "/")
            #expect(await browser.get("/").status == 200)
            let late = Browser(site)
            #expect(await late.get("/launch/first-link").status == 403)
            #expect(late.page.contains("This link was used already"))
            #expect(late.cookies["session"] == nil)
        }
    }

    @Test func `the sign-in form belongs to the browser that it was shown to`() async throws {
        try await Site.open { site in
            let browser = Browser(site)
            _ = await browser.get("/sign-in")
            let other = Browser(site)
            _ = await other.get("/sign-in")
            let token = try #require(other.formToken)
            let fields = ["token": Site.operatorToken, "form-token": token]
            #expect(await browser.post("/sign-in", fields).status == 403)
            browser.forget("visitor")
            #expect(await browser.post("/sign-in", fields).status == 403)
            #expect(browser.page.contains("Please try again"))
            #expect(browser.cookies["session"] == nil)
        }
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/\\evil.example"])
    func `signing in leads to the start page, whatever the address says`(target: String) async throws {
        try await Site.open { site in
            let browser = Browser(site)
            let names = ["next", "return", "redirect", "url", "from"]
            let query = names.map { "\($0)=\(target)" }.joined(separator: "&")
            _ = await browser.get("/sign-in?\(query)")
            #expect(!browser.page.contains("evil"))
            var fields = Dictionary(uniqueKeysWithValues: names.map { ($0, target) })
            fields["token"] = Site.operatorToken
            #expect(await browser.submit("/sign-in", fields).headers["Location"] == "/")
        }
    }
}
