import MicroHTTP
import Synchronization
import Testing

@Suite struct BodyTests {
    @Test(arguments: [0, 1, 70_000, 256 << 10])
    func `collects the whole body`(size: Int) async throws {
        try await withServer {
            .text("\($0.body.count) \($0.body.allSatisfy { $0 == 0x78 })")
        } perform: { port in
            let client = try Client(port: port)
            let body = Array(repeating: UInt8(ascii: "x"), count: size)
            for _ in 0..<2 {
                await client.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: \(size)\r\n\r\n".utf8 + body)
                #expect(await client.reply()?.body == "\(size) true")
            }
        }
    }

    @Test func `collects a chunked body up to the limit`() async throws {
        try await withServer(.init(bodyLimit: 100)) {
            .text("\($0.body.count)")
        } perform: { port in
            let client = try Client(port: port)
            await client.send("POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n")
            for _ in 0..<10 { await client.send("a\r\n0123456789\r\n") }
            await client.send("0\r\n\r\n")
            #expect(await client.reply()?.body == "100")
            #expect(await client.get("/")?.body == "0")
        }
    }

    @Test func `refuses a body that says it is too long, before it comes`() async throws {
        let handled = Atomic(0)
        try await withServer(.init(bodyLimit: 100)) { _ in
            handled.add(1, ordering: .relaxed)
            return .text("")
        } perform: { port in
            let client = try Client(port: port)
            await client.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 101\r\nExpect: 100-continue\r\n\r\n")
            #expect(await client.reply()?.status == 413)
            #expect(await client.receive() == nil)
            #expect(handled.load(ordering: .relaxed) == 0)
        }
    }

    @Test(arguments: ["Content-Length: 50000000", "Transfer-Encoding: chunked"])
    func `lets a client that keeps sending read the refusal`(framing: String) async throws {
        try await withServer(.init(bodyLimit: 1_000, deadlines: .init(farewell: .seconds(60)))) { _ in
            .text("")
        } perform: { port in
            let client = try Client(port: port)
            await client.send("POST / HTTP/1.1\r\nHost: test\r\n\(framing)\r\n\r\n")
            let start = framing.hasPrefix("C") ? "" : "fffff\r\n"
            let part = Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
            // A connection that was reset would take no more.
            #expect(await client.send(start.utf8 + part) == start.utf8.count + part.count)
            #expect(await client.reply()?.status == 413)
            #expect(await client.send(part) == part.count)
        }
    }

    @Test func `refuses a chunked body when it grows too long`() async throws {
        let handled = Atomic(0)
        try await withServer(.init(bodyLimit: 100)) { _ in
            handled.add(1, ordering: .relaxed)
            return .text("")
        } perform: { port in
            let client = try Client(port: port)
            await client.send("POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n")
            for _ in 0..<10 { await client.send("a\r\n0123456789\r\n") }
            await client.send("1\r\nx\r\n")
            #expect(await client.reply()?.status == 413)
            #expect(await client.receive() == nil)
            #expect(handled.load(ordering: .relaxed) == 0)
        }
    }

    @Test(arguments: [
        "Content-Length: 101\r\nExpect: 100-continue\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n65\r\n",
    ])
    func `lets its owner say what a refusal looks like`(framing: String) async throws {
        let refuse: HTTPServer.Refuse = { request, status in
            #expect(request.body.isEmpty)
            let words = "\(request.method) \(request.path) \(status)"
            return Response(status: 200, headers: ["Content-Type": "text/x"], body: .bytes(Array(words.utf8)))
        }
        try await withServer(.init(bodyLimit: 100), refuse: refuse) { _ in
            .text("")
        } perform: { port in
            let client = try Client(port: port)
            await client.send("POST /long?x HTTP/1.1\r\nHost: test\r\n\(framing)")
            if framing.hasPrefix("T") { await client.send(String(repeating: "x", count: 101)) }
            let reply = try #require(await client.reply())
            #expect(reply.status == 413 && reply.body == "POST /long 413")
            #expect(reply.values("Content-Type") == ["text/x"])
            #expect(await client.receive() == nil)
        }
    }

    @Test func `asks for the limit of each request when its head has arrived`() async throws {
        try await withServer(bodyLimit: { $0.path == "/large" ? 10 : 1 }) {
            .text("\($0.body.count)")
        } perform: { port in
            for (path, status) in [("/large", 200), ("/small", 413)] {
                let client = try Client(port: port)
                await client.send("POST \(path) HTTP/1.1\r\nHost: test\r\nContent-Length: 10\r\n\r\n0123456789")
                #expect(await client.reply()?.status == status)
            }
        }
    }

    @Test func `tells a client that asks to go on`() async throws {
        try await withServer {
            .text("\($0.body.count)")
        } perform: { port in
            let client = try Client(port: port)
            await client.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
            #expect(await client.reply()?.status == 100)
            await client.send("ok")
            #expect(await client.reply()?.body == "2")
        }
    }
}
