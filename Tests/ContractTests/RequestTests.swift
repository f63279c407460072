import EAccounting
import Foundation
import RemoteAPI
import TestSupport
import Testing

@Suite(.needsDocument) struct RequestTests {
    /// What the client sent when its callers filled in what is required, everything, and some of it.
    private static let sent = Task {
        let document = try APIDocument.read()
        let fillings = [Filling(.required, seed: 0), Filling(.everything, seed: 0)]
        var (exchanges, routes): ([Exchange], Set<String>) = ([], [])
        for (seed, filling) in (fillings + (1...8).map { Filling(.some, seed: $0) }).enumerated() {
            let visma = DocumentedVisma(document, seed: seed)
            var calls = ClientCalls(client: visma.client, filling: filling)
            try await calls.makeAll()
            exchanges += visma.exchanges
            routes.formUnion(visma.routes)
        }
        return (exchanges: exchanges, routes: routes)
    }

    @Test func `whatever the client sends is what the document says, but for what is known`() async throws {
        let document = try APIDocument.read()
        var found: Departures = [:]
        for exchange in try await Self.sent.value.exchanges { found.add(document.departures(ofRequest: exchange)) }
        expect(found, toBe: KnownDepartures.ofRequests)
    }

    @Test func `every endpoint that the client's sources name is called`() async throws {
        let called = try await Self.sent.value.routes
        let named = try ClientSources.routes()
        #expect(named.count > 20)
        for route in named {
            let isCalled = called.contains { route.hasSuffix("*") ? $0.hasPrefix(route.dropLast()) : $0 == route }
            #expect(isCalled, "Nothing calls \(route).")
        }
    }

    @Test func `consent and tokens are asked for where the document says, and let in every call`() async throws {
        let document = try APIDocument.read()
        let recorder = CallRecorder()
        let authorization = Authorization(
            transport: recorder.wire(Transport { _ in .init(status: 200, body: Data(#"{"access_token": "t"}"#.utf8)) }),
            identityURL: "https://identity.vismaonline.com",
            clientID: "c",
            clientSecret: Secret("s"),
            redirectURI: "https://connector.test/oauth/callback"
        )
        let flow = document.authorizationFlow
        var url = try #require(URLComponents(string: authorization.authorizeURL(state: "s", codeChallenge: "c")))
        let scopes = Set(
            url.queryItems?.first { $0.name == "scope" }?.value?.split(separator: " ").map(String.init) ?? []
        )
        url.query = nil
        #expect(url.string == flow["authorizationUrl"]?.text)
        #expect(scopes.contains("ea:api"))
        #expect(scopes.subtracting((flow["scopes"]?.members ?? [:]).keys) == [])
        _ = try await authorization.tokens(code: "c", codeVerifier: "v")
        _ = try await authorization.tokens(refreshing: Secret("r"))
        let asked = recorder.calls("POST /connect/token").map(\.url.revealed)
        #expect(asked == [flow["tokenUrl"]?.text, flow["refreshUrl"]?.text])

        let operations = try await Self.sent.value.exchanges.compactMap { exchange in
            document.operation(exchange.method, exchange.path)?.operation
        }
        #expect(Set(operations.filter { $0.scopes.isDisjoint(with: scopes) }.map(\.name)) == [])
    }
}
