/// Requests that a strict server must not serve, as raw bytes.
///
/// Their target is `/bad`; whatever they smuggle
/// asks for `/smuggled`.
struct Malformed: Sendable {
    let name: String
    let bytes: [UInt8]

    private init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    private init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    static let requests: [Malformed] = lines + targets + lengths + codings + chunks + fields

    private static let fields: [Malformed] = [
        .init("no Host", "GET /bad HTTP/1.1\r\n\r\n"),
        .init("two Host", head("Host: test", "Host: other")),
        .init("two equal Host", head("Host: test", "host: test")),
        .init("a Host that is a list", head("Host: test, other")),
        .init("a Host with a path", head("Host: test/path")),
        .init("a Host with a user", head("Host: user@test")),
        .init("an absolute target for another Host", "GET http://other/bad HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("two Authorization", head("Host: test", "Authorization: Bearer a", "Authorization: Bearer b")),
        .init("two Content-Type", head("Host: test", "Content-Type: a/b", "Content-Type: c/d")),
        .init("two Cookie", head("Host: test", "Cookie: a=1", "Cookie: a=2")),
        .init("a head of 40 kB", head("Host: test", "X: " + String(repeating: "x", count: 40_000))),
        .init("1,500 fields", head(["Host: test"] + (0..<1_500).map { "X\($0): 1" })),
        .init("101 short fields", head(["Host: test"] + (0..<100).map { "X\($0): 1" })),
        .init("a target of 9 kB", "GET /bad\(String(repeating: "x", count: 9_000)) HTTP/1.1\r\nHost: test\r\n\r\n"),
    ]

    private static func head(_ fields: String...) -> String { head(fields) }

    private static func head(_ fields: [String]) -> String {
        "GET /bad HTTP/1.1\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n"
    }

    private static func post(_ fields: String..., body: String) -> String {
        "POST /bad HTTP/1.1\r\nHost: test\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n" + body
    }

    private static let smuggled = "GET /smuggled HTTP/1.1\r\nHost: test\r\n\r\n"

    // MARK: - Lines

    private static let lines: [Malformed] = [
        .init("a bare LF after the request line", "GET /bad HTTP/1.1\nHost: test\r\n\r\n"),
        .init("bare LFs everywhere", "GET /bad HTTP/1.1\nHost: test\n\n"),
        .init("bare CRs everywhere", "GET /bad HTTP/1.1\rHost: test\r\r"),
        .init("a bare CR in a value", head("Host: test", "X: a\rb")),
        .init("a bare CR that hides a field", head("Host: test", "X: a\rContent-Length: 5")),
        .init("two CRs before an LF", "GET /bad HTTP/1.1\r\nHost: test\r\nX: a\r\r\n\r\n"),
        .init("a NUL in a value", head("Host: test", "X: a\0b")),
        .init("a NUL in a name", head("Host: test", "X\0Y: a")),
        .init("a NUL in the target", "GET /bad\0.css HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("a NUL in the method", "GE\0T /bad HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("a NUL at the start", "\0GET /bad HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("a control byte in a value", head("Host: test", "X: a\u{1}b")),
        .init("a control byte in a name", head("Host: test", "X\u{1}: a")),
        .init("DEL in a value", head("Host: test", "X: \u{7f}")),
        .init("a space before the colon", head("Host: test", "Content-Length : 5")),
        .init("a tab before the colon", head("Host: test", "Content-Length\t: 5")),
        .init("a space in a name", head("Host: test", "X Y: a")),
        .init("a folded line", head("Host: test", "X: a", " b")),
        .init("a line folded with a tab", head("Host: test", "X: a", "\tb")),
        .init("a folded first line", head(" folded", "Host: test")),
        .init("a folded Content-Length", post("Content-Length:", " 5", body: "12345")),
        .init("a line that begins with a colon", head("Host: test", ": a")),
        .init("a line without a colon", head("Host: test", "X")),
        .init("a parenthesis in a name", head("Host: test", "X(Y): a")),
        .init("a letter beyond ASCII in a name", head("Host: test", "Xé: a")),
        .init("two empty lines before the request", "\r\n\r\nGET /bad HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("a space before the method", " GET /bad HTTP/1.1\r\nHost: test\r\n\r\n"),
    ]

    private static let targets: [Malformed] = [
        .init("a space in the target", "GET /bad x HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("two spaces after the method", "GET  /bad HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("a tab after the method", "GET\t/bad HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("a space after the version", "GET /bad HTTP/1.1 \r\nHost: test\r\n\r\n"),
        .init("no version", "GET /bad\r\nHost: test\r\n\r\n"),
        .init("no target", "GET HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("HTTP/0.9", "GET /bad HTTP/0.9\r\nHost: test\r\n\r\n"),
        .init("HTTP/1.2", "GET /bad HTTP/1.2\r\nHost: test\r\n\r\n"),
        .init("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        .init("a version in lower case", "GET /bad http/1.1\r\nHost: test\r\n\r\n"),
        .init("a version with more digits", "GET /bad HTTP/1.10\r\nHost: test\r\n\r\n"),
        .init("a method with a colon", "GE:T /bad HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("a target without a slash", "GET bad HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("CONNECT", "CONNECT test:443 HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("an escaped NUL", "GET /bad%00.css HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("an escaped NUL in the query", "GET /bad?a=%00 HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("half an escape", "GET /bad%2 HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("an escape that is none", "GET /bad%zz HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("an escape with a sign", "GET /bad%+f HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init("a fragment", "GET /bad#top HTTP/1.1\r\nHost: test\r\n\r\n"),
        .init(
            "bytes beyond ASCII in the target",
            Array("GET /bad".utf8) + [0xc3, 0x28] + Array(" HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        ),
        .init("a TLS greeting", [0x16, 0x03, 0x01, 0x00, 0x2e, 0x01, 0x00, 0x00, 0x2a, 0x03, 0x03]),
    ]

    // MARK: - Where the body ends

    private static let lengths: [Malformed] = [
        .init("two different Content-Length", post("Content-Length: 5", "Content-Length: 0", body: "12345" + smuggled)),
        .init("two equal Content-Length", post("Content-Length: 5", "Content-Length: 5", body: "12345")),
        .init("a Content-Length that is a list", post("Content-Length: 5, 5", body: "12345")),
        .init("a Content-Length with a sign", post("Content-Length: +3", body: "123")),
        .init("a negative Content-Length", post("Content-Length: -1", body: "")),
        .init("a Content-Length with a gap", post("Content-Length: 3 3", body: "123")),
        .init("a hexadecimal Content-Length", post("Content-Length: 0x3", body: "123")),
        .init("an empty Content-Length", post("Content-Length:", body: smuggled)),
        .init("a Content-Length beyond 64 bits", post("Content-Length: 18446744073709551617", body: "1")),
        .init("Content-Length with a space before the colon", post("Content-Length : 5", body: smuggled)),
        .init(
            "Content-Length with Transfer-Encoding",
            post("Content-Length: 5", "Transfer-Encoding: chunked", body: "0\r\n\r\n" + smuggled)
        ),
        .init(
            "Transfer-Encoding with Content-Length",
            post("Transfer-Encoding: chunked", "Content-Length: 43", body: "0\r\n\r\n" + smuggled)
        ),
    ]

    private static let codings: [Malformed] = [
        .init("an unknown transfer coding", post("Transfer-Encoding: gzip", body: "")),
        .init("two transfer codings", post("Transfer-Encoding: gzip, chunked", body: "0\r\n\r\n")),
        .init("chunked twice", post("Transfer-Encoding: chunked, chunked", body: "0\r\n\r\n")),
        .init(
            "two Transfer-Encoding",
            post("Transfer-Encoding: chunked", "Transfer-Encoding: chunked", body: "0\r\n\r\n")
        ),
        .init(
            "chunked, then identity",
            post("Transfer-Encoding: chunked", "Transfer-Encoding: identity", body: "0\r\n\r\n")
        ),
        .init("a coding that looks like chunked", post("Transfer-Encoding: xchunked", body: smuggled)),
        .init("chunked with a vertical tab", post("Transfer-Encoding: \u{b}chunked", body: "0\r\n\r\n")),
        .init("an empty Transfer-Encoding", post("Transfer-Encoding:", body: smuggled)),
        .init(
            "chunked in HTTP/1.0",
            "POST /bad HTTP/1.0\r\nHost: test\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        ),
    ]

    private static let chunks: [Malformed] = [
        .init("a chunk size with a sign", chunked("+5\r\n12345\r\n0\r\n\r\n")),
        .init("a chunk size with a prefix", chunked("0x5\r\n12345\r\n0\r\n\r\n")),
        .init("a chunk size after a space", chunked(" 5\r\n12345\r\n0\r\n\r\n")),
        .init("a space after a chunk size", chunked("5 \r\n12345\r\n0\r\n\r\n")),
        .init("no chunk size", chunked("\r\n12345\r\n0\r\n\r\n")),
        .init("a negative chunk size", chunked("-5\r\n12345\r\n0\r\n\r\n")),
        .init("a chunk size beyond 64 bits", chunked("10000000000000005\r\n12345\r\n0\r\n\r\n")),
        .init("a chunk size that ends with LF", chunked("5\n12345\r\n0\r\n\r\n")),
        .init("a chunk that ends with LF", chunked("5\r\n12345\n0\r\n\r\n")),
        .init("a chunk longer than its size", chunked("5\r\n123456\r\n0\r\n\r\n")),
        .init("a chunk extension with a bare CR", chunked("5;a\rb\r\n12345\r\n0\r\n\r\n")),
        .init("a chunk extension with an LF", chunked("5;a\nb\r\n12345\r\n0\r\n\r\n")),
        .init(
            "a chunk extension without end",
            chunked("5;" + String(repeating: "a", count: 1_000) + "\r\n12345\r\n0\r\n\r\n")
        ),
        .init("trailers that end with LF", chunked("0\r\nX: a\n\r\n")),
        .init("a trailer that frames", chunked("0\r\nContent-Length: 5\r\n\r\n")),
        .init("a trailer that authorizes", chunked("0\r\nAuthorization: Bearer a\r\n\r\n")),
        .init("a folded trailer", chunked("0\r\nX: a\r\n b\r\n\r\n")),
    ]

    private static func chunked(_ body: String) -> String { post("Transfer-Encoding: chunked", body: body + smuggled) }
}
