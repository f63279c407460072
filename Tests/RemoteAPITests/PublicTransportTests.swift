import Foundation
import Testing

@testable import RemoteAPI

/// Addresses that anybody may have typed.
@Suite struct PublicTransportTests {
    private func send(_ url: String, allowsLoopback: Bool = false, lookup: Transport.Lookup? = nil) async
        -> Result<Int, RemoteAPIError>
    {
        let transport = Transport.toPublicAddresses(
            allowsLoopback: allowsLoopback,
            lookup: lookup ?? { host in await Transport.systemLookup(host) }
        )
        let call = Transport.Call(
            method: "POST",
            route: "POST hook",
            url: RequestURL(given: Secret(url), host: "hook"),
            body: Data("{}".utf8),
            answerTimeout: .seconds(2),
            ignoresBody: true
        )
        do { return .success(try await transport.send(call).status) } catch { return .failure(error) }
    }

    private func isRefused(_ result: Result<Int, RemoteAPIError>) -> Bool {
        if case .failure(.refused) = result { true } else { false }
    }

    @Test(arguments: [
        "https://10.0.0.1/", "https://172.16.0.1/", "https://172.31.255.255/", "https://192.168.1.1/",
        "https://169.254.169.254/latest/meta-data", "https://127.0.0.1/", "https://127.1/", "https://2130706433/",
        "https://0x7f.0.0.1/", "https://0177.0.0.1/", "https://0.0.0.0/", "https://100.64.0.1/",
        "https://224.0.0.1/", "https://255.255.255.255/", "https://192.0.2.1/", "https://198.18.0.1/",
        "https://[::1]/", "https://[::]/", "https://[fe80::1]/", "https://[fc00::1]/", "https://[fd00:ec2::254]/",
        "https://[::ffff:127.0.0.1]/", "https://[::ffff:10.0.0.1]/", "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/", "https://[2001:db8::1]/", "https://[ff02::1]/", "https://localhost/",
    ])
    func `a machine that is not on the internet is not reached`(url: String) async {
        #expect(isRefused(await send(url)), "\(url)")
    }

    @Test(arguments: [
        "https://10.0.0.1/", "https://169.254.169.254/", "https://[fe80::1]/", "https://[::ffff:7f00:1]/",
    ])
    func `where this machine may be reached, its neighbours may not`(url: String) async {
        #expect(isRefused(await send(url, allowsLoopback: true)), "\(url)")
    }

    @Test func `a name that leads into somebody's network is not followed`() async throws {
        let server = try LocalServer(.answers("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))
        for address in ["127.0.0.1", "192.168.0.1", "169.254.169.254", "::1"] {
            #expect(isRefused(await send("https://hooks.example:\(server.port)/", lookup: { _ in address })))
        }
        #expect(server.requests.isEmpty)
        guard case .failure(.unreachable) = await send("https://hooks.example/", lookup: { _ in nil }) else {
            Issue.record("a name that nobody has")
            return
        }
    }

    @Test func `the connection goes to the machine that was looked at`() async throws {
        let server = try LocalServer(.answers("HTTP/1.1 204 No Content\r\n\r\n"))
        // By its name alone, which is this machine's by no name service, it could not be found.
        let status = try await send(
            "http://localhost:\(server.port)/x?y=1",
            allowsLoopback: true,
            lookup: { host in host == "localhost" ? "127.0.0.1" : nil }
        ).get()
        #expect(status == 204)
        #expect(server.requests.first?.hasPrefix("POST /x?y=1 HTTP/1.1\r\n") == true)
        #expect(server.requests.first?.contains("ost: localhost:\(server.port)\r\n") == true)
        let another = await send(
            "http://localhost:\(server.port)/",
            allowsLoopback: true,
            lookup: { _ in "127.0.0.2" }
        )
        guard case .failure(.unreachable(_, mayHaveHappened: false)) = another else {
            Issue.record("another machine: \(another)")
            return
        }
        #expect(server.requests.count == 1)
    }

    @Test func `a redirect is not followed, and an answer's body not read`() async throws {
        let target = try LocalServer(.answers("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))
        let server = try LocalServer(
            .answers(
                "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:\(target.port)/\r\nContent-Length: 0\r\n\r\n"
            )
        )
        #expect(try await send("http://127.0.0.1:\(server.port)/", allowsLoopback: true).get() == 307)
        #expect(target.requests.isEmpty)
        let endless = try LocalServer(.drips)
        #expect(try await send("http://127.0.0.1:\(endless.port)/", allowsLoopback: true).get() == 200)
    }

    @Test(arguments: [
        "", "hooks.example", "ftp://hooks.example/", "http://hooks.example/", "http://10.0.0.1/", "https://",
        "https://user@hooks.example/", "https://a:b@hooks.example/", "https://hooks.example/#part",
        "https://hooks.example\\@127.0.0.1/", "https://hooks .example/", "https://hooks.example:0/",
        "https://hooks.example:99999/", "https://höoks.example/", "https://%31%32%37.0.0.1/", "https://[::1",
        "https://[fe80::1%25eth0]/", "https://a_b.example/", "file:///etc/passwd", "//hooks.example/",
        "https:hooks.example",
        "https://hooks.example/\r\nX: y",
    ])
    func `what could be read in two ways is no address`(text: String) async {
        #expect(GivenAddress(text) == nil, "\(text)")
        guard case .failure(.unreachable(_, mayHaveHappened: false)) = await send(text) else {
            Issue.record("\(text)")
            return
        }
    }

    @Test func `an address is read as it is sent`() throws {
        let address = try #require(GivenAddress("HTTPS://Hooks.Example:8443/Path/?a=B%20c&d"))
        #expect(address.host == "hooks.example" && !address.isPrivate && !address.isLoopback)
        #expect(address.url.value == "https://hooks.example:8443/Path/?a=B%20c&d")
        #expect(!"\(address)".contains("Path"))
        let loopback = try #require(GivenAddress("http://[::1]:80/"))
        #expect(loopback.host == "::1" && loopback.isPrivate && loopback.isLoopback)
        #expect(GivenAddress("https://93.184.216.34/")?.isPrivate == false)
        #expect(GivenAddress("https://[2606:2800:220:1::1]/")?.isPrivate == false)
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1",
    ])
    func `machines on the internet are reached`(address: String) throws {
        #expect(try #require(IPAddress(address)).isPublic)
    }
}
