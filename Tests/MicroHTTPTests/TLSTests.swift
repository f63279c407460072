import Foundation
import MicroHTTP
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct TLSTests {
    @Test func `serves over TLS, whole bodies, files and streams`() async throws {
        let text = String(repeating: "0123456789", count: 30_000)
        let file = try TemporaryFile(Array(text.utf8))
        try await withServer(.init(identity: try identity(), bodyLimit: 300_000)) { request in
            switch request.path {
            case "/file": .now(Response(status: 200, body: .file(path: file.path)))
            case "/stream":
                .now(
                    Response(
                        status: 200,
                        body: .stream { writer in
                            for _ in 0..<30_000 { try? await writer.write("0123456789".utf8) }
                        }
                    )
                )
            case "/later":
                .later {
                    await Task.yield()
                    return .text(text)
                }
            default: .text("\(request.isEncrypted) \(request.body.count)")
            }
        } perform: { port in
            let echo = await curl(port, "/", options: "--data-binary @\(file.path)")
            #expect(echo == "true 300000")
            for path in ["/file", "/stream", "/later"] {
                let body = await curl(port, path)
                #expect(body == text, "\(path)")
            }
        }
    }

    @Test func `refuses a malformed request over TLS`() async throws {
        try await withServer(.init(identity: try identity())) { _ in
            .text("served")
        } perform: { port in
            // The scanner is the same as without TLS, and has seen them all there.
            for malformed in stride(from: 0, to: Malformed.requests.count, by: 5).map({ Malformed.requests[$0] }) {
                let reply = try await exchange(port, malformed.bytes)
                #expect(reply.isRefusal, "\(malformed.name): \(reply)")
            }
        }
    }

    @Test func `gives a handshake as long as a head`() async throws {
        let deadlines = HTTPServer.Deadlines(head: .milliseconds(200))
        try await withServer(.init(identity: try identity(), deadlines: deadlines)) { _ in
            .text("")
        } perform: { port in
            let client = try Client(port: port)
            await client.send([0x16, 0x03, 0x01])
            #expect(await client.receive() == nil)
        }
    }

    @Test func `says that an identity is unusable`() async throws {
        let good = try identity()
        let other = HTTPServer.Identity(certificate: "nonsense", key: "nonsense")
        let server = HTTPServer(configuration: .init(identity: other)) { _ in .text("") }
        await #expect(throws: HTTPServerError.unusableIdentity) { try await server.run() }
        #expect("\(good)" == "<redacted>")
    }

    @Test func `closes no descriptor of somebody else when it cannot start`() async throws {
        let nonsense = HTTPServer.Identity(certificate: "nonsense", key: "nonsense")
        let server = HTTPServer(configuration: .init(identity: nonsense)) { _ in .text("") }
        for _ in 0..<50 {
            let isOver = Atomic(false)
            async let opened = onThread {
                // Takes every number that becomes free.
                var opened: [CInt] = []
                while !isOver.load(ordering: .acquiring), opened.count < 2_000 {
                    opened.append(unsafe open("/dev/null", O_RDONLY | O_CLOEXEC))
                }
                return opened
            }
            try? await server.run()
            isOver.store(true, ordering: .releasing)
            let descriptors = await opened
            let lost = descriptors.filter { close($0) != 0 }
            #expect(lost.isEmpty)
        }
    }

    /// A certificate that is good for this test only.
    private func identity() throws -> HTTPServer.Identity {
        let (certificate, key) = (try TemporaryFile([]), try TemporaryFile([]))
        _ = run(
            """
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost \
                -keyout \(key.path) -out \(certificate.path) 2>&1
            """
        )
        return HTTPServer.Identity(
            certificate: try String(contentsOfFile: certificate.path, encoding: .utf8),
            key: try String(contentsOfFile: key.path, encoding: .utf8)
        )
    }

    private func curl(_ port: UInt16, _ path: String, options: String = "") async -> String {
        await onThread { run("curl --silent --insecure --max-time 20 \(options) https://127.0.0.1:\(port)\(path)") }
    }

    /// Sends bytes over TLS, and returns what comes back before the end.
    private func exchange(_ port: UInt16, _ bytes: [UInt8]) async throws -> String {
        let input = try TemporaryFile(bytes)
        return await onThread {
            run("openssl s_client -connect 127.0.0.1:\(port) -quiet -servername localhost 2>/dev/null <\(input.path)")
        }
    }
}
