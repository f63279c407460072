import Foundation
import MicroHTTP
import Sandbox
import Testing

@Suite struct IdentityTests {
    // The example of RFC 7636, appendix B.
    private static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    private static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

    private func parameters(_ changes: [String: String?] = [:]) -> [(String, String)] {
        var fields: [(String, String)] = [
            ("client_id", VendorSandbox.clientID), ("redirect_uri", Client.redirectURI), ("response_type", "code"),
            ("scope", Client.allScopes), ("state", "s&t/1"), ("prompt", "select_account"),
            ("code_challenge", Self.challenge), ("code_challenge_method", "S256"),
        ]
        fields.removeAll { changes.keys.contains($0.0) }
        for (name, value) in changes { if let value { fields.append((name, value)) } }
        return fields
    }

    private func show(_ client: Client, _ changes: [String: String?] = [:]) async throws -> Reply {
        let request = Request("GET", "/connect/authorize?" + Client.query(parameters(changes)))
        return Reply(try await client.sandbox.visma.response(to: request))
    }

    private func approve(_ client: Client, company: String = "eriksson", _ changes: [String: String?] = [:])
        async throws
        -> Form
    {
        let fields = parameters(changes) + [("company", company), ("decision", "approve")]
        let reply = try await client.postForm("/connect/authorize", fields, secret: nil)
        #expect(reply.status == 302)
        let location = try #require(reply.headers["Location"])
        #expect(location.hasPrefix(Client.redirectURI + "?"))
        return Form(decoding: location.drop { $0 != "?" }.dropFirst())
    }

    private func exchange(_ client: Client, _ code: String, _ changes: [String: String] = [:], secret: String? = nil)
        async throws -> Reply
    {
        var fields = [
            "grant_type": "authorization_code", "code": code, "redirect_uri": Client.redirectURI,
            "code_verifier": Self.verifier,
        ]
        fields.merge(changes) { $1 }
        return try await client.postForm(
            "/connect/token",
            fields.map { ($0.key, $0.value) },
            secret: secret ?? VendorSandbox.clientSecret
        )
    }

    @Test func `the login page offers both companies and works without a script`() async throws {
        let page = try await show(Client())
        #expect(page.status == 200)
        #expect(page.text.contains("Eriksson Rör &amp; El AB"))
        #expect(page.text.contains("Norrlands Ventilation AB"))
        #expect(!page.text.contains("<script"))
        #expect(page.text.contains(#"name="state" value="s&amp;t/1""#))
    }

    @Test func `without select_account the default company is taken without a question`() async throws {
        let client = try await Client()
        let page = try await show(client, ["prompt": nil])
        #expect(!page.text.contains("Norrlands"))
        let outcome = try await approve(client, company: "norrland", ["prompt": nil])
        let tokens = try await exchange(client, outcome["code"] ?? "")
        var signedIn = client
        signedIn.token = tokens["access_token"].text
        let settings = try await signedIn.get("companysettings")
        #expect(settings["Name"] == "Eriksson Rör & El AB")
    }

    @Test(arguments: [
        ["client_id": "someone"], ["redirect_uri": "https://evil.example/callback"], ["redirect_uri": nil],
    ])
    func `an unknown client or address is sent nowhere`(changes: [String: String?]) async throws {
        let reply = try await show(Client(), changes)
        #expect(reply.status == 400)
        #expect(reply.headers["Location"] == nil)
    }

    @Test(arguments: [
        (["response_type": "token"], "unsupported_response_type"), (["response_type": nil], "invalid_request"),
        (["scope": "ea:sales"], "invalid_scope"), (["scope": "ea:api ea:everything"], "invalid_scope"),
        (["code_challenge_method": "plain"], "invalid_request"), (["code_challenge": "short"], "invalid_request"),
    ])
    func `a malformed request goes back with its error and state`(
        changes: [String: String?],
        error: String
    ) async throws {
        let reply = try await show(Client(), changes)
        #expect(reply.status == 302)
        let location = try #require(reply.headers["Location"])
        #expect(location == "\(Client.redirectURI)?error=\(error)&state=s%26t%2F1")
    }

