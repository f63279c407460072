import Domain
import Foundation
import MicroHTTP
import Sync

/// A request of a script that showed a token.
struct Call: Sendable {
    let visit: Visit
    let caller: Session.Holder

    var request: Request { visit.request }
    var query: Form { visit.request.query }
}

extension Gate {
    typealias CallHandler = @Sendable (Call) async throws -> Response
    typealias AccountCallHandler = @Sendable (Call, Account.ID) async throws -> Response

    /// A call of whoever has a token.
    func call(_ handler: @escaping CallHandler) -> Route.Handler {
        .later { visit in try await handler(Call(visit: visit, caller: try await caller(visit))) }
    }

    /// A call of the operator.
    func operatorCall(_ handler: @escaping CallHandler) -> Route.Handler {
        call { call in
            guard call.caller == .operator else { throw Problem.forbidden }
            return try await handler(call)
        }
    }

    /// A call about the account in the path.
    func accountCall(_ handler: @escaping AccountCallHandler) -> Route.Handler {
        call { call in
            let account = try Self.account(in: call.visit, for: call.caller)
            _ = try await accounts.status(of: account)
            return try await handler(call, account)
        }
    }

    /// Who a token belongs to.
    func caller(_ visit: Visit) async throws -> Session.Holder {
        guard let header = visit.request.headers["Authorization"] else { throw Problem.unauthorized("") }
        if let wait = refusedTokens.wait(for: visit.client.address) {
            throw Problem.tooManyRequests(retryAfter: wait)
        }
        if header.prefix(7).lowercased() == "bearer " {
            let token = header.dropFirst(7).trimmingCharacters(in: .whitespaces)
            if isOperatorToken(token) { return .operator }
            if let account = try await accounts.account(apiKey: token) { return .account(account) }
        }
        refusedTokens.count(visit.client.address)
        throw Problem.unauthorized(#", error="invalid_token""#)
    }
}

extension Problem {
    fileprivate static func unauthorized(_ error: String) -> Problem {
        Problem(
            kind: .unauthorized,
            detail: "Send the operator token or an account key as bearer token.",
            headers: ["WWW-Authenticate": #"Bearer realm="connector"\#(error)"#]
        )
    }
}
