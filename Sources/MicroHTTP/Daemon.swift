import CMicroHTTPD
import Glibc

/// A running `MHD_Daemon` without a thread of its own, stopped when this value is consumed.
///
/// No connection may be suspended then: libmicrohttpd calls that an API violation.
struct Daemon: ~Copyable {
    private let raw: OpaquePointer

    /// Starts to accept connections from a socket, which belongs to the daemon from here on.
    ///
    /// - Parameters:
    ///   - socket: A listening socket that does not block.
    ///   - limit: The number of connections from which on others must wait.
    ///   - identity: What the server shows over TLS; without it, the server speaks plain HTTP.
    ///   - reception: What the callbacks work on. It must outlive the daemon.
    /// - Throws: ``HTTPServerError/unusableIdentity``, or ``HTTPServerError/cannotStart(errno:)``.
    init(
        socket: consuming ListeningSocket,
        limit: Int,
        identity: HTTPServer.Identity?,
        reception: Reception
    ) throws(HTTPServerError) {
        errno = 0
        let raw = CMicroHTTPD_start(
            socket.descriptor,
            UInt32(clamping: limit),
            UInt32(clamping: reception.configuration.deadlines.inactivitySeconds),
            // A head of 16 KiB fits twice, and libmicrohttpd clears all of it after each request.
            identity == nil ? 32 << 10 : 128 << 10,
            identity?.certificate,
            identity?.key,
            handleAccess,
            noteTarget,
            keepEscapes,
            completeRequest,
            noteConnection,
            Unmanaged.passUnretained(reception).toOpaque()
        )
        guard let raw else {
            // libmicrohttpd has no code for what went wrong. It gives its epoll sets up before it reads the identity.
            guard identity != nil, errno != EMFILE else { throw .cannotStart(errno: errno) }
            // Only here it has closed the socket, and the number may already be somebody else's.
            socket.release()
            throw .unusableIdentity
        }
        socket.release()
        self.raw = raw
    }

    deinit { MHD_stop_daemon(raw) }

    /// What to wait on before ``run()``.
    var descriptor: CInt { CMicroHTTPD_epoll(raw) }

    /// How long to wait at most before ``run()``, or -1 for ever.
    var timeout: CInt {
        var timeout: CUnsignedLongLong = 0
        return MHD_get_timeout(raw, &timeout) == .YES ? CInt(clamping: timeout) : -1
    }

    /// Does what is to be done, and does not wait.
    func run() { MHD_run(raw) }

    /// Stops accepting connections.
    ///
    /// Without a thread of its own, nothing uses the socket after that.
    func quiesce() {
        let socket = MHD_quiesce_daemon(raw)
        if socket >= 0 { close(socket) }
    }
}
