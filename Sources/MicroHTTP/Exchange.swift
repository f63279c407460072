import CMicroHTTPD

/// One request on its way in, and its answer on the way out.
///
/// It belongs to the loop's thread. libmicrohttpd's `con_cls` owns one reference, from `noteTarget`, its
/// first word about a request, to `completeRequest`, its last.
final class Exchange {
    private enum Answering {
        case notYet
        case pending(PendingAnswer)
        case streaming(BodyStream)
        case sent
    }

    let connection: Connection
    let target: String
    private var request: Request?
    /// The request without its body, for the case that nobody answers it.
    private var head: Request?
    private var bodyLimit = 0
    private var answering = Answering.notYet

    init(on connection: Connection, target: String) {
        self.connection = connection
        self.target = target
    }

    /// Whether the head has been taken.
    private(set) var hasBegun = false

    private var reception: Reception { connection.reception }

    /// Takes the head, and refuses at once a body that says it is too long.
    func begin(method: UnsafePointer<CChar>) -> MHD_Result {
        hasBegun = true
        connection.headsServed += 1
        guard connection.headsServed <= connection.scanner.heads, !reception.isClosing else { return .NO }
        switch connection.stage {
        case .head(let since): connection.stage = .request(since: since)
        default: connection.stage = .request(since: reception.now)
        }
        let request = Request(method: method, target: target, on: connection)
        self.request = request
        head = request
        guard let length = request.bodyLength else { return .YES }
        bodyLimit = reception.bodyLimit(request)
        if case .exactly(let count) = length {
            guard count <= bodyLimit else {
                connection.lingers = true
                return send(reception.refusal(of: request, status: 413), toHead: request.method == "HEAD")
            }
            self.request?.body.reserveCapacity(count)
        }
        return .YES
    }

    /// Takes a part of the body.
    ///
    /// libmicrohttpd queues no response in the middle of a body, so that one that grows too long is refused
    /// past it.
    func receive(_ part: UnsafeRawBufferPointer) -> MHD_Result {
        guard let size = request?.body.count, size + part.count <= bodyLimit else {
            connection.lingers = true
            Refusal.longBody.write(to: connection, as: reception.refusal(of: head, status: 413))
            return .NO
        }
        request?.body.append(contentsOf: part)
        return .YES
    }

    /// Answers the complete request, or sends the answer that was waited for.
    func answer() -> MHD_Result {
        switch answering {
        case .notYet:
            guard let request = request.take(), !reception.isClosing else { return .NO }
            switch reception.handler(request) {
            case .now(let response):
                return send(response, toHead: request.method == "HEAD")
            case .later(let work):
                let pending = PendingAnswer(counting: reception.signal, isHead: request.method == "HEAD")
                answering = .pending(pending)
                pending.start(work)
                guard let response = pending.responseOrSuspend(connection.raw) else { return .YES }
                return send(response, toHead: pending.isHead)
            }
        case .pending(let pending):
            guard let response = pending.take() else { return .NO }
            return send(response, toHead: pending.isHead)
        case .streaming, .sent:
            return .NO
        }
    }

    private func send(_ response: Response, toHead isHead: Bool = false) -> MHD_Result {
        var response = response.isSound ? response : Response(status: 500)
        if case .stream = response.body, isHead || response.status == 204 || response.status == 304 {
            // libmicrohttpd would end the stream that nobody sees, with a chunk where the next answer begins.
            response.body = .bytes([])
        }
        var stream: BodyStream?
        if case .stream(let produce) = response.body {
            let body = BodyStream(on: connection.raw, counting: reception.signal)
            body.start(produce)
            if reception.isDraining { body.cancel() }
            if connection.isLeft { body.abandon() }
            connection.keepAlive()
            connection.stage = .stream
            answering = .streaming(body)
            stream = body
        } else {
            connection.stage = .answer(since: reception.now)
            answering = .sent
        }
        return RawResponse(response, stream: stream, closes: reception.isDraining).queue(on: connection.raw)
    }

    /// libmicrohttpd is done with this request.
    func end() {
        connection.exchange = nil
        connection.stage = connection.scanner.isBetweenMessages ? .idle : .head(since: reception.now)
        if reception.isDraining { connection.hangUp() }
    }

    // MARK: - Ends that come from outside

    /// The client has left, or will not send any more.
    func noteLeaving() {
        if case .streaming(let stream) = answering { stream.abandon() }
    }

    private var overdueAnswer: Response {
        var response = reception.refusal(of: head, status: 503)
        response.headers.append("Connection", "close")
        return response
    }

    /// The time for this request is over.
    func expire() {
        if case .pending(let pending) = answering {
            pending.giveUp(answering: overdueAnswer)
        } else {
            connection.refuse(.overdue)
        }
    }

    /// The server stops: a stream is asked to end, and an answer may still be made.
    func wind() {
        if case .streaming(let stream) = answering { stream.cancel() }
    }

    /// The server stops now.
    func abandon() {
        switch answering {
        case .pending(let pending): pending.giveUp(answering: overdueAnswer)
        case .streaming(let stream): stream.finish()
        case .notYet, .sent: connection.hangUp()
        }
    }
}
