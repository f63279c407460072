import Glibc

extension HTTPServer {
    /// Where a server listens, and what it puts up with.
    package struct Configuration: Sendable {
        /// An address to listen on, IPv4 or IPv6.
        package var host: String
        /// The port, or 0 for a free one.
        package var port: UInt16
        /// Serves HTTPS with this certificate, or plain HTTP without one.
        package var identity: Identity?
        /// The bytes that a body may have, unless the server's `bodyLimit` says otherwise.
        package var bodyLimit: Int
        /// The number of connections from which on others must wait.
        package var connectionLimit: Int
        /// The number of threads that serve.
        package var threads: Int
        package var deadlines: Deadlines
        /// How long answers may still be made after the server was asked to stop.
        package var grace: Duration

        package init(
            host: String = "127.0.0.1",
            port: UInt16 = 0,
            identity: Identity? = nil,
            bodyLimit: Int = 256 << 10,
            connectionLimit: Int = 4096,
            threads: Int = max(2, min(8, sysconf(CInt(_SC_NPROCESSORS_ONLN)))),
            deadlines: Deadlines = Deadlines(),
            grace: Duration = .seconds(20)
        ) {
            precondition(threads > 0, "a server without threads serves nobody")
            self.host = host
            self.port = port
            self.identity = identity
            self.bodyLimit = bodyLimit
            self.connectionLimit = connectionLimit
            self.threads = threads
            self.deadlines = deadlines
            self.grace = grace
        }
    }

    /// How long things may take.
    ///
    /// All but `inactivity` are absolute: a byte now and then does not help.
    package struct Deadlines: Sendable {
        /// From the first byte of a request to the end of its head, or for a TLS handshake.
        package var head: Duration
        /// From the first byte of a request until its answer is handed over.
        package var request: Duration
        /// From there until the client has read it.
        ///
        /// Streams are exempt.
        package var answer: Duration
        /// Without a byte in either direction, while the client is waited for.
        ///
        /// Rounded up to seconds.
        package var inactivity: Duration
        /// How long a refused client may go on sending, so that it gets to read why.
        package var farewell: Duration

        package init(
            head: Duration = .seconds(10),
            request: Duration = .seconds(30),
            answer: Duration = .seconds(30),
            inactivity: Duration = .seconds(15),
            farewell: Duration = .seconds(2)
        ) {
            self.head = head
            self.request = request
            self.answer = answer
            self.inactivity = inactivity
            self.farewell = farewell
        }

        var inactivitySeconds: Int64 {
            inactivity.components.seconds + (inactivity.components.attoseconds > 0 ? 1 : 0)
        }

        /// How often to look: a deadline is at most an eighth late.
        var tick: Duration {
            max(.milliseconds(5), min(.milliseconds(500), min(head, request, answer) / 8))
        }
    }

    /// A certificate and its key, as PEM text.
    package struct Identity: Sendable, CustomStringConvertible {
        let certificate: String
        let key: String

        package init(certificate: String, key: String) {
            self.certificate = certificate
            self.key = key
        }

        package var description: String { "<redacted>" }
    }
}

/// Why a server cannot start.
package enum HTTPServerError: Error, Equatable {
    /// The address or port is taken, forbidden or not of this machine.
    case cannotListen(host: String, port: UInt16, errno: CInt)
    /// The certificate or the key is not PEM, or they don't belong together.
    case unusableIdentity
    /// The system has no room for the threads or descriptors of a server.
    case cannotStart(errno: CInt)
}
