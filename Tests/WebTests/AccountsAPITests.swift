import Domain
import MicroHTTP
import Sync
import TestSupport
import Testing

@testable import Web

@Suite struct AccountsAPITests {
    private let base = "/api/v1/accounts"

    @Test func `creates, shows, changes and removes an account`() async throws {
        try await Site.open { site in
            let body = #"{"id": "nord", "name": "Nord VVS", "outsmart": {"token": "t", "bearer": null}}"#
            let created = await site.call("POST", base, body)
            #expect(created.status == 201)
            #expect(created.response.headers["Location"] == "/api/v1/accounts/nord")
            #expect(created["id"] == "nord" && created["name"] == "Nord VVS")
            #expect(created["apiKey"]?.hasPrefix("ck_") == true)
            #expect(created["webhookSecret"]?.hasPrefix("whsec_") == true)

            let shown = await site.call("GET", "\(base)/nord")
            #expect(
                shown.response.text
                    == #"{"id":"nord","name":"Nord VVS","createdAt":"2026-01-15T08:00:00.000Z","#
                    + #""connection":{"state":"disconnected","company":null,"connectedAt":null},"#
                    + #""license":{"state":"none","expiresAt":null}}"#
            )
            #expect(shown.response.headers["Content-Type"] == "application/json")

            let changed = await site.call("PATCH", "\(base)/nord", #"{"name": "Nord", "license": "a valid licence"}"#)
            #expect(changed.status == 200)
            #expect(changed["name"] == "Nord")
            #expect((changed.json?["license"] as? [String: Any])?["state"] as? String == "active")
            let emptied = await site.call("PATCH", "\(base)/nord", #"{"license": null}"#)
            #expect((emptied.json?["license"] as? [String: Any])?["state"] as? String == "none")

            #expect(await site.call("DELETE", "\(base)/nord").status == 204)
            #expect(await site.call("GET", "\(base)/nord").status == 404)
        }
    }

    @Test(
        arguments: [
            ("{", 400, []), ("\u{0}", 400, []), ("[1", 400, []),
            ("[]", 422, ["", "name", "outsmart.token"]), ("null", 422, ["", "name", "outsmart.token"]),
            ("{}", 422, ["name", "outsmart.token"]),
            (#"{"name": 7, "outsmart": {"token": "t"}}"#, 422, ["name"]),
            (#"{"name": "N", "outsmart": "t"}"#, 422, ["outsmart.token", "outsmart"]),
            (#"{"name": "N", "outsmart": {"token": "t", "x": 1}, "y": {"z": 2}}"#, 422, ["outsmart.x", "y"]),
            (#"{"name": " ", "outsmart": {"token": "t"}}"#, 422, ["name"]),
            (#"{"name": "N\nV", "outsmart": {"token": "t"}}"#, 422, ["name"]),
            (#"{"name": "N", "outsmart": {"token": "t\u0000"}}"#, 422, ["outsmart.token"]),
            (#"{"id": "A b", "name": "N", "outsmart": {"token": "t"}}"#, 422, ["id"]),
            (#"{"id": "taken", "name": "N", "outsmart": {"token": "t"}}"#, 409, []),
        ] as [(String, UInt32, [String])]
    )
    func `refuses a bad account and says what is wrong`(body: String, status: UInt32, fields: [String]) async throws {
        try await Site.open { site in
            try await site.bench.register("taken")
            let reply = await site.call("POST", base, body)
            #expect(reply.status == status)
            #expect(reply.response.headers["Content-Type"] == "application/problem+json")
            #expect(reply.json?["status"] as? Int == Int(status))
            #expect(reply["type"] != nil && reply["title"] != nil && reply["detail"] != nil && reply["code"] != nil)
            #expect(reply.faultyFields == fields)
            #expect(try await site.bench.accounts.list().count == 1)
        }
    }

    @Test func `a body of another type is refused`() async throws {
        try await Site.open { site in
            #expect(await site.call("POST", base, "{}", type: "text/plain").status == 415)
            #expect(await site.call("POST", base, "name=x", type: "application/x-www-form-urlencoded").status == 415)
            #expect(await site.call("POST", base, "{}", type: "Application/JSON; charset=utf-8").status == 422)
        }
    }

    @Test func `without a valid token nothing is answered`() async throws {
        try await Site.open { site in
            let issued = try await site.bench.register("nord")
            let missing = await site.call("GET", base, token: nil)
            #expect(missing.status == 401)
            #expect(missing.response.headers["WWW-Authenticate"] == #"Bearer realm="connector""#)
            for token in ["wrong", "", "x y", issued.webhookSecret, issued.apiKey + "x"] {
                let refused = await site.call("GET", base, token: token)
                #expect(refused.status == 401)
                #expect(
                    refused.response.headers["WWW-Authenticate"] == #"Bearer realm="connector", error="invalid_token""#
                )
                #expect(refused["code"] == "UNAUTHORIZED")
            }
            let basic = Request("GET", base, headers: ["Authorization": "Basic \(Site.operatorToken)"])
            #expect(await site.answer(basic).status == 401)
            // A browser's session is no token.
            let browser = await Browser.signedIn(site)
            #expect(await browser.get(base).status == 401)
        }
    }

    @Test func `guessing tokens ends in a wait`() async throws {
        try await Site.open { site in
            for _ in 0..<600 { #expect(await site.call("GET", base, token: "guess").status == 401) }
            let limited = await site.call("GET", base)
            #expect(limited.status == 429)
            #expect(limited.response.headers["Retry-After"] == "1")
            site.bench.clock.advance(by: 1)
            #expect(await site.call("GET", base).status == 200)
        }
    }

    @Test func `an account's key reaches its own account only`() async throws {
        try await Site.open { site in
            let key = try await site.bench.register("nord").apiKey
            try await site.bench.register("syd")
            let list = await site.call("GET", base, token: key)
            #expect(list.list?.compactMap { $0["id"] as? String } == ["nord"])
            #expect(await site.call("GET", base).list?.count == 2)
            #expect(await site.call("GET", "\(base)/nord", token: key).status == 200)
            for path in ["syd", "nobody", "syd/settings", "syd/runs", "syd/log", "syd/events", "syd/runs/x"] {
                let refused = await site.call("GET", "\(base)/\(path)", token: key)
                #expect(refused.status == 403)
                #expect(refused["code"] == "FORBIDDEN")
            }
            #expect(await site.call("POST", base, "{}", token: key).status == 403)
            #expect(await site.call("DELETE", "\(base)/nord", token: key).status == 403)
            #expect(await site.call("POST", "\(base)/syd/sync", token: key).status == 403)
        }
    }

    @Test func `a rotated key replaces the old one`() async throws {
        try await Site.open { site in
            let old = try await site.bench.register("nord").apiKey
            let rotated = await site.call("POST", "\(base)/nord/keys", #"{"rotate": "apiKey"}"#, token: old)
            #expect(rotated.status == 201)
            let new = try #require(rotated["apiKey"])
            #expect(rotated.json?.count == 1)
            #expect(await site.call("GET", "\(base)/nord", token: old).status == 401)
            #expect(await site.call("GET", "\(base)/nord", token: new).status == 200)
            let secret = await site.call("POST", "\(base)/nord/keys", #"{"rotate": "webhookSecret"}"#, token: new)
            #expect(secret["webhookSecret"]?.hasPrefix("whsec_") == true)
            for body in ["{}", #"{"rotate": "everything"}"#, #"{"rotate": 1}"#] {
                let refused = await site.call("POST", "\(base)/nord/keys", body)
                #expect(refused.status == 422)
                #expect(refused.faultyFields == ["rotate"])
            }
        }
    }
}
