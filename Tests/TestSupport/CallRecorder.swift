package import RemoteAPI
import Synchronization

/// Keeps every call that passes, with its answer.
package final class CallRecorder: Sendable {
    private let calls = Mutex<[(call: Transport.Call, reply: Transport.Reply?)]>([])

    package init() {}

    /// A transport that keeps what passes on its way to another one.
    package func wire(_ transport: Transport) -> Transport {
        Transport { call async throws(RemoteAPIError) in
            let index = self.calls.withLock { calls in
                calls.append((call, nil))
                return calls.count - 1
            }
            let reply = try await transport.send(call)
            self.calls.withLock { $0[index].reply = reply }
            return reply
        }
    }

    /// The calls of a route so far, such as `GET /customers`.
    package func calls(_ route: String) -> [Transport.Call] {
        calls.withLock { calls in calls.map(\.call).filter { $0.route == route } }
    }

    /// The answers of a route so far.
    package func replies(_ route: String) -> [Transport.Reply] {
        calls.withLock { calls in calls.filter { $0.call.route == route }.compactMap(\.reply) }
    }

    /// A query item of every call of a route; `nil` where a call has none of that name.
    package func query(_ name: String, of route: String) -> [String?] {
        calls(route).map { call in call.url.query.first { $0.name == name }?.value }
    }
}