    @Test func `deny ends with access_denied and the state`() async throws {
        let fields = parameters() + [("company", "eriksson"), ("decision", "deny")]
        let reply = try await Client().postForm("/connect/authorize", fields, secret: nil)
        #expect(reply.headers["Location"] == "\(Client.redirectURI)?error=access_denied&state=s%26t%2F1")
    }

    @Test func `approve gives a code that can be exchanged for tokens of the chosen company`() async throws {
        var client = try await Client()
        let outcome = try await approve(client, company: "norrland")
        #expect(outcome["state"] == "s&t/1")
        let tokens = try await exchange(client, outcome["code"] ?? "")
        #expect(tokens.status == 200)
        #expect(tokens["expires_in"] == 3600)
        #expect(tokens["refresh_token"].string != nil)
        client.token = tokens["access_token"].text
        let settings = try await client.get("companysettings")
        #expect(settings["Name"] == "Norrlands Ventilation AB")
        #expect(settings["ActivatedModules"] == ["api_standard"])
    }

    @Test func `a code works once, for five minutes, at its address and with its verifier`() async throws {
        let client = try await Client()
        let once = try await approve(client)["code"] ?? ""
        #expect(try await exchange(client, once).status == 200)
        #expect(try await exchange(client, once)["error"] == "invalid_grant")

        let late = try await approve(client)["code"] ?? ""
        client.clock.advance(by: 300)
        #expect(try await exchange(client, late)["error"] == "invalid_grant")

        for change in [["redirect_uri": "http://localhost:1/x"], ["code_verifier": String(repeating: "w", count: 64)]] {
            let code = try await approve(client)["code"] ?? ""
            #expect(try await exchange(client, code, change)["error"] == "invalid_grant")
        }
    }

    @Test func `a wrong secret is an invalid client`() async throws {
        let client = try await Client()
        let code = try await approve(client)["code"] ?? ""
        #expect(try await exchange(client, code, secret: "wrong")["error"] == "invalid_client")
        #expect(try await exchange(client, code).status == 200)
    }

    @Test func `a refresh token can be used again unless the client's tokens rotate`() async throws {
        for rotates in [false, true] {
            let client = try await Client { $0.rotatesRefreshTokens = rotates }
            let first = try client.sandbox.issueTokens(company: "eriksson").refresh
            func refresh() async throws -> Reply {
                try await client.postForm(
                    "/connect/token",
                    [("grant_type", "refresh_token"), ("refresh_token", first)]
                )
            }
            let reply = try await refresh()
            #expect((reply["refresh_token"] == .string(first)) == !rotates)
            #expect(try await refresh().status == (rotates ? 400 : 200))
        }
    }

    @Test func `a revoked refresh token is an invalid grant`() async throws {
        let client = try await Client()
        let refresh = try client.sandbox.issueTokens(company: "eriksson").refresh
        #expect(try await client.postForm("/connect/revocation", [("token", refresh)]).status == 200)
        let reply = try await client.postForm(
            "/connect/token",
            [("grant_type", "refresh_token"), ("refresh_token", refresh)]
        )
        #expect(reply.status == 400)
        #expect(reply["error"] == "invalid_grant")
    }

    @Test func `an access token ends after an hour with 401 and code 4005`() async throws {
        let client = try await Client()
        client.clock.advance(by: 3_599)
        #expect(try await client.get("companysettings").status == 200)
        client.clock.advance(by: 1)
        let reply = try await client.get("companysettings")
        #expect(reply.status == 401)
        #expect(reply.errorCode == 4005)
        #expect(UUID(uuidString: reply["ErrorId"].text) != nil)
    }

    @Test func `a missing scope is 403 with code 4006`() async throws {
        let client = try await Client(scopes: "ea:api ea:sales_readonly")
        #expect(try await client.get("customers").status == 200)
        let reply = try await client.post("customers", [:])
        #expect(reply.status == 403)
        #expect(reply.errorCode == 4006)
        #expect(try await client.get("vatcodes").errorCode == 4006)
        #expect(try await client.get("salesdocumentattachments").errorCode == 4006)
    }
}
