import Foundation
import MicroHTTP
import Sandbox
import Synchronization

/// A clock that stands still until it is moved.
final class TestClock: Sendable {
    private let moment = Mutex(Date(timeIntervalSince1970: 1_763_802_000))

    var now: Date { moment.withLock { $0 } }
    func advance(by seconds: Double) { moment.withLock { $0 += seconds } }
}

/// A client of the sandbox that speaks HTTP messages, as any outside program would.
struct Client {
    static let redirectURI = "http://localhost:8080/oauth/callback"
    static let allScopes = "ea:api offline_access ea:sales ea:accounting"

    let sandbox: VendorSandbox
    let clock: TestClock
    var token = ""

    /// Opens a sandbox and signs in to a company.
    init(
        _ seed: VendorSandbox.Seed = .empty,
        journal: String? = nil,
        company: String = "eriksson",
        scopes: String = Self.allScopes,
        clock: TestClock = TestClock(),
        change: (inout VendorSandbox.Options) -> Void = { _ in }
    ) async throws {
        var options = VendorSandbox.Options(seed: seed, journal: journal)
        options.now = { clock.now }
        change(&options)
        sandbox = try VendorSandbox(options)
        self.clock = clock
        token = try sandbox.issueTokens(company: company, scopes: scopes.split(separator: " ").map(String.init)).access
    }

    // MARK: - Visma

    func send(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> Reply {
        let request = Request(
            method,
            "/v2/" + path.replacing(" ", with: "%20"),
            headers: ["Authorization": "Bearer \(token)", "Content-Type": "application/json"],
            body: body?.bytes ?? []
        )
        return Reply(try await sandbox.visma.response(to: request))
    }

    func get(_ path: String) async throws -> Reply { try await send("GET", path) }
    func post(_ path: String, _ body: JSON) async throws -> Reply { try await send("POST", path, body) }
    func put(_ path: String, _ body: JSON) async throws -> Reply { try await send("PUT", path, body) }
    func delete(_ path: String) async throws -> Reply { try await send("DELETE", path) }

    /// Posts a form to the identity server.
    func postForm(
        _ path: String,
        _ fields: [(String, String)],
        secret: String? = VendorSandbox.clientSecret
    ) async throws -> Reply {
        var headers: Fields = ["Content-Type": "application/x-www-form-urlencoded"]
        if let secret {
            headers["Authorization"] = "Basic " + Data("\(VendorSandbox.clientID):\(secret)".utf8).base64EncodedString()
        }
        let request = Request("POST", path, headers: headers, body: Array(Self.query(fields).utf8))
        return Reply(try await sandbox.visma.response(to: request))
    }

    // MARK: - OutSmart

    func outSmart(_ method: String, _ path: String, _ body: JSON? = nil, account: String = "eriksson") async throws
        -> Reply
    {
        let query = "token=\(VendorSandbox.outSmartToken(of: account))&software_token=\(VendorSandbox.softwareToken)"
        let target = "/openapi/8/\(path)\(path.contains("?") ? "&" : "?")\(query)"
        let request = Request(method, target, headers: ["Host": "localhost:9"], body: body?.bytes ?? [])
        return Reply(try await sandbox.outSmart.response(to: request))
    }

    static func query(_ fields: [(String, String)]) -> String {
        fields.map { name, value in
            let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
            return "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
        }.joined(separator: "&")
    }
}

/// An answer, read.
struct Reply {
    let status: UInt32
    let headers: Fields
    let text: String
    let json: JSON

    init(_ response: Response) {
        status = response.status
        headers = response.headers
        let bytes: [UInt8] = if case .bytes(let bytes) = response.body { bytes } else { [] }
        text = String(decoding: bytes, as: UTF8.self)
        json = (try? JSON(parsing: bytes)) ?? .null
    }

    subscript(name: String) -> JSON { json.object?[name] ?? .null }

    /// The records of a page.
    var data: [JSONObject] { self["Data"].array?.compactMap(\.object) ?? [] }
    /// Visma's error code.
    var errorCode: Int? { self["ErrorCode"].int }
    /// The fields that a Visma error names.
    var fields: [String] { self["Errors"].array?.compactMap { $0.object?.text("Field") } ?? [] }
    /// OutSmart's code and messages.
    var code: Int? { self["code"].int }
    var messages: [String] { self["messages"].array?.map(\.text) ?? [] }
    /// The rows of an OutSmart answer.
    var rows: [JSONObject] { self["response"].array?.compactMap(\.object) ?? [] }
}
