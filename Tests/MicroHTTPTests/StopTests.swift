import Glibc
import MicroHTTP
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct StopTests {
    @Test func `finishes the answers that are being made`() async throws {
        let (started, finish) = (Event(), Event())
        let server = RunningServer { _ in
            .later {
                started.happen()
                // Does not mind the cancellation of the server's task, as a commit would not.
                await finish.wait()
                return Response(status: 200, body: .bytes(Array("done".utf8)))
            }
        }
        let port = try await server.port
        let client = try Client(port: port)
        await client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
        await started.wait()
        server.cancel()
        // Nobody listens any more, but the answer is still awaited.
        while (try? Client(port: port)) != nil { await Task.yield() }
        finish.happen()
        let reply = try #require(await client.reply())
        #expect(reply.body == "done")
        #expect(reply.values("Connection") == ["close"])
        #expect(await client.receive() == nil)
        try await server.stop()
    }

    @Test func `answers 503 for what is not done in the grace`() async throws {
        let (started, cancelled) = (Event(), Event())
        let server = RunningServer(.init(grace: .milliseconds(100))) { _ in
            .later {
                started.happen()
                try? await Task.sleep(for: .seconds(60))
                if Task.isCancelled { cancelled.happen() }
                return .text("late")
            }
        }
        let client = try Client(port: try await server.port)
        await client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
        await started.wait()
        try await server.stop()
        #expect(await client.reply()?.status == 503)
        await cancelled.wait()
    }

    @Test func `ends streams, and waits for their tasks`() async throws {
        let ends = Atomic(0)
        let server = RunningServer { _ in
            .now(
                Response(
                    status: 200,
                    body: .stream { writer in
                        try? await writer.write("hello\n".utf8)
                        try? await Task.sleep(for: .seconds(60))
                        ends.add(1, ordering: .relaxed)
                    }
                )
            )
        }
        let port = try await server.port
        let clients = try (0..<20).map { _ in try Client(port: port) }
        for client in clients {
            await client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            _ = await client.receive { $0.contains("hello") }
        }
        try await server.stop()
        #expect(ends.load(ordering: .relaxed) == 20)
        for client in clients { #expect(await client.receiveAll() == "0\r\n\r\n") }
    }

    @Test func `ends a stream whose task does not`() async throws {
        let finish = Event()
        let server = RunningServer(.init(grace: .milliseconds(100))) { _ in
            .now(
                Response(
                    status: 200,
                    body: .stream { writer in
                        try? await writer.write("hello\n".utf8)
                        await Task.detached { await finish.wait() }.value
                    }
                )
            )
        }
        let client = try Client(port: try await server.port)
        await client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
        _ = await client.receive { $0.contains("hello") }
        try await server.stop()
        #expect(await client.receiveAll() == "0\r\n\r\n")
        finish.happen()
    }

    @Test func `closes idle connections at once`() async throws {
        let server = RunningServer { _ in .text("served") }
        let client = try Client(port: try await server.port)
        #expect(await client.get("/")?.body == "served")
        try await server.stop()
        #expect(await client.receive() == nil)
    }

    @Test func `stops though clients have left in the middle of everything`() async throws {
        try await withServer { request in
            switch request.path {
            case "/later":
                return .later {
                    try? await Task.sleep(for: .milliseconds(20))
                    return Response(status: 200, body: .bytes(Array(repeating: 7, count: 1 << 20)))
                }
            default:
                return .now(
                    Response(
                        status: 200,
                        body: .stream { writer in
                            while (try? await writer.write(Array(repeating: 7, count: 1_000))) != nil {}
                        }
                    )
                )
            }
        } perform: { port in
            for index in 0..<60 {
                let client = try Client(port: port)
                await client.send("GET \(["/later", "/stream"][index % 2]) HTTP/1.1\r\nHost: test\r\n\r\n")
                if index % 3 == 0 { _ = await client.receive() }
            }
        }
    }

    @Test func `starts again on the port it has left`() async throws {
        let first = RunningServer { _ in .text("first") }
        let port = try await first.port
        let fresh = try await Client(port: port).get("/")
        #expect(fresh?.body == "first")
        try await first.stop()
        try await withServer(.init(port: port)) { _ in
            .text("second")
        } perform: { again in
            #expect(again == port)
            let fresh = try await Client(port: port).get("/")
            #expect(fresh?.body == "second")
        }
    }

    @Test func `says which port is taken`() async throws {
        try await withServer { _ in
            .text("")
        } perform: { port in
            let server = HTTPServer(configuration: .init(port: port)) { _ in .text("") }
            await #expect(throws: HTTPServerError.cannotListen(host: "127.0.0.1", port: port, errno: EADDRINUSE)) {
                try await server.run()
            }
        }
    }

    @Test func `says which address is not its own`() async throws {
        for host in ["192.0.2.1", "no such host"] {
            let server = HTTPServer(configuration: .init(host: host)) { _ in .text("") }
            await #expect(throws: HTTPServerError.cannotListen(host: host, port: 0, errno: EADDRNOTAVAIL)) {
                try await server.run()
            }
        }
    }

    @Test func `stops when it was cancelled before it began`() async throws {
        let server = HTTPServer { _ in .text("") }
        let task = Task { try await server.run() }
        task.cancel()
        try await task.value
    }
}
