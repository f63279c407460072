import Domain
import MicroHTTP
import TestSupport
import Testing

@testable import Web

@Suite struct RouteTests {
    @Test(arguments: [
        ("GET", "/", 303), ("GET", "/sign-in", 200), ("GET", "/accounts", 303), ("GET", "/accounts/a", 303),
        ("POST", "/accounts/a/settings", 303), ("GET", "/oauth/callback", 400), ("GET", "/healthz", 200),
        ("GET", "/readyz", 200), ("GET", "/launch/unknown", 403), ("GET", "/accounts/a/events", 401),
        ("GET", "/api/v1/accounts", 401), ("POST", "/api/v1/accounts/a/sync", 401),
        ("GET", "/nowhere", 404), ("GET", "/accounts/", 404), ("GET", "//", 404), ("GET", "/accounts//sync", 404),
        ("GET", "/accounts/a%2Fb", 404), ("GET", "/accounts/é", 404), ("GET", "*", 404), ("GET", "", 404),
        ("GET", "/api/v1/nothing", 404), ("GET", "/static/", 404),
        ("POST", "/healthz", 405), ("GET", "/accounts/a/sync", 405), ("PUT", "/api/v1/accounts/a", 405),
        ("DELETE", "/", 405), ("POST", "/static/app.css", 405), ("BREW", "/sign-in", 405),
        ("HEAD", "/sign-in", 200), ("HEAD", "/healthz", 200),
    ])
    func `answers a stranger`(method: String, target: String, status: UInt32) async throws {
        try await Site.open { site in
            let response = await site.answer(Request(method, target))
            #expect(response.status == status)
            #expect(site.reports.all.isEmpty)
        }
    }

    @Test func `names the methods that a path has`() async throws {
        try await Site.open { site in
            #expect(await site.answer(Request("PUT", "/sign-in")).headers["Allow"] == "GET, HEAD, POST")
            #expect(
                await site.answer(Request("PUT", "/api/v1/accounts/a")).headers["Allow"] == "GET, HEAD, PATCH, DELETE"
            )
            #expect(await site.answer(Request("POST", "/static/app.css")).headers["Allow"] == "GET, HEAD")
        }
    }

    @Test func `health and files are answered at once`() async throws {
        try await Site.open { site in
            for target in ["/healthz", "/static/app.css"] {
                guard case .now(let response) = site.app.answer(Request("GET", target)) else {
                    Issue.record("\(target) waits")
                    continue
                }
                #expect(response.status == 200)
            }
        }
    }

    @Test func `is not ready while it stops`() async throws {
        try await Site.open { site in
            #expect(await site.get("/readyz").status == 200)
            site.isStopping.turnOn()
            #expect(await site.get("/readyz").status == 503)
            #expect(await site.get("/healthz").status == 200)
        }
    }

    @Test func `what scripts call is not begun while it stops`() async throws {
        try await Site.open { site in
            try await site.bench.register("nord")
            site.isStopping.turnOn()
            for (method, path) in [("GET", "/api/v1/accounts"), ("POST", "/api/v1/accounts/nord/sync")] {
                let reply = await site.call(method, path)
                #expect(reply.status == 503 && reply["code"] == "STOPPING")
            }
        }
    }

    @Test(arguments: [
        ("/api/v1/accounts/a/settings", 413, "TOO_LARGE"), ("/api/v1/accounts/a/preview", 503, "TIMED_OUT"),
        ("/webhooks/a", 413, "TOO_LARGE"),
    ])
    func `what the server refuses by itself is a problem for scripts, too`(
        path: String,
        status: UInt32,
        code: String
    ) async throws {
        try await Site.open { site in
            let refusal = site.app.refusal(Request("POST", path), status: status)
            let reply = Reply(refusal)
            #expect(reply.status == status && reply["code"] == code)
            #expect(refusal.headers["Content-Type"] == "application/problem+json")
            #expect(refusal.headers["X-Content-Type-Options"] == "nosniff")
            let page = site.app.refusal(Request("POST", "/accounts/a/settings"), status: status)
            #expect(page.status == status && page.headers["Content-Type"]?.hasPrefix("text/html") == true)
            site.isStopping.turnOn()
            if status == 503 {
                #expect(Reply(site.app.refusal(Request("GET", path), status: 503))["code"] == "STOPPING")
            }
        }
    }

    @Test(arguments: ["/", "/nowhere", "/healthz", "/static/app.css", "/api/v1/accounts", "/sign-in"])
    func `every answer carries the security headers`(target: String) async throws {
        try await Site.open { site in
            let headers = await site.get(target).headers
            let policy = try #require(headers["Content-Security-Policy"])
            #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self';"))
            #expect(policy.contains("form-action 'self' \(Site.identityOrigin);"))
            #expect(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(headers["X-Content-Type-Options"] == "nosniff")
            #expect(headers["Referrer-Policy"] == "same-origin")
            #expect(headers["Cross-Origin-Opener-Policy"] == "same-origin")
            #expect(headers["Strict-Transport-Security"] == nil)
            #expect(headers.values("Cache-Control") == [target.hasPrefix("/static") ? "no-cache" : "no-store"])
            let encrypted = await site.answer(Request("GET", target, isEncrypted: true))
            #expect(encrypted.headers["Strict-Transport-Security"] == "max-age=31536000")
        }
    }

    @Test func `metrics are for everyone, in Prometheus's form`() async throws {
        try await Site.open { site in
            let answer = await site.get("/metrics")
            #expect(answer.status == 200)
            #expect(answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(answer.text == "metrics_total 1\n")
        }
    }

    @Test func `requests are counted by words that no stranger chose`() async throws {
        try await Site.open { site in
            for (method, target) in [
                ("GET", "/launch/secret"), ("GET", "/api/v1/accounts/secret"), ("GET", "/secret/secret"),
                ("SECRET", "/"), ("HEAD", "/healthz"), ("GET", "/static/app.css"), ("GET", "/static/secret"),
                ("POST", "/accounts/secret/sync?secret=1"),
            ] { _ = await site.answer(Request(method, target)) }
            #expect(
                site.observations.all == [
                    "GET /launch/{token} 403", "GET /api/v1/accounts/{account} 401", "GET none 404",
                    "other none 405", "HEAD /healthz 200", "GET /static/ 200", "GET none 404",
                    "POST /accounts/{account}/sync 303",
                ]
            )
        }
    }

    @Test func `no page has inline code or another host`() async throws {
        try await Site.open { site in
            try await site.bench.connect()
            let browser = await Browser.signedIn(site)
            for target in ["/", "/accounts", "/accounts/eriksson"] {
                _ = await browser.get(target)
                #expect(!browser.page.contains(#/<script(?![^>]*src="\/static\/)|style=|\son[a-z]+=|https?:\/\//#))
            }
        }
    }
}
