internal import Crypto
import Foundation
package import RemoteAPI

/// Visma's OAuth 2: consent, tokens, revocation.
///
/// Nothing here is tried again: whoever keeps the tokens knows whether a lost answer may be asked for twice.
package struct Authorization: Sendable {
    let transport: Transport
    let identityURL: String
    let clientID: String
    let clientSecret: Secret
    let redirectURI: String

    /// Creates the authorization of one OAuth client.
    ///
    /// - Parameters:
    ///   - transport: The way to the network.
    ///   - identityURL: Such as `https://identity.vismaonline.com`.
    ///   - clientID: The client registered at Visma.
    ///   - clientSecret: Its secret.
    ///   - redirectURI: Where Visma sends the browser back to, exactly as registered.
    package init(
        transport: Transport,
        identityURL: String,
        clientID: String,
        clientSecret: Secret,
        redirectURI: String
    ) {
        self.transport = transport
        self.identityURL = identityURL
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.redirectURI = redirectURI
    }

    /// What Visma answers to a code or a refresh token.
    package struct TokenReply: Sendable, Equatable {
        package var accessToken: Secret
        /// `nil` where the one that was used stays valid.
        package var refreshToken: Secret?
        package var expiresIn: Duration
        package var scope: String?

        package init(accessToken: Secret, refreshToken: Secret?, expiresIn: Duration, scope: String?) {
            self.accessToken = accessToken
            self.refreshToken = refreshToken
            self.expiresIn = expiresIn
            self.scope = scope
        }
    }

    /// Returns the address of Visma's login page.
    ///
    /// `select_account` makes the user choose the company, and `acr_values` offers only those with eAccounting.
    ///
    /// - Parameters:
    ///   - state: The random value that comes back with the answer.
    ///   - codeChallenge: From ``codeChallenge(for:)``.
    /// - Returns: Where to send the browser.
    package func authorizeURL(state: String, codeChallenge: String) -> String {
        var url = RequestURL(base: identityURL, path: "/connect/authorize")
        url.append("response_type", "code")
        url.append("client_id", clientID)
        url.append("redirect_uri", redirectURI)
        url.append("scope", "ea:api offline_access ea:sales ea:accounting")
        url.append("state", state)
        url.append("prompt", "select_account")
        url.append("acr_values", "service:44643EB1-3F76-4C1C-A672-402AE8085934")
        url.append("code_challenge", codeChallenge)
        url.append("code_challenge_method", "S256")
        return url.revealed
    }

    /// Returns the S256 challenge of a PKCE verifier.
    package static func codeChallenge(for verifier: String) -> String {
        Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    /// Exchanges an authorization code, which works once and for five minutes.
    ///
    /// Maps to `POST /connect/token`. A code that Visma does not accept arrives as
    /// ``RemoteAPI/RemoteAPIError/unauthorized(_:)``.
    package func tokens(code: String, codeVerifier: String) async throws(RemoteAPIError) -> TokenReply {
        try await tokens([
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirectURI),
            ("code_verifier", codeVerifier),
        ])
    }

    /// Exchanges a refresh token for a new access token.
    ///
    /// Maps to `POST /connect/token`. `invalid_grant` arrives as ``RemoteAPI/RemoteAPIError/unauthorized(_:)``:
    /// someone must connect again.
    package func tokens(refreshing refreshToken: Secret) async throws(RemoteAPIError) -> TokenReply {
        try await tokens([("grant_type", "refresh_token"), ("refresh_token", refreshToken.value)])
    }

    /// Revokes a refresh token.
    ///
    /// Maps to `POST /connect/revocation`.
    package func revoke(_ refreshToken: Secret) async throws(RemoteAPIError) {
        let form = [("token", refreshToken.value), ("token_type_hint", "refresh_token")]
        _ = try await post("/connect/revocation", form)
    }
}
