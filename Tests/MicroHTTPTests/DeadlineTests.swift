import MicroHTTP
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct DeadlineTests {
    private let short = Duration.milliseconds(300)

    @Test(arguments: ["GET / HT", "GET / HTTP/1.1\r\nHost: test\r\n"])
    func `lets go of a head that does not end, though bytes keep coming`(head: String) async throws {
        try await withServer(.init(deadlines: .init(head: short))) { _ in
            .text("")
        } perform: { port in
            let client = try Client(port: port)
            await client.send(head)
            let sending = Task {
                while await client.send("X") > 0 { try await Task.sleep(for: .milliseconds(20)) }
            }
            #expect(await client.reply()?.status == 408)
            #expect(await client.receive() == nil)
            sending.cancel()
        }
    }

    @Test(arguments: ["Content-Length: 1000000", "Transfer-Encoding: chunked"])
    func `lets go of a body that does not end, though bytes keep coming`(framing: String) async throws {
        try await withServer(.init(bodyLimit: 1 << 30, deadlines: .init(request: short))) { _ in
            .text("")
        } perform: { port in
            let client = try Client(port: port)
            await client.send("POST / HTTP/1.1\r\nHost: test\r\n\(framing)\r\n\r\n")
            let sending = Task {
                while await client.send("1\r\nx\r\n") > 0 { try await Task.sleep(for: .milliseconds(20)) }
            }
            #expect(await client.reply()?.status == 408)
            #expect(await client.receive() == nil)
            sending.cancel()
        }
    }

    @Test func `answers 503 when the answer is not there in time, and cancels its task`() async throws {
        let cancelled = Event()
        try await withServer(.init(deadlines: .init(request: short))) { _ in
            .later {
                await withTaskCancellationHandler {
                    try? await Task.sleep(for: .seconds(60))
                    return .text("late")
                } onCancel: {
                    cancelled.happen()
                }
            }
        } perform: { port in
            let client = try Client(port: port)
            #expect(await client.get("/")?.status == 503)
            #expect(await client.receive() == nil)
            await cancelled.wait()
        }
    }

    @Test func `lets its owner say what an answer that is not there in time looks like`() async throws {
        let refuse: HTTPServer.Refuse = { request, status in
            Response(status: status, body: .bytes(Array("\(request.path) late".utf8)))
        }
        try await withServer(.init(deadlines: .init(request: short)), refuse: refuse) { _ in
            .later {
                try? await Task.sleep(for: .seconds(60))
                return .text("")
            }
        } perform: { port in
            let reply = try #require(await Client(port: port).get("/slow"))
            #expect(reply.status == 503 && reply.body == "/slow late")
        }
    }

    @Test func `counts the time of each request of a connection anew`() async throws {
        let deadlines = HTTPServer.Deadlines(head: .seconds(1), request: .seconds(1))
        try await withServer(.init(deadlines: deadlines)) { _ in
            .text("")
        } perform: { port in
            let client = try Client(port: port)
            for _ in 0..<4 {
                #expect(await client.get("/")?.status == 200)
                try await Task.sleep(for: .milliseconds(400))
            }
        }
    }

    @Test func `closes an idle connection`() async throws {
        try await withServer(.init(deadlines: .init(inactivity: .seconds(1)))) { _ in
            .text("")
        } perform: { port in
            let silent = try Client(port: port)
            let idle = try Client(port: port)
            #expect(await idle.get("/")?.status == 200)
            #expect(await idle.receive() == nil)
            #expect(await silent.receive() == nil)
        }
    }

    @Test func `lets go of a client that does not read its answer`() async throws {
        let file = try TemporaryFile(Array(repeating: 0x78, count: 20 << 20))
        let deadlines = HTTPServer.Deadlines(answer: short, inactivity: .seconds(600))
        let configuration = HTTPServer.Configuration(deadlines: deadlines, grace: .seconds(90))
        let server = RunningServer(configuration) { _ in .now(Response(status: 200, body: .file(path: file.path))) }
        let client = try Client(port: try await server.port, receiveBuffer: 4_096)
        await client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
        // The head is there: from here on the answer is being sent. With nothing in flight, the server ends at once.
        _ = await client.receive { $0.contains("\r\n\r\n") }
        try await server.stop()
    }

    @Test func `frees the places of clients that send a part and leave`() async throws {
        let never = HTTPServer.Deadlines(head: .seconds(600), request: .seconds(600), inactivity: .seconds(600))
        try await withServer(.init(connectionLimit: 4, threads: 2, deadlines: never)) { _ in
            .text("served")
        } perform: { port in
            for part in ["GET / HTTP/1.1\r\nHo", "POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 9\r\n\r\nhalf"] {
                for _ in 0..<50 {
                    let client = try Client(port: port)
                    await client.send(part)
                    client.finishSending()
                }
            }
            let reply = try await Client(port: port).get("/")
            #expect(reply?.body == "served")
        }
    }

    @Test func `serves others while some connections are slow`() async throws {
        try await withServer(.init(threads: 1)) { _ in
            .text("served")
        } perform: { port in
            let slow = try (0..<100).map { _ in try Client(port: port) }
            for client in slow { await client.send("GET / HTTP/1.1\r\nHo") }
            for _ in 0..<50 {
                let reply = try await Client(port: port).get("/")
                #expect(reply?.body == "served")
            }
        }
    }
}
