import EAccounting
import Foundation
import RemoteAPI
import Testing

@Suite struct AuthorizationTests {
    private func authorization(_ answer: @escaping VismaStub.Answer) -> Authorization {
        Authorization(
            transport: VismaStub(answer).transport,
            identityURL: "https://identity.test",
            clientID: "outsmart",
            clientSecret: Secret("cl13nt/s3cr3t"),
            redirectURI: "https://connector.test/oauth/callback"
        )
    }

    @Test func `sends the browser to Visma with exactly these parameters`() {
        let url = authorization { _ in .error(500) }.authorizeURL(state: "s+1", codeChallenge: "c")
        #expect(
            url == """
                https://identity.test/connect/authorize?response_type=code&client_id=outsmart\
                &redirect_uri=https%3A%2F%2Fconnector.test%2Foauth%2Fcallback\
                &scope=ea%3Aapi%20offline_access%20ea%3Asales%20ea%3Aaccounting&state=s%2B1&prompt=select_account\
                &acr_values=service%3A44643EB1-3F76-4C1C-A672-402AE8085934&code_challenge=c&code_challenge_method=S256
                """
        )
    }

    @Test func `makes the challenge of RFC 7636's example`() {
        #expect(
            Authorization.codeChallenge(for: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        )
    }

    @Test func `exchanges a code`() async throws {
        let authorization = authorization { call in
            #expect(call.method == "POST")
            #expect(call.url.revealed == "https://identity.test/connect/token")
            #expect(call.authorization?.value == "Basic " + Data("outsmart:cl13nt%2Fs3cr3t".utf8).base64EncodedString())
            #expect(call.headers.contains { $0 == ("Content-Type", "application/x-www-form-urlencoded") })
            #expect(
                call.text == """
                    grant_type=authorization_code&code=c%261\
                    &redirect_uri=https%3A%2F%2Fconnector.test%2Foauth%2Fcallback&code_verifier=v
                    """
            )
            return .ok(
                #"{"access_token":"a","refresh_token":"r","expires_in":3600,"token_type":"Bearer","scope":"ea:api"}"#
            )
        }
        let reply = try await authorization.tokens(code: "c&1", codeVerifier: "v")
        #expect(
            reply
                == Authorization.TokenReply(
                    accessToken: Secret("a"),
                    refreshToken: Secret("r"),
                    expiresIn: .seconds(3600),
                    scope: "ea:api"
                )
        )
    }

    @Test func `an answer without a refresh token keeps the old one`() async throws {
        let authorization = authorization { call in
            #expect(call.text == "grant_type=refresh_token&refresh_token=r1")
            return .ok(#"{"access_token":"a2"}"#)
        }
        let reply = try await authorization.tokens(refreshing: Secret("r1"))
        #expect(reply.accessToken == Secret("a2"))
        #expect(reply.refreshToken == nil)
        #expect(reply.expiresIn == .seconds(3600))
    }

    @Test func `revokes a refresh token`() async throws {
        try await authorization { call in
            #expect(call.url.revealed == "https://identity.test/connect/revocation")
            #expect(call.text == "token=r1&token_type_hint=refresh_token")
            return .init(status: 200)
        }.revoke(Secret("r1"))
    }

    @Test(arguments: [
        (400, #"{"error":"invalid_grant"}"#, "unauthorized: invalid_grant"),
        (400, #"{"error":"invalid_client","error_description":"r1?"}"#, "refused: invalid_client: <redacted>?"),
        (503, "", "failed: HTTP 503"), (429, "", "throttled: HTTP 429"), (500, "<html>", "failed: HTTP 500"),
        (302, "", "unreadable: HTTP 302 without tokens"), (200, "{}", "unreadable: the answer lacks access_token"),
        (200, #"{"access_token":""}"#, "unreadable: the answer's access token is empty"),
    ])
    func `says what a refused refresh means, without the token`(status: Int, body: String, words: String) async {
        let error = await #expect(throws: RemoteAPIError.self) {
            _ = try await authorization { _ in .error(status, body) }.tokens(refreshing: Secret("r1"))
        }
        #expect(error.map { "\($0)" } == words)
    }
}
