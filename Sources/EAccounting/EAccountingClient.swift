import Foundation
package import RemoteAPI

/// A client for the parts of Visma eAccounting's API v2 that the connector uses, on behalf of one account.
package struct EAccountingClient: Sendable {
    private let transport: Transport
    private let baseURL: String
    private let tokens: AccessTokens
    private let budget: RequestBudget
    private let account: String
    private let retry: Retry

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - transport: The way to the network.
    ///   - baseURL: Such as `https://eaccountingapi.vismaonline.com/v2`.
    ///   - tokens: Whose consent the calls carry.
    ///   - budget: The requests that all accounts share.
    ///   - account: Who asks, for the budget's turns.
    ///   - retry: What is tried again.
    package init(
        transport: Transport,
        baseURL: String,
        tokens: AccessTokens,
        budget: RequestBudget,
        account: String,
        retry: Retry
    ) {
        self.transport = transport
        self.baseURL = baseURL
        self.tokens = tokens
        self.budget = budget
        self.account = account
        self.retry = retry
    }
}

/// The access to one company, renewed by whoever keeps the tokens.
package struct AccessTokens: Sendable {
    /// The token to use now.
    package var current: @Sendable () async throws(RemoteAPIError) -> Secret
    /// A token newer than the one that Visma refused.
    package var renewed: @Sendable (_ refused: Secret) async throws(RemoteAPIError) -> Secret

    package init(
        current: @escaping @Sendable () async throws(RemoteAPIError) -> Secret,
        renewed: @escaping @Sendable (_ refused: Secret) async throws(RemoteAPIError) -> Secret
    ) {
        self.current = current
        self.renewed = renewed
    }
}

extension EAccountingClient {
    /// One endpoint's request.
    struct Endpoint {
        var method: String
        var route: String
        var url: RequestURL
        var body: Data?
        /// Whether carrying it out twice does no harm.
        var isRepeatable: Bool { method != "POST" }
    }

    /// Returns the endpoint `method path`, where each `{…}` in the path stands for the next of `segments`.
    func endpoint(
        _ method: String,
        _ path: String,
        _ segments: String...,
        query: [(String, String)] = [],
        body: (any Encodable)? = nil
    ) -> Endpoint {
        var url = RequestURL(base: baseURL, path: "")
        var rest = segments[...]
        for part in path.split(separator: "/") {
            url.append(segment: part.hasPrefix("{") ? rest.popFirst() ?? "" : String(part))
        }
        for item in query { url.append(item.0, item.1) }
        let data = body.map { WireJSON.encode($0, keys: .capitalized) }
        return Endpoint(method: method, route: "\(method) \(path)", url: url, body: data)
    }

    /// Sends a call and decodes its reply.
    ///
    /// Every endpoint goes through here: budget, token, one renewal of a refused token, and retries.
    func call<Reply: Decodable & Sendable>(
        _ endpoint: Endpoint,
        as type: Reply.Type = Reply.self
    ) async throws(RemoteAPIError) -> Reply {
        try await retry(repeatable: endpoint.isRepeatable) { () async throws(RemoteAPIError) in
            let token = try await tokens.current()
            do throws(RemoteAPIError) {
                return try WireJSON.decode(type, from: try await send(endpoint, token))
            } catch {
                guard case .unauthorized = error else { throw error }
                return try WireJSON.decode(type, from: try await send(endpoint, try await tokens.renewed(token)))
            }
        }
    }

    private func send(_ endpoint: Endpoint, _ token: Secret) async throws(RemoteAPIError) -> Data {
        do {
            try await budget.acquire(route: endpoint.route, account: account)
        } catch {
            throw .cancelled
        }
        var call = Transport.Call(method: endpoint.method, route: endpoint.route, url: endpoint.url)
        call.headers = [("Accept", "application/json")]
        call.authorization = Secret("Bearer \(token.value)")
        if let body = endpoint.body {
            call.body = body
            call.headers.append(("Content-Type", "application/json"))
        }
        let reply = try await transport.send(call)
        guard let error = RemoteAPIError(visma: reply, hiding: [token]) else { return reply.body }
        if case .throttled(let pause, _) = error {
            budget.pause(route: endpoint.route, for: pause ?? .seconds(5))
        }
        throw error
    }
}
