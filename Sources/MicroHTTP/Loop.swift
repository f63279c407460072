import CMicroHTTPD
import Glibc

/// One thread that serves connections: it waits, lets libmicrohttpd run, and keeps the deadlines.
///
/// libmicrohttpd's own thread stalls when exactly 128 connections are ready, and knows no absolute deadline.
final class Loop {
    private let reception: Reception
    private let signal: LoopSignal
    /// Taken at the end, on the loop's thread, while the reception still lives.
    private var daemon: Daemon?
    private let tick: Duration
    private var nextSweep = ContinuousClock.now
    private var end = End.never

    private enum End {
        case never
        /// Answers may still be made until then.
        case graceful(until: ContinuousClock.Instant)
        /// Answers may still be sent until then.
        case forced(until: ContinuousClock.Instant)
    }

    init(_ server: HTTPServer, socket: consuming ListeningSocket, signal: LoopSignal) throws(HTTPServerError) {
        self.signal = signal
        reception = Reception(server, signal: signal)
        guard signal.descriptor >= 0, reception.poller.isOpen else { throw .cannotStart(errno: EMFILE) }
        tick = server.configuration.deadlines.tick
        daemon = try Daemon(
            socket: socket,
            limit: max(1, server.configuration.connectionLimit / server.configuration.threads),
            identity: server.configuration.identity,
            reception: reception
        )
        if let descriptor = daemon?.descriptor { reception.poller.add(descriptor, .daemon, [EPOLLIN]) }
    }

    /// Starts the thread, which ends some time after `signal.stop()`.
    ///
    /// The thread owns one reference to the loop, from here to `runLoop`.
    func start() throws(HTTPServerError) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let owned = Unmanaged.passRetained(self)
        let error = pthread_create(&thread, &attributes, runLoop, owned.toOpaque())
        guard error == 0 else {
            owned.release()
            throw .cannotStart(errno: error)
        }
    }

    fileprivate func run() {
        Reception.current = reception
        var left: [Connection] = []
        while !isOver {
            let timeout = self.timeout
            reception.poller.wait(milliseconds: timeout) { source, descriptor in
                switch source {
                case .daemon: break
                case .signal:
                    signal.clear()
                    signal.resumeConnections()
                case .connection:
                    if let connection = reception.connection(on: descriptor) { left.append(connection) }
                case .lingering: reception.drain(descriptor)
                }
            }
            reception.now = .now
            let closings = reception.closings
            daemon?.run()
            // libmicrohttpd makes use of the room only when it runs again.
            if reception.closings != closings { daemon?.run() }
            // Now that libmicrohttpd has read what there was. It may have closed some, and used their sockets again.
            for connection in left where reception.connection(on: connection.socket) === connection {
                connection.noteLeaving()
            }
            left.removeAll(keepingCapacity: true)
            if reception.now >= nextSweep {
                reception.sweep()
                nextSweep = reception.now + tick
            }
            if signal.isStopping { moveTowardsEnd() }
        }
        reception.close()
        daemon = nil
        Reception.current = nil
        signal.end()
    }

    /// How long to wait for events, in milliseconds.
    private var timeout: CInt {
        let timeout = daemon?.timeout ?? 0
        guard reception.needsSweeps || signal.isStopping else { return timeout }
        let sweep = CInt(clamping: Int64((nextSweep - reception.now) / .milliseconds(1)) + 1)
        return timeout < 0 ? max(sweep, 0) : min(timeout, max(sweep, 0))
    }

    // MARK: - Stopping

    private var isOver: Bool {
        switch end {
        case .never: false
        case .graceful: reception.connectionCount == 0 && signal.runningTasks == 0
        case .forced(let until): reception.connectionCount == 0 || reception.now >= until
        }
    }

    private func moveTowardsEnd() {
        switch end {
        case .never:
            end = .graceful(until: reception.now + reception.configuration.grace)
            daemon?.quiesce()
            reception.isDraining = true
            reception.forEachConnection { connection in
                if case .idle = connection.stage { connection.hangUp() }
                connection.exchange?.wind()
            }
        case .graceful(let until) where reception.now >= until:
            end = .forced(until: reception.now + .seconds(1))
            reception.isClosing = true
            reception.forEachConnection { connection in
                if let exchange = connection.exchange { exchange.abandon() } else { connection.hangUp() }
            }
        case .graceful, .forced: break
        }
    }
}

/// Runs a loop on its thread, and gives back the reference that the thread owned.
private func runLoop(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    if let argument { Unmanaged<Loop>.fromOpaque(argument).takeRetainedValue().run() }
    return nil
}
