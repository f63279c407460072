package import MicroHTTP

/// Runs `body` while each handler answers on a port of its own of the loopback interface.
package func withServers<Value>(
    _ handlers: [HTTPServer.Handler],
    _ body: (_ ports: [UInt16]) async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Void.self) { group in
        defer { group.cancelAll() }
        var ports: [UInt16] = []
        for handler in handlers {
            let (listening, continuation) = AsyncStream.makeStream(of: UInt16.self)
            let configuration = HTTPServer.Configuration(bodyLimit: 16 << 20, threads: 1, grace: .milliseconds(100))
            group.addTask {
                defer { continuation.finish() }
                try await HTTPServer(configuration: configuration, handler: handler).run { continuation.yield($0) }
            }
            for await port in listening {
                ports.append(port)
                break
            }
        }
        // A server that can't start has no port, and says why.
        guard ports.count == handlers.count else {
            try await group.waitForAll()
            throw NothingHappened(what: "every server listens")
        }
        return try await body(ports)
    }
}
