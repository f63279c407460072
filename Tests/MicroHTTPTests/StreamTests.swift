import Glibc
import MicroHTTP
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct StreamTests {
    @Test func `sends what is written while it is written`() async throws {
        let (words, continuation) = AsyncStream.makeStream(of: String.self)
        try await withServer { _ in
            .now(
                Response(
                    status: 200,
                    headers: ["Content-Type": "text/event-stream"],
                    body: .stream { writer in
                        for await word in words { try? await writer.write("data: \(word)\n\n".utf8) }
                    }
                )
            )
        } perform: { port in
            let client = try Client(port: port)
            await client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            let head = await client.receive { $0.contains("\r\n\r\n") }
            #expect(head.contains("Transfer-Encoding: chunked") && head.contains("text/event-stream"))
            for word in ["one", "two", "three"] {
                continuation.yield(word)
                #expect(await client.receive { $0.contains("\n\n") }.contains("data: \(word)\n\n"))
            }
            continuation.finish()
            #expect(await client.receive { $0.contains("0\r\n\r\n") }.hasSuffix("0\r\n\r\n"))
            // The connection goes on after the end of the stream.
            await client.send("HEAD / HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect(await client.reply(toHead: true)?.status == 200)
        }
    }

    @Test func `ends with the connection for a client of the older version`() async throws {
        try await withServer { _ in
            .later { Response(status: 200, body: .stream { writer in try? await writer.write("all".utf8) }) }
        } perform: { port in
            let client = try Client(port: port)
            await client.send("GET / HTTP/1.0\r\n\r\n")
            #expect(await client.receiveAll().hasSuffix("\r\n\r\nall"))
        }
    }

    @Test func `a body that is broken off ends its connection without an end`() async throws {
        try await withServer { _ in
            .now(
                Response(
                    status: 200,
                    body: .stream { writer in
                        try? await writer.write("half".utf8)
                        writer.breakOff()
                    }
                )
            )
        } perform: { port in
            let client = try Client(port: port)
            await client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            let all = await client.receiveAll()
            #expect(all.contains("half") && !all.contains("0\r\n\r\n"))
        }
    }

    @Test func `sends much in order, and waits while the client is slow`() async throws {
        let written = Atomic(0)
        let block = (0..<10_000).map { UInt8($0 % 251) }
        let count = 1_500
        try await withServer { _ in
            .now(
                Response(
                    status: 200,
                    body: .stream { writer in
                        for _ in 0..<count where (try? await writer.write(block)) != nil {
                            written.add(1, ordering: .relaxed)
                        }
                    }
                )
            )
        } perform: { port in
            let client = try Client(port: port, receiveBuffer: 4_096)
            await client.send("HEAD / HTTP/1.1\r\nHost: test\r\n\r\n")
            _ = await client.reply(toHead: true)
            await client.send("GET / HTTP/1.0\r\n\r\n")
            // Enough time to write all of the 15 MB, if nothing held the task back.
            try await Task.sleep(for: .milliseconds(200))
            #expect(written.load(ordering: .relaxed) < count)
            let received = await client.receiveBytes()
            let head = try #require(Reply.parse(received, isHead: true)).end
            let isComplete = received.dropFirst(head).isEqual(to: (0..<count).flatMap { _ in block })
            #expect(isComplete)
            #expect(written.load(ordering: .relaxed) == count)
        }
    }

    @Test func `cancels the task when the client leaves while nothing is being written`() async throws {
        let ended = Event()
        try await withServer { _ in
            .now(
                Response(
                    status: 200,
                    body: .stream { writer in
                        try? await writer.write("hello\n".utf8)
                        try? await Task.sleep(for: .seconds(60))
                        #expect(Task.isCancelled)
                        await #expect(throws: ClientGone.self) { try await writer.write("late".utf8) }
                        ended.happen()
                    }
                )
            )
        } perform: { port in
            for leavesPolitely in [true, false] {
                var client: Client? = try Client(port: port)
                await client?.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
                _ = await client?.receive { $0.contains("hello") }
                if leavesPolitely { client?.finishSending() }
                client = leavesPolitely ? client : nil
                await ended.wait()
            }
        }
    }

    @Test func `lets go of a client that never reads`() async throws {
        let ended = Event()
        try await withServer(.init(deadlines: .init(inactivity: .seconds(1)))) { _ in
            .now(
                Response(
                    status: 200,
                    body: .stream { writer in
                        while (try? await writer.write(Array(repeating: 0x78, count: 100_000))) != nil {}
                        ended.happen()
                    }
                )
            )
        } perform: { port in
            let client = try Client(port: port, receiveBuffer: 4_096)
            await client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            await ended.wait()
        }
    }

    @Test func `outlives the deadlines of requests`() async throws {
        let short = Duration.milliseconds(100)
        let deadlines = HTTPServer.Deadlines(head: short, request: short, answer: short, inactivity: .seconds(1))
        try await withServer(.init(deadlines: deadlines)) { _ in
            .now(
                Response(
                    status: 200,
                    body: .stream { writer in
                        try? await Task.sleep(for: .seconds(2))
                        try? await writer.write("still here".utf8)
                    }
                )
            )
        } perform: { port in
            let client = try Client(port: port)
            await client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect(await client.receive { $0.contains("0\r\n\r\n") }.contains("still here"))
        }
    }

    @Test func `streams to many at the same time, beside other requests`() async throws {
        try await withServer { request in
            guard request.path == "/events" else { return .text("served") }
            return .now(
                Response(
                    status: 200,
                    body: .stream { writer in
                        for index in 0..<50 {
                            try? await writer.write("data: \(index)\n\n".utf8)
                            await Task.yield()
                        }
                    }
                )
            )
        } perform: { port in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<100 {
                    group.addTask {
                        let client = try Client(port: port)
                        await client.send("GET /events HTTP/1.0\r\n\r\n")
                        return await client.receiveAll().hasSuffix((0..<50).map { "data: \($0)\n\n" }.joined())
                    }
                    group.addTask { try await Client(port: port).get("/")?.body == "served" }
                }
                for try await isRight in group { #expect(isRight) }
            }
        }
    }
}

extension ArraySlice<UInt8> {
    /// Compares quickly, even in a debug build under a sanitizer.
    fileprivate func isEqual(to other: [UInt8]) -> Bool {
        unsafe withUnsafeBytes { left in
            unsafe other.withUnsafeBytes { right in
                guard left.count == right.count, let left = left.baseAddress, let right = right.baseAddress else {
                    return false
                }
                return unsafe memcmp(left, right, other.count) == 0
            }
        }
    }
}
