import Crypto
import Domain
import Foundation
import MicroHTTP
import Sync
import Synchronization
import TestSupport
import Testing
import Web

/// The site over real parts, asked without a network: only the vendors are a sandbox.
struct Site: Sendable {
    static let operatorToken = "an operator token for tests"
    static let identityOrigin = "https://identity.example"

    let bench: Bench
    let app: WebApp
    /// What was reported as unexpected.
    let reports = Reports()
    /// What was observed of requests: method, route and status.
    let observations = Observations()
    let isStopping = Switch()

    final class Reports: Sendable {
        private let errors = Mutex<[String]>([])
        var all: [String] { errors.withLock(\.self) }
        func add(_ error: any Error) { errors.withLock { $0.append("\(error)") } }
    }

    final class Observations: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock(\.self) }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    final class Switch: Sendable {
        private let state = Mutex(false)
        var isOn: Bool { state.withLock(\.self) }
        func turnOn() { state.withLock { $0 = true } }
    }

    /// Runs `body` with a new site that has no account yet.
    ///
    /// - Parameters:
    ///   - proxies: Whose word about clients is taken.
    ///   - request: Stands in for asking the engine.
    ///   - patience: How long a page waits for what a vendor offers.
    ///   - body: The test.
    /// - Throws: What `body` throws, or what stood in the way.
    static func open(
        proxies: [String] = [],
        asking request: SyncRequests.Request? = nil,
        patience: Duration = .seconds(8),
        _ body: (Site) async throws -> Void
    ) async throws {
        try await Bench.open(lists: nil) { bench in
            try await body(try Site(bench, proxies, request, patience))
        }
    }

    private init(_ bench: Bench, _ proxies: [String], _ request: SyncRequests.Request?, _ patience: Duration) throws {
        self.bench = bench
        let engine = SyncEngine(office: bench.office, configuration: .init())
        let launches = Mutex<Set<String>>(["first-link"])
        let isStopping = isStopping
        let clock = bench.clock
        let asked: SyncRequests.Request = { account, scopes, trigger async throws(SyncFailure) in
            try await engine.request(account, scopes: scopes, trigger: trigger)
        }
        let services = WebApp.Services(
            accounts: bench.accounts,
            connecting: bench.connecting,
            sessions: Sessions(store: bench.store, now: { clock.now }),
            history: bench.history,
            syncs: SyncRequests(
                request: request ?? asked,
                cancel: { run, account async throws(SyncFailure) in try await engine.cancel(run, of: account) }
            ),
            webhooks: WebhookInbox(office: bench.office, sealing: bench.sealing),
            choices: ChoiceReading(office: bench.office),
            pageChoices: ChoiceReading(office: bench.office, patience: patience),
            exports: Exports(office: bench.office),
            pageWaiting: WaitingReading(
                exports: Exports(office: bench.office),
                now: { clock.now },
                patience: patience
            ),
            setup: Setup(accounts: bench.accounts, connecting: bench.connecting),
            kept: KeptTexts(store: bench.store, sealing: bench.sealing, now: { clock.now }),
            launch: { token in launches.withLock { $0.remove(token) == nil ? nil : .operator } },
            metrics: { "metrics_total 1\n" },
            now: { clock.now },
            isStopping: { isStopping.isOn }
        )
        app = try WebApp(
            services,
            WebApp.Configuration(
                operatorTokenDigest: Array(SHA256.hash(data: Data(Self.operatorToken.utf8))),
                csrfKey: Array(repeating: 7, count: 32),
                publicOrigin: "https://connector.example",
                identityOrigin: Self.identityOrigin,
                publicFolder: Self.publicFolder,
                trustedProxies: proxies
            ),
            observe: { [observations] in observations.add("\($0.method) \($0.route) \($0.status)") },
            report: reports.add
        )
    }

    static let publicFolder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Public").path(percentEncoded: false)

    func answer(_ request: Request) async -> Response { await app.answer(request).response }

    func get(_ target: String) async -> Response { await answer(Request("GET", target)) }

    /// Calls the API.
    func call(
        _ method: String,
        _ target: String,
        _ body: String? = nil,
        token: String? = Site.operatorToken,
        type: String = "application/json"
    ) async -> Reply {
        var request = Request(method, target, body: Array((body ?? "").utf8))
        if let token { request.headers["Authorization"] = "Bearer \(token)" }
        if body != nil { request.headers["Content-Type"] = type }
        let response = await answer(request)
        ServedDescription(of: app)?.expect(response, to: request)
        return Reply(response)
    }
}

/// What the API answered.
struct Reply {
    let response: Response
    let json: [String: Any]?
    let list: [[String: Any]]?

    init(_ response: Response) {
        self.response = response
        let value = try? JSONSerialization.jsonObject(with: Data(response.bytes))
        json = value as? [String: Any]
        list = value as? [[String: Any]]
    }

    var status: UInt32 { response.status }

    subscript(name: String) -> String? { json?[name] as? String }

    /// The fields of a problem document's `errors`.
    var faultyFields: [String] {
        (json?["errors"] as? [[String: Any]] ?? []).compactMap { $0["field"] as? String }
    }
}

extension Response {
    var bytes: [UInt8] { if case .bytes(let bytes) = body { bytes } else { [] } }
    var text: String { String(decoding: bytes, as: UTF8.self) }
}
