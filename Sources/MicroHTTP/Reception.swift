import CMicroHTTPD
import Glibc

/// What a loop's callbacks share: the connections of one thread, and what is to be done with requests.
///
/// It belongs to the loop's thread.
final class Reception {
    let configuration: HTTPServer.Configuration
    let bodyLimit: HTTPServer.BodyLimit
    let handler: HTTPServer.Handler
    private let refuse: HTTPServer.Refuse
    let signal: LoopSignal
    let poller = Poller()
    var now = ContinuousClock.now
    /// Whether each answer is the last of its connection.
    var isDraining = false
    /// Whether no request may begin or be handled any more.
    ///
    /// Nothing would resume its connection, and libmicrohttpd aborts when it is stopped with a suspended one.
    var isClosing = false
    private(set) var connectionCount = 0
    /// How many connections have ended.
    private(set) var closings = 0
    /// The connections by their sockets.
    private var connections: [Connection?] = []
    private var lingering = LingeringSockets()

    init(_ server: HTTPServer, signal: LoopSignal) {
        configuration = server.configuration
        bodyLimit = server.bodyLimit
        handler = server.handler
        refuse = server.refuse
        self.signal = signal
        poller.add(signal.descriptor, .signal, [EPOLLIN])
    }

    /// What a request is answered that its handler does not answer.
    func refusal(of request: Request?, status: UInt32) -> Response {
        guard var request else { return Response(status: status) }
        request.body = []
        var response = refuse(request, status)
        response.status = status
        switch response.body {
        case .bytes where response.isSound: return response
        case .bytes, .file, .stream: return Response(status: status)
        }
    }

    func connection(on socket: CInt) -> Connection? {
        connections.indices.contains(Int(socket)) ? connections[Int(socket)] : nil
    }

    func forEachConnection(_ body: (Connection) -> Void) {
        for case let connection? in connections { body(connection) }
    }

    func greet(_ connection: Connection) {
        let index = Int(connection.socket)
        if index >= connections.count {
            connections += Array(repeating: nil, count: max(64, index + 1 - connections.count))
        }
        connections[index] = connection
        connectionCount += 1
        poller.add(connection.socket, .connection, [EPOLLRDHUP, EPOLLONESHOT])
    }

    /// Forgets a connection that libmicrohttpd is about to close.
    func forget(_ connection: Connection) {
        connections[Int(connection.socket)] = nil
        connectionCount -= 1
        closings += 1
        if connection.lingers || connection.isRefused {
            // The second descriptor that it gets now would keep the first in the set.
            poller.remove(connection.socket)
            lingering.add(connection.socket, until: now + configuration.deadlines.farewell, in: poller)
        }
    }

    /// Drops what a refused client is still sending.
    func drain(_ socket: CInt) { lingering.drain(socket) }

    /// Whether time has anything to do here.
    var needsSweeps: Bool { connectionCount > 0 || !lingering.isEmpty }

    /// Closes what is left of refused connections.
    func close() { lingering.closeAll() }

    /// Lets the time that has passed take effect.
    func sweep() {
        lingering.expire(at: now)
        let deadlines = configuration.deadlines
        forEachConnection { connection in
            switch connection.stage {
            case .head(let since) where now - since >= deadlines.head:
                connection.refuse(.overdue)
            case .request(let since) where now - since >= deadlines.request:
                if let exchange = connection.exchange { exchange.expire() } else { connection.hangUp() }
            case .answer(let since) where now - since >= deadlines.answer:
                connection.letGo()
            case .idle, .head, .request, .answer, .stream:
                break
            }
        }
    }
}

// MARK: - The loop of this thread

/// Only says which loop runs on a thread.
///
/// What belongs to a request is never kept there.
private let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
}()

extension Reception {
    /// The reception whose loop runs on this thread, and lives as long as the loop.
    static var current: Reception? {
        get { pthread_getspecific(key).map { Unmanaged<Reception>.fromOpaque($0).takeUnretainedValue() } }
        set { pthread_setspecific(key, newValue.map { UnsafeRawPointer(Unmanaged.passUnretained($0).toOpaque()) }) }
    }
}
