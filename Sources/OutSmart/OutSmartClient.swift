import Foundation
package import RemoteAPI

/// A client for the parts of OutSmart's openapi/8 that the connector uses, on behalf of one account.
package struct OutSmartClient: Sendable {
    let transport: Transport
    let baseURL: String
    private let credentials: Credentials
    private let retry: Retry

    /// What OutSmart knows a customer and a package by.
    package struct Credentials: Sendable, Equatable {
        /// The customer's token for this package.
        package var token: Secret
        /// The package's own token.
        package var softwareToken: Secret
        /// Sent as a bearer token besides, where the customer was given one.
        package var bearer: Secret?

        package init(token: Secret, softwareToken: Secret, bearer: Secret? = nil) {
            self.token = token
            self.softwareToken = softwareToken
            self.bearer = bearer
        }
    }

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - transport: The way to the network.
    ///   - baseURL: Such as `https://app.out-smart.com/openapi/8`.
    ///   - credentials: Whose data it is.
    ///   - retry: What is tried again.
    package init(transport: Transport, baseURL: String, credentials: Credentials, retry: Retry) {
        self.transport = transport
        self.baseURL = baseURL
        self.credentials = credentials
        self.retry = retry
    }
}

extension OutSmartClient {
    /// Sends rows to OutSmart, which takes all of them or none.
    ///
    /// It is made of the rows beforehand: nothing is left to do but to send it.
    ///
    /// - Throws: ``RemoteAPIError``; `refused` when any row is bad, without saying which.
    package typealias Sending = @Sendable () async throws(RemoteAPIError) -> Void

    /// One endpoint's request.
    struct Endpoint {
        var method: String
        /// Such as `/relations/`.
        var path: String
        var query: [(String, String)] = []
        var body: Data?
        /// Lists come whole, and can be tens of megabytes.
        var answerTimeout: Duration = .seconds(60)
        /// Whether carrying it out twice does no harm and brings the same answer.
        var isRepeatable: Bool
    }

    /// Returns the endpoint of a list.
    func list(_ path: String, _ query: [(String, String)] = [], isRepeatable: Bool = true) -> Endpoint {
        Endpoint(method: "GET", path: path, query: query, answerTimeout: .seconds(300), isRepeatable: isRepeatable)
    }

    /// Returns what sends rows to the endpoint that takes them, and expects such a response.
    ///
    /// Not repeatable: whether rows of a refused or lost batch were stored is not documented.
    func sending<Response: Decodable & Sendable>(
        _ path: String,
        _ rows: some Encodable,
        expecting: Response.Type = Ignored.self
    ) -> Sending {
        let body = WireJSON.encode(rows, keys: .asNamed)
        let endpoint = Endpoint(method: "POST", path: path, body: body, isRepeatable: false)
        return { () async throws(RemoteAPIError) in _ = try await call(endpoint, as: Response.self) }
    }

    /// Sends a call and decodes the response within its envelope.
    ///
    /// Every endpoint goes through here.
    func call<Response: Decodable & Sendable>(
        _ endpoint: Endpoint,
        as type: Response.Type = Response.self
    ) async throws(RemoteAPIError) -> Response {
        try await retry(repeatable: endpoint.isRepeatable) { () async throws(RemoteAPIError) in
            let reply = try await transport.send(request(for: endpoint))
            return try Envelope<Response>.response(in: reply, hiding: credentials.secrets)
        }
    }

    private func request(for endpoint: Endpoint) -> Transport.Call {
        var url = RequestURL(base: baseURL, path: endpoint.path)
        for item in endpoint.query { url.append(item.0, item.1) }
        url.append("token", secret: credentials.token)
        url.append("software_token", secret: credentials.softwareToken)
        var call = Transport.Call(method: endpoint.method, route: "\(endpoint.method) \(endpoint.path)", url: url)
        call.headers = [("Accept", "application/json")]
        call.authorization = credentials.bearer.map { Secret("Bearer \($0.value)") }
        call.answerTimeout = endpoint.answerTimeout
        if let body = endpoint.body {
            call.body = body
            call.headers.append(("Content-Type", "application/json"))
        }
        return call
    }
}

extension OutSmartClient.Credentials {
    var secrets: [Secret] { [token, softwareToken] + (bearer.map { [$0] } ?? []) }
}
