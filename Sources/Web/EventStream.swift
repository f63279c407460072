import MicroHTTP

/// Server-sent events: an answer that goes on for as long as the client listens.
struct EventStream: Sendable {
    /// One event.
    ///
    /// Its identifier comes back as `Last-Event-ID` when the client reconnects.
    struct Event: Sendable {
        var name: String
        var data: String
        var id: Int64?
    }

    /// How often a quiet stream shows that it is alive, and whether its listener still may listen.
    private static let heartbeat = Duration.seconds(15)

    /// Answers with the events of a sequence.
    ///
    /// - Parameters:
    ///   - beat: What shows a script that the stream is alive; a comment that it does not see when there is none.
    ///   - events: Writes each event through the given function until its task is cancelled or a write fails.
    ///   - isAllowed: Asked with every heartbeat; the stream ends when it says no.
    /// - Returns: The answer, which goes on until the client leaves.
    static func response(
        heartbeat beat: Event? = nil,
        _ events: @escaping @Sendable (@Sendable (Event) async throws(ClientGone) -> Void) async throws -> Void,
        while isAllowed: @escaping @Sendable () async -> Bool
    ) -> Response {
        let headers: Fields = [
            "Content-Type": "text/event-stream",
            // Some proxies would collect the events otherwise.
            "X-Accel-Buffering": "no",
        ]
        let body = Response.Body.stream { writer in
            let line = Line(writer)
            await withTaskGroup { group in
                group.addTask { try? await events { event throws(ClientGone) in try await line.write(event.bytes) } }
                group.addTask {
                    try? await line.write(Array("retry: 3000\n\n".utf8))
                    while (try? await Task.sleep(for: heartbeat)) != nil, await isAllowed() {
                        guard (try? await line.write(beat?.bytes ?? Array(":\n\n".utf8))) != nil else { return }
                    }
                }
                await group.next()
                group.cancelAll()
            }
        }
        return Response(status: 200, headers: headers, body: body)
    }
}

extension EventStream.Event {
    var bytes: [UInt8] {
        var text = id.map { "id: \($0)\n" } ?? ""
        text += "event: \(name)\n"
        for line in data.unicodeScalars.split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == "\n" || $0 == "\r" }
        ) {
            text += "data: \(String(line))\n"
        }
        return Array("\(text)\n".utf8)
    }
}

/// Lets one at a time write, so that an event and a heartbeat do not run into each other.
private actor Line {
    private let writer: BodyWriter
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ writer: BodyWriter) { self.writer = writer }

    func write(_ bytes: [UInt8]) async throws(ClientGone) {
        if isTaken {
            await withCheckedContinuation { waiting.append($0) }
        }
        isTaken = true
        defer { pass() }
        try await writer.write(bytes)
    }

    /// Hands the line to the next in the queue, and stays taken meanwhile.
    private func pass() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }
}
