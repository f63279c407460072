/// A request: its head, and its body once that has arrived.
package struct Request: Sendable {
    package var method: String
    /// The request target as it was received: path and query, still percent-encoded.
    package var target: String
    package var headers: Fields
    package var body: [UInt8]
    /// The address of the client's end of the connection, such as `127.0.0.1`.
    package var peer: String
    /// Whether this connection is encrypted here, not at a proxy in front.
    package var isEncrypted: Bool

    package init(
        _ method: String,
        _ target: String,
        headers: Fields = [:],
        body: [UInt8] = [],
        peer: String = "127.0.0.1",
        isEncrypted: Bool = false
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.peer = peer
        self.isEncrypted = isEncrypted
    }

    /// The target up to its query, still percent-encoded.
    package var path: Substring { target.prefix { $0 != "?" } }

    /// The query, decoded, in order and with repeats.
    package var query: Form { Form(decoding: target.drop { $0 != "?" }.dropFirst()) }
}

/// A response: its head, and where its body comes from.
package struct Response: Sendable {
    package enum Body: Sendable {
        case bytes([UInt8])
        /// A file, sent by the kernel, or 404 if there is no such regular file. The path is trusted.
        case file(path: String)
        /// Bytes that are made while they are sent, such as server-sent events.
        ///
        /// The closure runs in a child task of the server, which is cancelled when the client leaves
        /// or the server stops. Returning ends the response.
        case stream(@Sendable (BodyWriter) async -> Void)
    }

    package var status: UInt32
    /// The fields to send, in that order.
    ///
    /// The server adds `Date` and whatever says where the body ends, and ignores such fields here. `Connection` may
    /// say `close`. A name that is no token, or a control character in a value, makes the whole response a 500.
    package var headers: Fields
    package var body: Body

    package init(status: UInt32, headers: Fields = [:], body: Body = .bytes([])) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// How a request will be answered.
package enum Answer: Sendable {
    /// At once, on the server's own thread. The handler has not waited for anything.
    case now(Response)
    /// Later, in a task.
    ///
    /// The task starts on the server's own thread and leaves it at its first real wait, such as a call of
    /// an actor. If it ends before, the answer is as quick as one at once; otherwise the connection is suspended
    /// meanwhile. Work that takes long without waiting belongs into a `@concurrent` function.
    ///
    /// The task is not cancelled when the client leaves, but when the server's deadline or grace is over.
    case later(@Sendable () async -> Response)

    /// The response, however long it takes.
    package var response: Response {
        get async {
            switch self {
            case .now(let response): response
            case .later(let work): await work()
            }
        }
    }
}
