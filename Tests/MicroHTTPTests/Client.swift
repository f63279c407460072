import Dispatch
import Glibc
import Synchronization

/// A client that speaks in bytes.
///
/// Its calls wait on threads of their own, and fail after a minute.
final class Client: Sendable {
    let descriptor: CInt
    /// Bytes that were received after the end of the last reply.
    private let rest = Mutex<[UInt8]>([])

    init(port: UInt16, receiveBuffer: CInt? = nil) throws {
        descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        // A small one fills before the server has sent much.
        if let receiveBuffer { set(SO_RCVBUF, receiveBuffer) }
        set(SO_RCVTIMEO, timeval(tv_sec: 60, tv_usec: 0))
        set(SO_SNDTIMEO, timeval(tv_sec: 60, tv_usec: 0))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        let connected = unsafe withUnsafePointer(to: address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Refused(errno: errno) }
    }

    deinit { close(descriptor) }

    struct Refused: Error { var errno: CInt }

    private func set(_ option: CInt, _ value: some BitwiseCopyable) {
        unsafe withUnsafeBytes(of: value) {
            _ = unsafe setsockopt(descriptor, SOL_SOCKET, option, $0.baseAddress, socklen_t($0.count))
        }
    }

    /// Sends all bytes, or as many as the server takes, and returns how many that were.
    @discardableResult
    func send(_ bytes: some Sequence<UInt8> & Sendable) async -> Int {
        await onThread { [descriptor] in
            let bytes = Array(bytes)
            var sent = 0
            while sent < bytes.count {
                let count = unsafe bytes[sent...].withUnsafeBytes {
                    unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
                }
                guard count > 0 else { break }
                sent += count
            }
            return sent
        }
    }

    @discardableResult
    func send(_ text: String) async -> Int { await send(Array(text.utf8)) }

    /// Receives what is there or comes next: `nil` at the end, when the connection is reset, or after a minute.
    func receive() async -> [UInt8]? {
        let waiting = rest.withLock { rest in
            defer { rest = [] }
            return rest
        }
        if !waiting.isEmpty { return waiting }
        return await onThread { [descriptor] in
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                count = unsafe max(0, recv(descriptor, buffer.baseAddress, buffer.count, 0))
            }
            return bytes.isEmpty ? nil : bytes
        }
    }

    /// Receives up to the end, which the server must make.
    func receiveBytes() async -> [UInt8] {
        var all: [UInt8] = []
        while let more = await receive() { all += more }
        return all
    }

    /// Receives text up to the end, which the server must make.
    func receiveAll() async -> String { String(decoding: await receiveBytes(), as: UTF8.self) }

    /// Receives until the text so far fulfils a condition, and keeps nothing for later.
    func receive(until isEnough: (String) -> Bool) async -> String {
        var all: [UInt8] = []
        while !isEnough(String(decoding: all, as: UTF8.self)), let more = await receive() { all += more }
        return String(decoding: all, as: UTF8.self)
    }

    /// Receives one reply whose head says how long it is.
    func reply(toHead isHead: Bool = false) async -> Reply? {
        var all: [UInt8] = []
        while true {
            if let (reply, end) = Reply.parse(all, isHead: isHead) {
                let after = Array(all[end...])
                rest.withLock { $0 = after }
                return reply
            }
            guard let more = await receive() else { return nil }
            all += more
        }
    }

    /// Sends a request, and receives its reply.
    func get(_ target: String, headers: String = "") async -> Reply? {
        await send("GET \(target) HTTP/1.1\r\nHost: test\r\n\(headers)\r\n")
        return await reply()
    }

    /// Says that nothing more will be sent.
    func finishSending() { shutdown(descriptor, CInt(SHUT_WR)) }
}

/// A reply as it was received.
struct Reply: Equatable {
    var status: Int
    var fields: [String]
    var body: String

    func values(_ name: String) -> [String] {
        fields.filter { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
            .map { String($0.dropFirst(name.count + 2)) }
    }

    static func parse(_ bytes: [UInt8], isHead: Bool) -> (Reply, end: Int)? {
        guard let end = (0..<max(0, bytes.count - 3)).first(where: { bytes[$0...].starts(with: "\r\n\r\n".utf8) })
        else {
            return nil
        }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        var reply = Reply(status: status, fields: Array(lines.dropFirst()), body: "")
        let length = isHead ? 0 : reply.values("Content-Length").first.flatMap { Int($0) } ?? 0
        guard bytes.count >= end + 4 + length else { return nil }
        reply.body = String(decoding: bytes[(end + 4)..<(end + 4 + length)], as: UTF8.self)
        return (reply, end + 4 + length)
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}

/// Runs what blocks on a thread that may block.
func onThread<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
        DispatchQueue(label: "client").async { continuation.resume(returning: work()) }
    }
}
