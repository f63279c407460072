import Glibc

/// A socket that accepts connections, closed when this value is consumed.
///
/// The server opens one and gives each daemon a copy. So port 0 is chosen once, a port that is taken is
/// noticed (with the port shared by `SO_REUSEPORT` it would not be), and a thread that is busy or full leaves
/// connections to the others.
struct ListeningSocket: ~Copyable {
    let descriptor: CInt

    private init(owning descriptor: CInt) { self.descriptor = descriptor }

    /// Binds and listens.
    ///
    /// - Parameters:
    ///   - host: An address, or a name that has one.
    ///   - port: The port, or 0 for a free one.
    /// - Throws: ``HTTPServerError/cannotListen(host:port:errno:)``.
    init(host: String, port: UInt16) throws(HTTPServerError) {
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(port)", &hints, &found) == 0, let address = found?.pointee else {
            throw .cannotListen(host: host, port: port, errno: EADDRNOTAVAIL)
        }
        defer { freeaddrinfo(found) }

        let kind = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let opened = ListeningSocket(owning: socket(address.ai_family, kind, 0))
        var yes: CInt = 1
        // Lets a server start again while connections of its predecessor fade, and nothing more.
        setsockopt(opened.descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
        guard opened.descriptor >= 0, bind(opened.descriptor, address.ai_addr, address.ai_addrlen) == 0,
            listen(opened.descriptor, 1024) == 0
        else { throw .cannotListen(host: host, port: port, errno: errno) }
        self = opened
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Leaves the socket to someone else.
    consuming func release() { discard self }

    /// Another descriptor of the same socket.
    func copy() -> ListeningSocket { ListeningSocket(owning: fcntl(descriptor, F_DUPFD_CLOEXEC, 0)) }

    var port: UInt16 {
        withUnsafeTemporaryAllocation(of: sockaddr_in6.self, capacity: 1) { address in
            var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
            let raw = UnsafeMutableRawPointer(address.baseAddress)
            guard let raw, getsockname(descriptor, raw.assumingMemoryBound(to: sockaddr.self), &size) == 0 else {
                return 0
            }
            // IPv4 and IPv6 keep the port in the same place.
            return UInt16(bigEndian: raw.load(fromByteOffset: 2, as: UInt16.self))
        }
    }
}
