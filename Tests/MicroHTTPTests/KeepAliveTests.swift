import MicroHTTP
import Synchronization
import Testing

@Suite struct KeepAliveTests {
    @Test func `serves requests one after another on one connection`() async throws {
        try await withServer {
            .text($0.target)
        } perform: { port in
            let client = try Client(port: port)
            for index in 0..<20 {
                #expect(await client.get("/\(index)")?.body == "/\(index)")
            }
        }
    }

    @Test func `answers pipelined requests in order, at once or later`() async throws {
        try await withServer { request in
            request.path.hasSuffix("1")
                ? .text(request.target)
                : .later {
                    await Task.yield()
                    return .text(request.target)
                }
        } perform: { port in
            let client = try Client(port: port)
            await client.send((0..<50).map { "GET /\($0) HTTP/1.1\r\nHost: test\r\n\r\n" }.joined())
            for index in 0..<50 {
                #expect(await client.reply()?.body == "/\(index)")
            }
        }
    }

    @Test func `reads a request that comes byte by byte`() async throws {
        try await withServer {
            .text("\($0.method) \($0.target) \(String(decoding: $0.body, as: UTF8.self))")
        } perform: {
            port in
            let client = try Client(port: port)
            for byte in "POST /slow HTTP/1.1\r\nHost: test\r\nContent-Length: 3\r\n\r\nabc".utf8 {
                await client.send([byte])
            }
            #expect(await client.reply()?.body == "POST /slow abc")
        }
    }

    @Test(arguments: ["HTTP/1.1", "HTTP/1.0"])
    func `closes when the client asks for it, or speaks the older version`(version: String) async throws {
        try await withServer {
            .text($0.target)
        } perform: { port in
            let client = try Client(port: port)
            await client.send(
                "GET /a \(version)\r\nHost: test\r\n\(version == "HTTP/1.1" ? "Connection: close\r\n" : "")\r\n"
            )
            #expect(await client.receiveAll().hasSuffix("\r\n\r\n/a"))
        }
    }

    @Test func `answers a client that has finished sending`() async throws {
        try await withServer { request in
            .later {
                await Task.yield()
                return .text(request.target)
            }
        } perform: { port in
            let client = try Client(port: port)
            await client.send("GET /half HTTP/1.1\r\nHost: test\r\n\r\n")
            client.finishSending()
            #expect(await client.receiveAll().hasSuffix("/half"))
        }
    }

    @Test(.timeLimit(.minutes(3)), arguments: [127, 128, 129, 256, 300])
    func `does not stall at any number of connections`(count: Int) async throws {
        try await withServer(.init(threads: 1, deadlines: .patient)) {
            .text($0.target)
        } perform: { port in
            let clients = try (0..<count).map { _ in try Client(port: port) }
            for round in 0..<3 {
                // All are ready before the server looks again.
                for client in clients { await client.send("GET /\(round) HTTP/1.1\r\nHost: test\r\n\r\n") }
                for client in clients { #expect(await client.reply()?.body == "/\(round)") }
            }
        }
    }

    @Test func `serves beside a thousand idle connections`() async throws {
        try await withServer {
            .text($0.target)
        } perform: { port in
            let idle = try (0..<1_000).map { _ in try Client(port: port) }
            #expect(await idle.last?.get("/last")?.body == "/last")
            let fresh = try await Client(port: port).get("/next")
            #expect(fresh?.body == "/next")
        }
    }

    @Test func `lets connections wait beyond the limit, and serves them when others end`() async throws {
        try await withServer(.init(connectionLimit: 4, threads: 2)) {
            .text($0.target)
        } perform: { port in
            let idle = Mutex(try (0..<4).map { _ in try Client(port: port) })
            for client in idle.withLock({ $0 }) { #expect(await client.get("/")?.status == 200) }
            let waiting = try Client(port: port)
            await waiting.send("GET /waited HTTP/1.1\r\nHost: test\r\n\r\n")
            idle.withLock { $0 = [] }
            #expect(await waiting.reply()?.body == "/waited")
        }
    }

    @Test func `answers many that wait at the same time`() async throws {
        try await withServer { request in
            .later {
                try? await Task.sleep(for: .milliseconds(5))
                return .text(request.target)
            }
        } perform: { port in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for index in 0..<200 {
                    group.addTask {
                        let client = try Client(port: port)
                        for _ in 0..<3 {
                            guard await client.get("/\(index)")?.body == "/\(index)" else { return false }
                        }
                        return true
                    }
                }
                for try await isRight in group { #expect(isRight) }
            }
        }
    }

    @Test func `answers at once when a task is done, even beside idle connections`() async throws {
        let done = Event()
        try await withServer { request in
            .later {
                await done.wait()
                return .text(request.target)
            }
        } perform: { port in
            let clock = ContinuousClock()
            let client = try Client(port: port)
            var delays: [Duration] = []
            for _ in 0..<101 {
                await client.send("GET /wait HTTP/1.1\r\nHost: test\r\n\r\n")
                let begin = clock.now
                done.happen()
                #expect(await client.reply()?.status == 200)
                delays.append(clock.now - begin)
            }
            // A lost wake-up waits for the next look at the deadlines, up to half a second.
            #expect(delays.sorted()[50] < .milliseconds(100))
        }
    }
}
