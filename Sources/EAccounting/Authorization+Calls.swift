import Foundation
import RemoteAPI

extension Authorization {
    func tokens(_ form: [(String, String)]) async throws(RemoteAPIError) -> TokenReply {
        struct Wire: Decodable {
            // OAuth's own names, which are not Visma's.
            var access_token: String
            var refresh_token: String?
            var expires_in: Int?
            var scope: String?
        }
        let wire = try WireJSON.decode(Wire.self, from: try await post("/connect/token", form))
        guard !wire.access_token.isEmpty else { throw .unreadable(reason: "the answer's access token is empty") }
        return TokenReply(
            accessToken: Secret(wire.access_token),
            refreshToken: wire.refresh_token.flatMap { $0.isEmpty ? nil : Secret($0) },
            expiresIn: .seconds(min(max(0, wire.expires_in ?? 3600), 86_400)),
            scope: wire.scope
        )
    }

    func post(_ path: String, _ form: [(String, String)]) async throws(RemoteAPIError) -> Data {
        let basic = "\(clientID.percentEncoded):\(clientSecret.value.percentEncoded)"
        let reply = try await transport.send(
            Transport.Call(
                method: "POST",
                route: "POST \(path)",
                url: RequestURL(base: identityURL, path: path),
                headers: [("Accept", "application/json"), ("Content-Type", "application/x-www-form-urlencoded")],
                authorization: Secret("Basic \(Data(basic.utf8).base64EncodedString())"),
                body: Data(form.map { "\($0.0)=\($0.1.percentEncoded)" }.joined(separator: "&").utf8)
            )
        )
        let secrets = [clientSecret] + form.filter { $0.0 != "grant_type" }.map { Secret($0.1) }
        if let error = RemoteAPIError(identity: reply, hiding: secrets) { throw error }
        return reply.body
    }
}

extension RemoteAPIError {
    /// Creates the error that a reply of the identity server stands for, or `nil` for success.
    fileprivate init?(identity reply: Transport.Reply, hiding secrets: [Secret]) {
        struct Wire: Decodable {
            var error: String?
            var error_description: String?
        }
        guard reply.status != 200 else { return nil }
        let said = try? WireJSON.decode(Wire.self, from: reply.body)
        let words = [said?.error, said?.error_description].compactMap(\.self).joined(separator: ": ")
        let refusal = Refusal(status: reply.status, message: words, hiding: secrets)
        switch (said?.error, reply.status) {
        case ("invalid_grant", _):
            self = .unauthorized(refusal)
        case (_, 429):
            self = .throttled(retryAfter: reply.headers["retry-after"].flatMap { Duration(retryAfter: $0) }, refusal)
        case ("temporarily_unavailable", _), ("server_error", _), (_, 408), (_, 500...):
            self = .failed(refusal)
        case (nil, 200..<400):
            self = .unreadable(reason: "HTTP \(reply.status) without tokens")
        default:
            self = .refused(refusal)
        }
    }
}
