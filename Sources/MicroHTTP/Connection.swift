import CMicroHTTPD
import Glibc

/// One client's connection, as its loop knows it.
///
/// It belongs to the loop's thread. libmicrohttpd's slot for the connection owns one reference, from
/// `noteConnection` to `noteConnection`.
final class Connection {
    typealias Instant = ContinuousClock.Instant

    /// What is going on, and since when that counts against a deadline.
    enum Stage {
        case idle
        case head(since: Instant)
        /// The head is complete: the body arrives, or the answer is being made.
        case request(since: Instant)
        /// The answer has been handed over, and the client reads it.
        case answer(since: Instant)
        /// A stream lasts as long as both sides like.
        case stream
    }

    let raw: OpaquePointer
    let socket: CInt
    let session: gnutls_session_t?
    let peer: String
    unowned let reception: Reception
    var stage: Stage
    var scanner = MessageScanner()
    /// How many heads have reached `handleAccess`, of those the scanner has passed.
    var headsServed = 0
    var refusal: Refusal?
    /// Whether the refusal has been written.
    var isRefused = false
    /// Whether bytes that nobody will read may be on their way, so that closing at once could cost the
    /// client the answer.
    var lingers = false
    /// Whether the client has left, or will not send any more.
    private(set) var isLeft = false
    var exchange: Exchange?

    init(_ raw: OpaquePointer, in reception: Reception) {
        self.raw = raw
        self.reception = reception
        socket = CMicroHTTPD_socket(raw)
        session = CMicroHTTPD_session(raw)
        peer = CMicroHTTPD_address(raw).flatMap(String.init(numeric:)) ?? ""
        // A TLS handshake must not take longer than a head.
        stage = session == nil ? .idle : .head(since: reception.now)
    }

    /// The connection that `noteConnection` stored.
    static func of(_ raw: OpaquePointer) -> Connection? {
        CMicroHTTPD_context(raw).map { Unmanaged<Connection>.fromOpaque($0).takeUnretainedValue() }
    }

    func noteArrival() {
        if case .idle = stage { stage = .head(since: reception.now) }
    }

    /// Notes that the client has left, or will not send any more.
    ///
    /// libmicrohttpd does not notice while the connection is suspended, nor if the end came together with the last
    /// bytes: it reads those, and then waits for news. `shutdown` makes some.
    func noteLeaving() {
        isLeft = true
        exchange?.noteLeaving()
        shutdown(socket, CInt(SHUT_RD))
    }

    /// Ends what is going on without another word.
    ///
    /// libmicrohttpd notices and closes.
    func hangUp() {
        shutdown(socket, CInt(SHUT_RDWR))
    }

    /// Ends a connection whose client does not read, and forgets what is still to be sent.
    func letGo() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        hangUp()
    }

    /// Asks the system to notice a client that has vanished without a word.
    func keepAlive() {
        for (level, option, value) in [
            (SOL_SOCKET, SO_KEEPALIVE, 1), (CInt(IPPROTO_TCP), TCP_KEEPIDLE, 30),
            (CInt(IPPROTO_TCP), TCP_KEEPINTVL, 10),
            (CInt(IPPROTO_TCP), TCP_KEEPCNT, 3),
        ] {
            var value = CInt(value)
            setsockopt(socket, level, option, &value, socklen_t(MemoryLayout<CInt>.size))
        }
    }

    /// Gives up on a request that has not arrived completely.
    func refuse(_ refusal: Refusal) {
        guard !isRefused else { return }
        self.refusal = refusal
        isRefused = true
        refusal.write(to: self)
        hangUp()
    }
}

extension String {
    /// The textual form of an IP address, without port.
    fileprivate init?(numeric address: UnsafePointer<sockaddr>) {
        let raw = UnsafeRawPointer(address)
        let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { text in
            let size = socklen_t(text.count)
            switch CInt(address.pointee.sa_family) {
            case AF_INET:
                var address = raw.load(as: sockaddr_in.self).sin_addr
                return inet_ntop(AF_INET, &address, text.baseAddress, size).map { String(cString: $0) }
            case AF_INET6:
                var address = raw.load(as: sockaddr_in6.self).sin6_addr
                return inet_ntop(AF_INET6, &address, text.baseAddress, size).map { String(cString: $0) }
            default:
                return nil
            }
        }
        guard let text else { return nil }
        // A socket for both families shows IPv4 clients in this form.
        self = text.hasPrefix("::ffff:") && text.contains(".") ? String(text.dropFirst(7)) : text
    }
}
