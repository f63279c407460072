import Crypto
import Foundation
import MicroHTTP

extension VendorSandbox {
    /// Answers at `/connect/token`.
    func issueTokens(_ request: Request, _ books: inout Books, now: Date) -> Response {
        guard request.isForm else { return .tokenError("invalid_request") }
        let form = Form(decoding: request.body)
        guard let client = Self.authenticatedClient(of: request, form) else { return .tokenError("invalid_client") }
        switch form["grant_type"] {
        case "authorization_code":
            guard let grant = redeem(form, of: client, &books, now: now) else { return .tokenError("invalid_grant") }
            let refresh = grant.scopes.contains("offline_access") ? grant.issueRefreshToken(in: &books) : nil
            return .tokens(grant.issueAccessToken(in: &books, now: now), refresh: refresh, grant)
        case "refresh_token":
            guard var refresh = form["refresh_token"], let grant = Grant(refreshToken: refresh, of: client, in: books)
            else { return .tokenError("invalid_grant") }
            if options.rotatesRefreshTokens {
                Grant.revoke(refresh, of: client, in: &books)
                refresh = grant.issueRefreshToken(in: &books)
            }
            return .tokens(grant.issueAccessToken(in: &books, now: now), refresh: refresh, grant)
        case nil: return .tokenError("invalid_request")
        default: return .tokenError("unsupported_grant_type")
        }
    }

    /// Turns a code into a grant, once.
    private func redeem(_ form: Form, of client: String, _ books: inout Books, now: Date) -> Grant? {
        guard let code = form["code"], let row = books.row(code, in: Self.codes) else { return nil }
        // Whatever is wrong with the attempt, the code is used up.
        books.remove(code, from: Self.codes)
        guard row.text("client") == client, row.text("redirectURI") == form["redirect_uri"],
            let end = Stamp.moment(row.text("expires")), now < end,
            Self.verifies(form["code_verifier"], row["challenge"]?.string)
        else { return nil }
        return Grant(
            client: client,
            company: row.text("company"),
            scopes: row.text("scope").split(separator: " ").map(String.init)
        )
    }

    private static func verifies(_ verifier: String?, _ challenge: String?) -> Bool {
        guard let challenge else { return verifier == nil }
        guard let verifier, (43...128).contains(verifier.utf8.count) else { return false }
        return Data(SHA256.hash(data: Array(verifier.utf8))).base64URL == challenge
    }

    /// Answers at `/connect/revocation`.
    func revokeToken(_ request: Request, _ books: inout Books) -> Response {
        guard request.isForm else { return .tokenError("invalid_request") }
        let form = Form(decoding: request.body)
        guard let client = Self.authenticatedClient(of: request, form) else { return .tokenError("invalid_client") }
        guard let token = form["token"] else { return .tokenError("invalid_request") }
        // An unknown token is as good as revoked, RFC 7009 says.
        Grant.revoke(token, of: client, in: &books)
        return Response(status: 200)
    }

    /// The client, by HTTP Basic or by the form's own fields.
    private static func authenticatedClient(of request: Request, _ form: Form) -> String? {
        var id = form["client_id"]
        var secret = form["client_secret"]
        if let header = request.headers["Authorization"] {
            guard header.hasPrefix("Basic "), let data = Data(base64Encoded: String(header.dropFirst(6))) else {
                return nil
            }
            let parts = String(decoding: data, as: UTF8.self).split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            (id, secret) = (String(parts[0]), String(parts[1]))
        }
        return id == clientID && secret == clientSecret ? id : nil
    }
}

extension Request {
    /// Whether the body is a URL-encoded form.
    var isForm: Bool {
        headers["Content-Type"]?.lowercased().hasPrefix("application/x-www-form-urlencoded") ?? false
    }
}

extension Response {
    fileprivate static func tokenError(_ error: JSON) -> Response { .json(["error": error], status: 400) }

    fileprivate static func tokens(_ access: String, refresh: String?, _ grant: Grant) -> Response {
        var answer: JSONObject = [
            "access_token": .string(access), "expires_in": .int(Grant.lifetime), "token_type": "Bearer",
            "scope": .string(grant.scopes.joined(separator: " ")),
        ]
        if let refresh { answer["refresh_token"] = .string(refresh) }
        var response = Response.json(.object(answer))
        response.headers["Cache-Control"] = "no-store"
        return response
    }
}
