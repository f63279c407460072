import Foundation
import Glibc
import Synchronization

/// A server of a few lines that misbehaves as told, one connection after the other.
final class LocalServer: Sendable {
    /// What happens after a request was read.
    enum Behaviour: Sendable {
        /// Sends these bytes and closes.
        case answers(String)
        /// Closes with a reset.
        case resets
        /// Keeps the connection open and says nothing.
        case staysSilent
        /// Sends a head and then blanks for ever.
        case drips
    }

    let port: UInt16
    private let listener: Int32
    private let received = Mutex<[String]>([])

    /// The requests so far, heads and bodies.
    var requests: [String] { received.withLock { $0 } }

    init(_ behaviour: Behaviour) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isListening = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                unsafe bind(listener, generic, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, generic, &length) == 0
            }
        }
        guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
        port = UInt16(bigEndian: address.sin_port)
        let serve: @Sendable () -> Void = { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { break }
                guard let self else {
                    close(connection)
                    break
                }
                let request = LocalServer.readRequest(connection)
                self.received.withLock { $0.append(request) }
                LocalServer.serve(connection, behaviour)
            }
            // Here and not in `deinit`: another server could get the descriptor while this thread still accepts on it.
            close(listener)
        }
        Thread.detachNewThread(serve)
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    /// A port on which nobody listens.
    static func unusedPort() throws -> UInt16 { try LocalServer(.resets).port }

    private static func serve(_ connection: Int32, _ behaviour: Behaviour) {
        switch behaviour {
        case .answers(let text):
            _ = write(text, to: connection)
            close(connection)
        case .resets:
            var noLinger = linger(l_onoff: 1, l_linger: 0)
            unsafe setsockopt(
                connection,
                SOL_SOCKET,
                SO_LINGER,
                &noLinger,
                socklen_t(MemoryLayout<linger>.size)
            )
            close(connection)
        case .staysSilent:
            // Until the client gives up.
            _ = readSome(connection)
            close(connection)
        case .drips:
            _ = write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", to: connection)
            while write(" ", to: connection) { usleep(20_000) }
            close(connection)
        }
    }

    private static func write(_ text: String, to connection: Int32) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes { bytes in
                unsafe send(connection, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            bytes = bytes.dropFirst(count)
        }
        return true
    }

    private static func readSome(_ connection: Int32) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(connection, $0.baseAddress, $0.count, 0) }
        return Array(buffer.prefix(max(0, count)))
    }

    private static func readRequest(_ connection: Int32) -> String {
        var text = ""
        while true {
            let more = readSome(connection)
            guard !more.isEmpty else { return text }
            text += String(decoding: more, as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { continue }
            let length = text.firstMatch(of: /(?i)content-length: (\d+)/).flatMap { Int($0.1) } ?? 0
            if text[end.upperBound...].utf8.count >= length { return text }
        }
    }
}
