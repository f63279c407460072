import Foundation
package import RemoteAPI

extension RemoteAPIError {
    /// Creates the error that a reply of Visma's API stands for, or `nil` for success.
    ///
    /// Visma's own code decides, and the HTTP status only where there is none: gateways answer without a body, or
    /// with a page.
    package init?(visma reply: Transport.Reply, hiding secrets: [Secret]) {
        guard !(200..<300).contains(reply.status) else { return nil }
        let said = try? WireJSON.decode(ErrorReply.self, from: reply.body)
        let code = said?.errorCode == 0 ? nil : said?.errorCode
        let refusal = Refusal(
            status: reply.status,
            code: code,
            message: said?.developerErrorMessage ?? "",
            errorID: said?.errorId,
            fields: (said?.errors?.rows ?? []).map {
                Refusal.Field(field: $0.field ?? $0.key ?? "", message: $0.message ?? $0.errorCode ?? "")
            },
            hiding: secrets
        )
        switch (code, reply.status) {
        case (4005, _), (nil, 401):
            self = .unauthorized(refusal)
        case (4010, _), (_, 429):
            let header = reply.headers["retry-after"].flatMap { Duration(retryAfter: $0) }
            self = .throttled(retryAfter: header ?? Duration(namedIn: refusal.message), refusal)
        case (5000, _), (5001, _), (5002, _), (nil, 408), (nil, 500...):
            self = .failed(refusal)
        case (nil, 300..<400):
            self = .unreadable(reason: "redirected (HTTP \(reply.status))")
        default:
            self = .refused(refusal)
        }
    }
}

/// Visma's `CommonExtendedBadRequest`.
private struct ErrorReply: Decodable {
    var errorCode: Int?
    var developerErrorMessage: String?
    var errorId: String?
    var errors: LossyList<Detail>?

    struct Detail: Decodable, Sendable {
        var field: String?
        var errorCode: String?
        var message: String?
        var key: String?
    }
}

extension Duration {
    /// Creates the pause that a message names ("Try again in 55 seconds").
    fileprivate init?(namedIn message: String) {
        guard let found = message.firstMatch(of: /(\d{1,5}) second/), let seconds = Int(found.1) else { return nil }
        self = .seconds(seconds)
    }
}
