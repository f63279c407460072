import Glibc

/// Follows the bytes of one connection, as they arrive, and stops at the first that is not strict HTTP/1.
///
/// libmicrohttpd forgives: it ends lines at a bare CR or LF, cuts values at NUL, joins folded lines and
/// takes the second `Content-Length` for nothing. Whoever stands in front of it may read such a request
/// differently, and that difference is where requests are smuggled. So nothing that could be read in two
/// ways gets past this value. A byte that no line may hold is refused before its line is complete, since
/// libmicrohttpd would not wait either.
struct MessageScanner {
    struct Verdict {
        /// How many of the bytes may be handed on: all, or those before the message that is refused.
        var accepted: Int
        var refusal: Refusal?
    }

    private enum Expectation {
        case requestLine, field
        case body(Int)
        case chunkSize, chunk(Int), chunkEnd, trailer
    }

    private static let maximumHead = 16 << 10
    private static let maximumTarget = 8 << 10
    private static let maximumChunkLine = 256

    private var expectation = Expectation.requestLine
    private var head = RequestHead()
    /// The beginning of a line whose end has not arrived.
    private var line: [UInt8] = []
    /// Bytes of the current head, or of the lines around a chunk.
    private var size = 0
    private var emptyLines = 0
    /// How many well-formed heads have gone past.
    ///
    /// No other request may be served.
    private(set) var heads = 0

    /// Whether the last byte ended a message.
    var isBetweenMessages: Bool {
        if case .requestLine = expectation { line.isEmpty } else { false }
    }

    mutating func scan(_ bytes: Bytes) -> Verdict {
        var position = 0
        var accepted = 0
        do throws(Refusal) {
            while position < bytes.count {
                switch expectation {
                case .body(let left):
                    let step = min(left, bytes.count - position)
                    expectation = step == left ? .requestLine : .body(left - step)
                    position += step
                case .chunk(let left):
                    let step = min(left, bytes.count - position)
                    expectation = step == left ? .chunkEnd : .chunk(left - step)
                    position += step
                default:
                    position += try scanLine(Bytes(rebasing: bytes[position...]))
                }
                if isBetweenMessages { accepted = position }
            }
            return Verdict(accepted: bytes.count)
        } catch {
            return Verdict(accepted: accepted, refusal: error)
        }
    }

    /// Scans to the end of the line or of the bytes, and returns how many that were.
    private mutating func scanLine(_ bytes: Bytes) throws(Refusal) -> Int {
        let end = bytes.baseAddress.flatMap { start in
            memchr(start, 0x0a, bytes.count).map { start.distance(to: UnsafeRawPointer($0)) }
        }
        var part = Bytes(rebasing: bytes[..<(end ?? bytes.count)])
        size += part.count
        // A CR is good only right before the LF. It may be the last byte that has arrived.
        if line.last == 0x0d && !part.isEmpty { throw .malformed }
        let endsWithCR = part.last == 0x0d
        guard part.dropLast(endsWithCR ? 1 : 0).allSatisfy({ $0.isText }) else { throw .malformed }
        try checkSize()
        guard let end else {
            line += part
            return bytes.count
        }
        if line.isEmpty {
            guard endsWithCR else { throw .malformed }
            part = Bytes(rebasing: part.dropLast())
            try endLine(part)
        } else {
            line += part
            guard line.popLast() == 0x0d else { throw .malformed }
            let whole = line
            line.removeAll(keepingCapacity: false)
            try whole.withUnsafeBufferPointer { bytes throws(Refusal) in try endLine(Bytes(bytes)) }
        }
        return end + 1
    }

    private func checkSize() throws(Refusal) {
        switch expectation {
        case .requestLine where size > Self.maximumTarget: throw .longTarget
        case .chunkSize where size > Self.maximumChunkLine: throw .malformed
        case _ where size > Self.maximumHead: throw .longHead
        default: break
        }
    }

    private mutating func endLine(_ line: Bytes) throws(Refusal) {
        switch expectation {
        case .requestLine where line.isEmpty:
            // RFC 9112 asks servers to forgive one empty line before a request.
            emptyLines += 1
            guard emptyLines == 1 else { throw .malformed }
        case .requestLine:
            head = try RequestHead(line)
            expectation = .field
        case .field where line.isEmpty:
            let body = try head.body
            heads += 1
            begin(body)
        case .field:
            try head.readField(line)
        case .chunkSize:
            let count = try Self.chunkSize(line)
            expectation = count == 0 ? .trailer : .chunk(count)
            size = 0
        case .chunkEnd:
            guard line.isEmpty else { throw .malformed }
            expectation = .chunkSize
            size = 0
        case .trailer where line.isEmpty:
            begin(.none)
        case .trailer:
            try RequestHead.readTrailer(line)
        case .body, .chunk:
            preconditionFailure("a body has no lines")
        }
    }

    private mutating func begin(_ body: RequestHead.Body) {
        size = 0
        emptyLines = 0
        expectation =
            switch body {
            case .none: .requestLine
            case .length(let length): .body(length)
            case .chunked: .chunkSize
            }
    }

    /// Reads `hex digits [;extension]`.
    private static func chunkSize(_ line: Bytes) throws(Refusal) -> Int {
        let digits = line.prefix { $0 != UInt8(ascii: ";") }
        guard (1...15).contains(digits.count), digits.allSatisfy(\.isHexDigit),
            let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw .malformed }
        return size
    }
}
