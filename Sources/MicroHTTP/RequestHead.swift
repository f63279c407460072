/// What one request's head says about its framing, read line by line and without mercy.
///
/// Only what is needed to refuse and to find the end of the message is kept.
struct RequestHead {
    enum Body: Equatable {
        case none
        case length(Int)
        case chunked
    }

    /// Fields whose second appearance makes a request ambiguous.
    private enum Unique: String, CaseIterable {
        case host, cookie, expect, origin, authorization
        case contentType = "content-type"
        case contentLength = "content-length"
        case transferEncoding = "transfer-encoding"
        case proxyAuthorization = "proxy-authorization"
    }

    private static let unique = Unique.allCases.map { (field: $0, name: Array($0.rawValue.utf8)) }
    private static let maximumFields = 100

    private var isVersion11 = false
    /// The authority of an absolute target, which `Host` must repeat.
    private var authority: [UInt8] = []
    private var fields = 0
    /// One bit for each of `unique`.
    private var seen = 0
    private var hasHost = false
    private var contentLength: Int?
    private var isChunked = false

    /// Reads `METHOD SP target SP HTTP/1.x`.
    init(_ line: Bytes) throws(Refusal) {
        guard let first = line.firstIndex(of: UInt8(ascii: " ")), let last = line.lastIndex(of: UInt8(ascii: " ")),
            first < last, line[..<first].isToken, first <= 32
        else { throw .malformed }
        try readTarget(Bytes(rebasing: line[(first + 1)..<last]))
        let version = line[(last + 1)...]
        switch version {
        case _ where version.elementsEqual("HTTP/1.1".utf8): isVersion11 = true
        case _ where version.elementsEqual("HTTP/1.0".utf8): isVersion11 = false
        case _ where version.starts(with: "HTTP/".utf8) && version.count == 8: throw .unsupportedVersion
        default: throw .malformed
        }
    }

    init() {}

    private mutating func readTarget(_ target: Bytes) throws(Refusal) {
        guard let first = target.first, target.allSatisfy({ (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "#") })
        else { throw .malformed }
        if first != UInt8(ascii: "/") && !target.elementsEqual("*".utf8) {
            guard let start = ["http://", "https://"].first(where: target.startsIgnoringCase)?.utf8.count else {
                throw .malformed
            }
            authority = target.dropFirst(start).prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
                .map(\.lowercased)
        }
        // Every escape is whole, and none stands for the byte that ends a string in C.
        var rest = target[...]
        while let escape = rest.firstIndex(of: UInt8(ascii: "%")) {
            let digits = rest[(escape + 1)...].prefix(2)
            guard digits.count == 2, digits.allSatisfy(\.isHexDigit), !digits.elementsEqual("00".utf8) else {
                throw .malformed
            }
            rest = rest[(escape + 3)...]
        }
    }

    /// Reads `name: value`.
    ///
    /// A name is a token right before its colon: that leaves no room for folded lines, for a space before
    /// the colon, and for a line that begins with one.
    mutating func readField(_ line: Bytes) throws(Refusal) {
        fields += 1
        guard fields <= Self.maximumFields else { throw .longHead }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line[..<colon].isToken else { throw .malformed }
        let name = line[..<colon]
        guard let index = Self.unique.firstIndex(where: { name.elementsEqualLowercased($0.name) }) else { return }
        guard seen & 1 << index == 0 else { throw .malformed }
        seen |= 1 << index
        let value = Bytes(rebasing: line[(colon + 1)...].trimmingBlanks)
        switch Self.unique[index].field {
        case .host: try readHost(value)
        case .contentLength: try readContentLength(value)
        case .transferEncoding:
            guard value.elementsEqualLowercased("chunked".utf8) else { throw .unknownCoding }
            isChunked = true
        case .authorization, .contentType, .cookie, .expect, .origin, .proxyAuthorization: break
        }
    }

    /// Reads a field after a chunked body, where nothing that frames or authorizes may stand.
    static func readTrailer(_ line: Bytes) throws(Refusal) {
        var head = RequestHead()
        try head.readField(line)
        guard head.seen == 0 else { throw .malformed }
    }

    private mutating func readHost(_ value: Bytes) throws(Refusal) {
        guard value.count <= 255, value.allSatisfy(\.isHost),
            authority.isEmpty || value.elementsEqualLowercased(authority)
        else { throw .malformed }
        hasHost = true
    }

    private mutating func readContentLength(_ value: Bytes) throws(Refusal) {
        guard (1...15).contains(value.count), value.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .malformed
        }
        contentLength = value.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// How the body is framed, asked after the last field.
    var body: Body {
        get throws(Refusal) {
            guard hasHost || !isVersion11 else { throw .malformed }
            if isChunked {
                guard isVersion11, contentLength == nil else { throw .malformed }
                return .chunked
            }
            guard let contentLength, contentLength > 0 else { return .none }
            return .length(contentLength)
        }
    }
}
