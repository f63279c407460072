import MicroHTTP
import Testing

/// Runs `perform` against a server on a free port, then stops the server and waits for its end.
func withServer(
    _ configuration: HTTPServer.Configuration = .init(deadlines: .patient),
    bodyLimit: HTTPServer.BodyLimit? = nil,
    refuse: @escaping HTTPServer.Refuse = { Response(status: $1) },
    handler: @escaping HTTPServer.Handler,
    perform: (UInt16) async throws -> Void
) async throws {
    let server = RunningServer(configuration, bodyLimit: bodyLimit, refuse: refuse, handler: handler)
    do {
        try await perform(try await server.port)
    } catch {
        try? await server.stop()
        throw error
    }
    try await server.stop()
}

/// A server in a task of its own, for tests about its end.
struct RunningServer {
    private let task: Task<Void, any Error>
    private let ports: AsyncStream<UInt16>

    init(
        _ configuration: HTTPServer.Configuration = .init(deadlines: .patient),
        bodyLimit: HTTPServer.BodyLimit? = nil,
        refuse: @escaping HTTPServer.Refuse = { Response(status: $1) },
        handler: @escaping HTTPServer.Handler
    ) {
        let (ports, continuation) = AsyncStream.makeStream(of: UInt16.self)
        let server = HTTPServer(configuration: configuration, bodyLimit: bodyLimit, refuse: refuse, handler: handler)
        task = Task {
            defer { continuation.finish() }
            try await server.run { continuation.yield($0) }
        }
        self.ports = ports
    }

    var port: UInt16 { get async throws { try #require(await ports.first { _ in true }) } }

    /// Asks the server to stop.
    func cancel() { task.cancel() }

    /// Asks the server to stop, and waits for its end.
    func stop() async throws {
        task.cancel()
        try await task.value
    }
}

/// Something that happens, and that a test waits for.
struct Event: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream() }

    func happen() { continuation.yield() }

    /// Waits for the next time it happens.
    func wait() async { _ = await stream.first { true } }
}

extension Answer {
    static func text(_ text: String) -> Answer { .now(.text(text)) }
}

extension Response {
    static func text(_ text: String) -> Response { Response(status: 200, body: .bytes(Array(text.utf8))) }
}

extension HTTPServer.Deadlines {
    /// For tests that are about something else: a sanitizer on a busy machine is slow.
    static let patient = HTTPServer.Deadlines(
        head: .seconds(60),
        request: .seconds(60),
        answer: .seconds(60),
        inactivity: .seconds(60)
    )
}
