import Foundation
import RemoteAPI

/// What every answer of OutSmart is wrapped in, at HTTP 200 whatever happened.
struct Envelope<Response: Decodable & Sendable>: Decodable {
    private var code: Int
    private var messages: [String]
    private var response: Response?

    private enum CodingKeys: String, CodingKey {
        case code, messages, response
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard let code = container.number(.code) else {
            throw DecodingError.dataCorruptedError(forKey: .code, in: container, debugDescription: "no code")
        }
        self.code = code
        messages =
            (try? container.decode([String].self, forKey: .messages)) ?? container.text(.messages).map { [$0] } ?? []
        // A refusal's response is of no use, and of no reliable type.
        response = code == 200 ? try container.decodeIfPresent(Response.self, forKey: .response) : nil
    }

    /// Returns the response in a reply.
    ///
    /// - Parameters:
    ///   - reply: The reply.
    ///   - secrets: What must not be repeated in an error.
    /// - Returns: The response.
    /// - Throws: ``RemoteAPIError``, by OutSmart's code; by the HTTP status where a gateway answered.
    static func response(in reply: Transport.Reply, hiding secrets: [Secret]) throws(RemoteAPIError) -> Response {
        let envelope: Envelope
        do {
            envelope = try WireJSON.decode(Envelope.self, from: reply.body)
        } catch {
            throw RemoteAPIError(gateway: reply) ?? error
        }
        guard envelope.code == 200 else {
            throw RemoteAPIError(
                Refusal(
                    status: reply.status,
                    code: envelope.code,
                    message: envelope.messages.joined(separator: "; "),
                    hiding: secrets
                )
            )
        }
        if let response = envelope.response { return response }
        if let nothing = Ignored() as? Response { return nothing }
        throw .unreadable(reason: "the answer has no response")
    }
}

/// A response that nobody needs, whatever it is.
struct Ignored: Decodable, Sendable {
    init() {}

    init(from decoder: any Decoder) {}
}

extension RemoteAPIError {
    /// Creates the error of an answer with a code other than 200.
    fileprivate init(_ refusal: Refusal) {
        switch refusal.code {
        case 1002, 1003, 1004, 1005: self = .unauthorized(refusal)
        case 1007: self = .failed(refusal)
        default: self = .refused(refusal)
        }
    }

    /// Creates the error of an answer without an envelope, or `nil` where the status is that of a success.
    fileprivate init?(gateway reply: Transport.Reply) {
        let refusal = Refusal(status: reply.status)
        switch reply.status {
        case 200..<300: return nil
        case 300..<400: self = .unreadable(reason: "redirected (HTTP \(reply.status))")
        case 401: self = .unauthorized(refusal)
        case 429:
            self = .throttled(retryAfter: reply.headers["retry-after"].flatMap { Duration(retryAfter: $0) }, refusal)
        case 408, 500...: self = .failed(refusal)
        default: self = .refused(refusal)
        }
    }
}
