import Foundation
import MicroHTTP
import Testing

@Suite struct MessageTests {
    @Test func `keeps fields in order, with repeats, and the target as it was`() async throws {
        try await withServer { request in
            let fields = request.headers.map { "\($0.name)=\($0.value)" }.joined(separator: ";")
            return .text("\(request.target)|\(fields)|\(request.peer)|\(request.isEncrypted)")
        } perform: { port in
            let client = try Client(port: port)
            await client.send(
                "GET /a%2Fb/%2e%2e/c+d?x=%26&x=2 HTTP/1.1\r\nB: 2\r\nHost: h\r\nA: 1\r\nB:  3 \r\nE:\r\n\r\n"
            )
            #expect(
                await client.reply()?.body == "/a%2Fb/%2e%2e/c+d?x=%26&x=2|B=2;Host=h;A=1;B=3;E=|127.0.0.1|false"
            )
        }
    }

    @Test func `sends fields in order, with repeats`() async throws {
        try await withServer { _ in
            .now(
                Response(status: 207, headers: ["B": "1", "Set-Cookie": "a=1", "A": "2", "set-cookie": "b=2; Path=/"])
            )
        } perform: { port in
            let reply = try await #require(Client(port: port).get("/"))
            #expect(reply.status == 207)
            #expect(
                reply.fields.filter { !$0.hasPrefix("Date") && !$0.hasPrefix("Content-Length") }
                    == ["B: 1", "Set-Cookie: a=1", "A: 2", "set-cookie: b=2; Path=/"]
            )
            #expect(reply.values("Date").count == 1)
        }
    }

    @Test(.enabled(if: hasIPv6Loopback))
    func `listens on an IPv6 address`() async throws {
        try await withServer(.init(host: "::1")) {
            .text($0.peer)
        } perform: { port in
            let peer = await onThread { run("curl --silent --max-time 10 'http://[::1]:\(port)/'") }
            #expect(peer == "::1")
        }
    }

    @Test(arguments: [
        ("X", "a\r\nSet-Cookie: b=1"), ("X", "a\nb"), ("X", "a\rb"), ("X", "a\0b"), ("X\r\nY", "a"), ("X Y", "a"),
        ("X:", "a"), ("", "a"),
    ])
    func `answers 500 when a field would break the head`(name: String, value: String) async throws {
        try await withServer { _ in
            .now(Response(status: 200, headers: ["Good": "1", name: value], body: .bytes(Array("secret".utf8))))
        } perform: { port in
            let reply = try await #require(Client(port: port).get("/"))
            #expect(reply.status == 500)
            #expect(reply.fields.allSatisfy { $0.hasPrefix("Date: ") || $0.hasPrefix("Content-Length: ") })
            #expect(reply.body == "")
        }
    }

    @Test func `says itself where a response ends`() async throws {
        try await withServer { _ in
            .now(
                Response(
                    status: 200,
                    headers: ["Content-Length": "99", "transfer-encoding": "chunked", "Keep-Alive": "x", "A": "1"],
                    body: .bytes(Array("four".utf8))
                )
            )
        } perform: { port in
            let reply = try await #require(Client(port: port).get("/"))
            #expect(reply.values("Content-Length") == ["4"])
            #expect(reply.values("Transfer-Encoding") == [])
            #expect(reply.values("Keep-Alive") == [])
            #expect(reply.values("A") == ["1"])
            #expect(reply.body == "four")
        }
    }

    @Test func `closes when the response says so`() async throws {
        try await withServer { _ in
            .now(Response(status: 200, headers: ["Connection": "close"]))
        } perform: { port in
            let client = try Client(port: port)
            #expect(await client.get("/")?.values("Connection") == ["close"])
            #expect(await client.receive() == nil)
        }
    }

    @Test func `answers HEAD without a body, whatever the body is`() async throws {
        let file = try TemporaryFile(Array(repeating: 0x78, count: 1_000))
        try await withServer { request in
            switch request.path {
            case "/file": .now(Response(status: 200, body: .file(path: file.path)))
            case "/stream": .now(Response(status: 200, body: .stream { _ in Issue.record("nobody reads this") }))
            default: .later { .text("four") }
            }
        } perform: { port in
            let client = try Client(port: port)
            for (target, length) in [("/", "4"), ("/file", "1000"), ("/stream", "0"), ("/", "4")] {
                await client.send("HEAD \(target) HTTP/1.1\r\nHost: test\r\n\r\n")
                let reply = try #require(await client.reply(toHead: true))
                #expect(reply.status == 200)
                #expect(reply.values("Content-Length").first == length)
            }
        }
    }

    @Test(arguments: [0, 1, 8_192, 3_000_000])
    func `sends a file`(size: Int) async throws {
        let text = String(String(repeating: "abcdefghij", count: size / 10 + 1).prefix(size))
        let file = try TemporaryFile(Array(text.utf8))
        try await withServer { _ in
            .now(Response(status: 200, headers: ["A": "1"], body: .file(path: file.path)))
        } perform: { port in
            let client = try Client(port: port)
            for _ in 0..<2 {
                let reply = try #require(await client.get("/"))
                let isComplete = reply.body == text
                #expect(isComplete)
                #expect(reply.values("A") == ["1"])
            }
        }
    }

    @Test(arguments: ["/nowhere/at/all", "/tmp", "/dev/null", "/dev/tty"])
    func `answers 404 for what is no file`(path: String) async throws {
        try await withServer { _ in
            .now(Response(status: 200, headers: ["Content-Type": "a/b"], body: .file(path: path)))
        } perform: { port in
            let reply = try await #require(Client(port: port).get("/"))
            #expect(reply.status == 404)
            #expect(reply.values("Content-Type") == [])
        }
    }

    @Test(arguments: [
        ("/", []), ("/a", ["a"]), ("/a/b%20c/?x=/y", ["a", "b c"]), ("/%C3%85", ["Å"]), ("/a..b/.c", ["a..b", ".c"]),
    ])
    func `names the parts of a path`(target: String, components: [String]) {
        #expect(Request("GET", target).pathComponents == components)
    }

    @Test(arguments: [
        "", "*", "a", "//", "//etc", "/a//b", "/..", "/../etc", "/./a", "/%2e%2e/etc", "/%2E./etc", "/a/..",
        "/a%2f..%2f..",
        "/..%5c", "/a\\b", "/%00", "/a%0ab", "/%ff", "/%c0%af", "/%", "/%2", "/%zz", "/%+1", "/%252e/%7f",
    ])
    func `finds no parts in a path that could lead elsewhere`(target: String) {
        #expect(Request("GET", target).pathComponents == nil)
    }
}

/// Whether this machine answers to `::1`.
private var hasIPv6Loopback: Bool {
    let addresses = (try? String(contentsOfFile: "/proc/net/if_inet6", encoding: .utf8)) ?? ""
    return addresses.contains(String(repeating: "0", count: 31) + "1 ")
}

/// A file that ends with its owner.
final class TemporaryFile: Sendable {
    let path: String

    init(_ bytes: [UInt8]) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(bytes).write(to: url)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
