import Foundation
import RemoteAPI
import Testing

@Suite struct LiveTransportTests {
    private let transport = Transport.live()

    private func call(_ method: String, _ base: String, body: String? = nil) -> Transport.Call {
        var url = RequestURL(base: base, path: "/relations/")
        url.append("token", secret: Secret("s3cr3t"))
        return Transport.Call(
            method: method,
            route: "\(method) /relations/",
            url: url,
            headers: [("Accept", "application/json")],
            authorization: Secret("Bearer t0k3n"),
            body: body.map { Data($0.utf8) }
        )
    }

    private func error(_ call: Transport.Call) async -> RemoteAPIError? {
        await #expect(throws: RemoteAPIError.self) { try await transport.send(call) }
    }

    @Test func `sends method, address, headers and body, and returns the answer`() async throws {
        let server = try LocalServer(
            .answers("HTTP/1.1 201 Created\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\nok")
        )
        let reply = try await transport.send(call("POST", "http://127.0.0.1:\(server.port)/openapi", body: "[1]"))
        #expect(reply.status == 201)
        #expect(reply.headers["retry-after"] == "7")
        #expect(String(decoding: reply.body, as: UTF8.self) == "ok")
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("POST /openapi/relations/?token=s3cr3t HTTP/1.1\r\n"))
        #expect(request.contains("Authorization: Bearer t0k3n\r\n"))
        #expect(request.contains("Accept: application/json\r\n"))
        #expect(request.hasSuffix("\r\n\r\n[1]"))
    }

    @Test func `a refused connection certainly did nothing`() async throws {
        let error = await error(call("POST", "http://127.0.0.1:\(try LocalServer.unusedPort())", body: "[]"))
        #expect(error?.mayHaveHappened == false)
        #expect(error?.isTransient == true)
    }

    @Test func `a reset after the request may have happened`() async throws {
        let server = try LocalServer(.resets)
        let error = await error(call("POST", "http://127.0.0.1:\(server.port)", body: "[]"))
        #expect(error?.mayHaveHappened == true)
        #expect(error?.isTransient == true)
        #expect(server.requests.count == 1)
    }

    @Test func `an answer that ends early is no answer`() async throws {
        let server = try LocalServer(.answers("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf"))
        let error = await error(call("GET", "http://127.0.0.1:\(server.port)"))
        #expect(error?.mayHaveHappened == true)
    }

    @Test(.timeLimit(.minutes(1)), arguments: [LocalServer.Behaviour.staysSilent, .drips])
    func `gives up when the whole answer takes too long`(behaviour: LocalServer.Behaviour) async throws {
        let server = try LocalServer(behaviour)
        var call = call("GET", "http://127.0.0.1:\(server.port)")
        call.answerTimeout = .milliseconds(300)
        let error = await error(call)
        #expect(error?.mayHaveHappened == true)
        #expect(error?.vendorWords.hasPrefix("no answer within") == true)
    }

    @Test func `a cancelled call ends at once`() async throws {
        let server = try LocalServer(.staysSilent)
        let call = call("GET", "http://127.0.0.1:\(server.port)")
        let task = Task { try await transport.send(call) }
        while server.requests.isEmpty { await Task.yield() }
        task.cancel()
        let error = await #expect(throws: RemoteAPIError.self) { try await task.value }
        #expect(error?.vendorWords == "cancelled")
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n" + String(repeating: "a", count: 1001),
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + String(repeating: "a", count: 1001),
    ])
    func `refuses an answer over the limit, announced or not`(answer: String) async throws {
        let server = try LocalServer(.answers(answer))
        var call = call("GET", "http://127.0.0.1:\(server.port)")
        call.answerLimit = 1000
        #expect(await error(call) == .unreadable(reason: "the answer has more than 1000 bytes"))
    }

    @Test func `the limit is 256 MiB unless told otherwise`() {
        #expect(call("GET", "https://example.test").answerLimit == 268_435_456)
    }

    @Test func `follows no redirect`() async throws {
        let target = try LocalServer(.answers("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))
        let server = try LocalServer(
            .answers(
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:\(target.port)/\r\nContent-Length: 0\r\n\r\n"
            )
        )
        #expect(try await transport.send(call("GET", "http://127.0.0.1:\(server.port)")).status == 302)
        #expect(target.requests.isEmpty)
    }

    @Test(arguments: [
        "http://example.test", "http://10.0.0.1", "http://127.0.0.1.example.test", "http://127.0.0.1@example.test",
        "http://0.0.0.0", "ftp://127.0.0.1", "http://127.1", "not an address", "",
    ])
    func `reaches other machines by https only`(base: String) async {
        let error = await error(call("GET", base))
        #expect(error?.mayHaveHappened == false)
        #expect(error?.vendorWords.contains("https only") == true || error?.vendorWords == "not a valid address")
    }

    @Test func `no error repeats a secret`() async throws {
        let server = try LocalServer(.resets)
        for base in ["http://127.0.0.1:\(server.port)", "http://example.test", "http://127.0.0.1:1"] {
            let error = try #require(await error(call("POST", base, body: "b0dy")))
            expectNoSecret(["s3cr3t", "t0k3n", "b0dy"], in: error)
        }
    }
}
