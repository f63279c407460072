import Glibc

/// An HTTP/1.1 server on libmicrohttpd.
package struct HTTPServer: Sendable {
    /// Answers a complete request.
    ///
    /// It runs on a thread that serves other connections too, and must not block it.
    package typealias Handler = @Sendable (Request) -> Answer

    /// Says how many bytes the body of a request may have, when a head that announces one has arrived.
    package typealias BodyLimit = @Sendable (Request) -> Int

    /// Answers a request that the handler does not get to answer, with the status: 413 for a body that is too long, and
    /// 503 for an answer that was not made in time.
    ///
    /// It runs on a server's thread. The request has no body. What it returns is sent with that status, and bytes only.
    package typealias Refuse = @Sendable (Request, _ status: UInt32) -> Response

    let configuration: Configuration
    let bodyLimit: BodyLimit
    let refuse: Refuse
    let handler: Handler

    /// Creates a server that does not listen yet.
    ///
    /// - Parameters:
    ///   - configuration: Where and how to listen.
    ///   - bodyLimit: The limit for each request; by default, the configuration's for all.
    ///   - refuse: Says what refusals look like; by default, they are empty.
    ///   - handler: Answers requests.
    package init(
        configuration: Configuration = Configuration(),
        bodyLimit: BodyLimit? = nil,
        refuse: @escaping Refuse = { Response(status: $1) },
        handler: @escaping Handler
    ) {
        self.configuration = configuration
        self.bodyLimit = bodyLimit ?? { [limit = configuration.bodyLimit] _ in limit }
        self.refuse = refuse
        self.handler = handler
    }

    /// Serves until the task is cancelled, then finishes what is in flight and returns.
    ///
    /// After the cancellation no connection is accepted, idle ones are closed, and the tasks of streams are
    /// cancelled. Answers that are being made have the configuration's grace; then their tasks are cancelled
    /// and their clients see 503.
    ///
    /// The process's limit of open descriptors is raised, as far as the system allows, to what the connections need.
    ///
    /// - Parameter onListening: Called once, with the bound port, when connections are accepted.
    /// - Throws: ``HTTPServerError`` when the server cannot start.
    package func run(onListening: (UInt16) -> Void = { _ in }) async throws(HTTPServerError) {
        raiseDescriptorLimit(to: configuration.connectionLimit + 256)
        let socket = try ListeningSocket(host: configuration.host, port: configuration.port)
        let signals = (0..<configuration.threads).map { _ in LoopSignal() }
        let loops = try signals.map { signal throws(HTTPServerError) in
            try Loop(self, socket: socket.copy(), signal: signal)
        }
        let port = socket.port
        // The daemons' copies are left: when the last of them is closed, clients are told that nobody listens.
        _ = consume socket
        do {
            for loop in loops { try loop.start() }
        } catch {
            for signal in signals { signal.stop() }
            throw error
        }
        onListening(port)
        await withTaskCancellationHandler {
            for signal in signals { await signal.ending() }
        } onCancel: {
            for signal in signals { signal.stop() }
        }
    }
}

/// Lets the process have that many descriptors open, as far as the system allows.
private func raiseDescriptorLimit(to count: Int) {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < rlim_t(count) else {
        return
    }
    limit.rlim_cur = min(rlim_t(count), limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
}
