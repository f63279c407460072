import Foundation
import OutSmart
import RemoteAPI
import Synchronization
import Testing

@Suite struct PDFTests {
    /// A client whose transport answers with PDFs, or redirects once, and the addresses that it asked for.
    private final class Files: Sendable {
        private let asked = Mutex<[String]>([])
        private let answers: @Sendable (Int) -> Transport.Reply

        var addresses: [String] { asked.withLock { $0 } }

        init(_ answers: @escaping @Sendable (Int) -> Transport.Reply = { _ in .pdf }) { self.answers = answers }

        func client(api: String) -> OutSmartClient {
            let transport = Transport { call async throws(RemoteAPIError) in
                #expect(call.answerLimit == 5 << 20)
                #expect(call.authorization == nil)
                #expect(!"\(call)".contains("sheet_id"))
                return self.answers(
                    self.asked.withLock { asked in
                        asked.append(call.url.revealed)
                        return asked.count
                    }
                )
            }
            return OutSmartClient(
                transport: transport,
                baseURL: api,
                credentials: .init(token: Secret("t0k3n"), softwareToken: Secret("s0ft"), bearer: Secret("b")),
                retry: Retry()
            )
        }
    }

    @Test(arguments: [
        ("http://www.werkbonapp.nl/mailpdf.php?sheet_id=1", "https://www.werkbonapp.nl/mailpdf.php?sheet_id=1"),
        ("https://files.out-smart.com/a.pdf", "https://files.out-smart.com/a.pdf"),
        ("http://outsmart.test/a?sheet_id=1", "https://outsmart.test/a?sheet_id=1"),
    ])
    func `fetches by https from OutSmart's own places`(address: String, asked: String) async throws {
        let files = Files()
        #expect(try await files.client(api: "https://outsmart.test/openapi/8").pdf(at: Secret(address)).count == 8)
        #expect(files.addresses == [asked])
    }

    @Test func `a local API may have local files`() async throws {
        let files = Files()
        _ = try await files.client(api: "http://127.0.0.1:81/openapi/8").pdf(at: Secret("http://localhost:81/a"))
        #expect(files.addresses == ["http://localhost:81/a"])
    }

    @Test(arguments: [
        "https://evil.test/a.pdf", "https://out-smart.com.evil.test/", "https://xout-smart.com/", "http://127.0.0.1/a",
        "http://169.254.169.254/", "file:///etc/passwd", "ftp://out-smart.com/", "//out-smart.com/", "", "a b",
        "https://evil@out-smart.com/", "https://out-smart.com:22/", "https://outsmart.test:8080/",
        "https://out-smart.com@evil.test/",
    ])
    func `asks nobody else`(address: String) async {
        let files = Files()
        let error = await #expect(throws: RemoteAPIError.self) {
            _ = try await files.client(api: "https://outsmart.test/openapi/8").pdf(at: Secret(address))
        }
        #expect(files.addresses.isEmpty)
        #expect(error?.isTransient == false)
    }

    @Test func `follows a redirect within OutSmart and none that leads out`() async throws {
        let inside = Files { $0 == 1 ? .init(status: 302, headers: ["location": "/b?sheet_id=2"]) : .pdf }
        _ = try await inside.client(api: "https://outsmart.test").pdf(at: Secret("https://app.out-smart.com/a"))
        #expect(inside.addresses == ["https://app.out-smart.com/a", "https://app.out-smart.com/b?sheet_id=2"])
        let outside = Files { _ in .init(status: 302, headers: ["location": "http://169.254.169.254/"]) }
        await #expect(throws: RemoteAPIError.self) {
            _ = try await outside.client(api: "https://outsmart.test").pdf(at: Secret("https://app.out-smart.com/a"))
        }
        #expect(outside.addresses.count == 1)
        let circle = Files { _ in .init(status: 302, headers: ["location": "/a"]) }
        await #expect(throws: RemoteAPIError.unreadable(reason: "the PDF is redirected too often")) {
            _ = try await circle.client(api: "https://outsmart.test").pdf(at: Secret("https://app.out-smart.com/a"))
        }
        #expect(circle.addresses.count == 4)
    }

    @Test func `takes nothing for a PDF that does not begin like one`() async {
        let files = Files { _ in .init(status: 200, body: Data("<html>".utf8)) }
        await #expect(throws: RemoteAPIError.unreadable(reason: "the file is no PDF")) {
            _ = try await files.client(api: "https://outsmart.test").pdf(at: Secret("https://outsmart.test/a"))
        }
    }
}

extension Transport.Reply {
    fileprivate static let pdf = Transport.Reply(status: 200, body: Data("%PDF-1.7".utf8))
}
