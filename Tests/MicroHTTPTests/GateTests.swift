import MicroHTTP
import Synchronization
import Testing

@Suite struct GateTests {
    /// How the bytes of a request are cut into packets.
    enum Delivery: CaseIterable { case whole, byteByByte, afterAnother }

    @Test(arguments: Delivery.allCases)
    func `never serves a malformed request`(delivery: Delivery) async throws {
        let served = Mutex<[String]>([])
        // A request that lacks something is refused for what it is, long before its time is over.
        let configuration = HTTPServer.Configuration(deadlines: .init(head: .seconds(60), request: .seconds(60)))
        try await withServer(configuration) { request in
            served.withLock { $0.append(request.target) }
            return .text("served")
        } perform: { port in
            for malformed in Malformed.requests {
                let (name, bytes) = (malformed.name, malformed.bytes)
                served.withLock { $0 = [] }
                let client = try Client(port: port)
                switch delivery {
                case .whole:
                    await client.send(bytes)
                case .byteByByte where bytes.count > 2_000:
                    await client.send(bytes[..<1_000])
                    await client.send(bytes[1_000...])
                case .byteByByte:
                    for byte in bytes where await client.send([byte]) == 0 { break }
                case .afterAnother:
                    await client.send("POST /good HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\n\r\nok".utf8 + bytes)
                    #expect(await client.reply()?.body == "served", "\(name)")
                }
                let reply = await client.receiveAll()
                let targets = served.withLock { $0 }
                #expect(targets == (delivery == .afterAnother ? ["/good"] : []), "\(name)")
                #expect(reply.isRefusal, "\(name): \(reply)")
            }
        }
    }

    @Test(arguments: [
        ("a request", "GET /x HTTP/1.1\r\nHost: test\r\n\r\n", "GET /x "),
        ("an empty line before", "\r\nGET /x HTTP/1.1\r\nHost: test\r\n\r\n", "GET /x "),
        ("an empty value", "GET /x HTTP/1.1\r\nHost: test\r\nX:\r\n\r\n", "GET /x "),
        ("blanks around a value", "GET /x HTTP/1.1\r\nHost: \t test \t\r\n\r\n", "GET /x "),
        ("letters beyond ASCII in a value", "GET /x HTTP/1.1\r\nHost: test\r\nX: Åsa\r\n\r\n", "GET /x "),
        ("no Host in HTTP/1.0", "GET /x HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "GET /x "),
        ("an absolute target", "GET http://TEST:80/x?a=b HTTP/1.1\r\nHost: test:80\r\n\r\n", "GET /x?a=b "),
        ("an absolute target without a path", "GET https://test?a HTTP/1.1\r\nHost: test\r\n\r\n", "GET /?a "),
        ("an asterisk", "OPTIONS * HTTP/1.1\r\nHost: test\r\n\r\n", "OPTIONS * "),
        ("a length", "PUT /x HTTP/1.1\r\nHost: test\r\nContent-Length: 3\r\n\r\nabc", "PUT /x abc"),
        ("a length with zeros", "PUT /x HTTP/1.1\r\nHost: test\r\nContent-Length: 0003\r\n\r\nabc", "PUT /x abc"),
        (
            "chunks with extensions and trailers",
            "PUT /x HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: Chunked\r\n\r\n3;a=\"b c\"\r\nabc\r\n00A\r\n0123456789\r\n0\r\nX: y\r\n\r\n",
            "PUT /x abc0123456789"
        ),
    ])
    func `serves a well-formed request`(name: String, request: String, echo: String) async throws {
        try await withServer { request in
            .text("\(request.method) \(request.target) \(String(decoding: request.body, as: UTF8.self))")
        } perform: { port in
            let client = try Client(port: port)
            await client.send(request + request)
            #expect(await client.reply()?.body == echo)
            #expect(await client.reply()?.body == echo)
        }
    }

    @Test func `serves a head as long as it may be`() async throws {
        try await withServer {
            .text("\($0.headers.values("X").joined().utf8.count)")
        } perform: { port in
            let client = try Client(port: port)
            // 98 fields of 160 bytes, with which the head has all but 500 bytes of 16 KiB.
            let fields = String(repeating: "X: \(String(repeating: "x", count: 155))\r\n", count: 98)
            for _ in 0..<3 {
                #expect(await client.get("/", headers: fields)?.body == "\(98 * 155)")
            }
        }
    }

    @Test func `goes on after nonsense`() async throws {
        var random = SplitMix(state: 42)
        try await withServer {
            .text("\($0.body.count)")
        } perform: { port in
            for _ in 0..<300 {
                var bytes = try #require(Malformed.requests.randomElement(using: &random)).bytes.prefix(2_000)
                for _ in 0..<Int.random(in: 0...4, using: &random) {
                    let index = Int.random(in: 0..<bytes.count, using: &random)
                    bytes[index] = UInt8.random(in: 0...255, using: &random)
                }
                let client = try Client(port: port)
                let cut = Int.random(in: 0...bytes.count, using: &random)
                await client.send(Array(bytes[..<cut]))
                await client.send(Array(bytes[cut...]))
                client.finishSending()
            }
            let reply = try await Client(port: port).get("/")
            #expect(reply?.body == "0")
        }
    }

    @Test func `says why it refuses`() async throws {
        try await withServer { _ in
            .text("served")
        } perform: { port in
            for (request, status) in [
                ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/3.0\r\n\r\n", 505),
                ("GET /\(String(repeating: "x", count: 9_000)) HTTP/1.1\r\n", 414),
                ("GET / HTTP/1.1\r\nX: \(String(repeating: "x", count: 17_000))\r\n", 431),
                ("POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
            ] {
                let client = try Client(port: port)
                await client.send(request)
                let reply = try #require(await client.reply())
                #expect(reply.status == status)
                #expect(reply.values("Connection") == ["close"])
                #expect(reply.values("Date").count == 1)
                #expect(await client.receive() == nil)
            }
        }
    }
}

extension String {
    /// Whether this is one answer that refuses, and nothing after it.
    var isRefusal: Bool {
        guard let (reply, end) = Reply.parse(Array(utf8), isHead: false) else { return false }
        return [400, 413, 414, 431, 501, 505].contains(reply.status) && end == utf8.count
    }
}

/// Random numbers that are the same each time.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
