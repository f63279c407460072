package import Foundation

/// The one seam between the API clients and the network.
///
/// A struct of closures and not a protocol: the live value is one function, and a test writes the reply next to its
/// expectation.
package struct Transport: Sendable {
    package var send: @Sendable (Call) async throws(RemoteAPIError) -> Reply

    package init(send: @escaping @Sendable (Call) async throws(RemoteAPIError) -> Reply) { self.send = send }
}

extension Transport {
    /// This transport, which tells of each call how it ended and how long it took.
    package func telling(
        _ tell: @escaping @Sendable (Call, Result<Reply, RemoteAPIError>, Duration) -> Void
    ) -> Transport {
        Transport { call async throws(RemoteAPIError) in
            let start = ContinuousClock.now
            do throws(RemoteAPIError) {
                let reply = try await send(call)
                tell(call, .success(reply), ContinuousClock.now - start)
                return reply
            } catch {
                tell(call, .failure(error), ContinuousClock.now - start)
                throw error
            }
        }
    }

    /// One request to a vendor.
    package struct Call: Sendable {
        package var method: String
        /// The endpoint without identifiers, such as `GET /customers/{id}`: the name for budget, logs and metrics.
        package var route: String
        package var url: RequestURL
        /// The headers that may be printed, in the order in which they are sent.
        package var headers: [(name: String, value: String)]
        /// The whole value of the `Authorization` header.
        package var authorization: Secret?
        /// The content, which never prints: it may hold tokens, and it holds people's data.
        package var body: Data?
        /// How long the whole answer may take, from the beginning of the call to its last byte.
        package var answerTimeout: Duration
        /// The largest body that is accepted, in bytes.
        package var answerLimit: Int
        /// Whether only the head of the answer counts: its body is not read, however long it is.
        package var ignoresBody: Bool

        package init(
            method: String,
            route: String,
            url: RequestURL,
            headers: [(name: String, value: String)] = [],
            authorization: Secret? = nil,
            body: Data? = nil,
            answerTimeout: Duration = .seconds(60),
            answerLimit: Int = 256 << 20,
            ignoresBody: Bool = false
        ) {
            self.method = method
            self.route = route
            self.url = url
            self.headers = headers
            self.authorization = authorization
            self.body = body
            self.answerTimeout = answerTimeout
            self.answerLimit = answerLimit
            self.ignoresBody = ignoresBody
        }
    }

    /// What a vendor answered.
    package struct Reply: Sendable {
        package var status: Int
        /// The headers by lower-case name; of repeated ones the last.
        package var headers: [String: String]
        package var body: Data

        package init(status: Int, headers: [String: String] = [:], body: Data = Data()) {
            self.status = status
            self.headers = headers
            self.body = body
        }
    }
}

extension Transport.Call: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "\(method) \(url)" }

    package var debugDescription: String { description }

    package var customMirror: Mirror { Mirror(self, children: ["method": method, "url": url.description]) }
}

extension Transport.Reply: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "\(status), \(body.count) bytes" }

    package var debugDescription: String { description }

    package var customMirror: Mirror { Mirror(self, children: ["status": status, "bytes": body.count]) }
}
