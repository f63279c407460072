import RemoteAPI
import Sandbox
import TestSupport
import Testing

@Suite(.needsDocument) struct AnswerTests {
    @Test func `every answer of the sandbox is what the document says, but for what is known`() async throws {
        let document = try APIDocument.read()
        var found: Departures = [:]
        for exchange in try await Tour.taken.value.exchanges { found.add(document.departures(ofAnswer: exchange)) }
        expect(found, toBe: KnownDepartures.ofAnswers)
    }

    @Test func `the sandbox has no route that the document lacks, and wants the same scopes`() throws {
        let document = try APIDocument.read()
        for route in VismaRoute.all {
            let operation = document.operation(route.method, "/" + route.pathToNothing)?.operation
            #expect(operation?.scopes == Set(route.scopes), "\(route.name)")
        }
    }

    @Test func `the tour visits every route, with each status that it can answer`() async throws {
        let document = try APIDocument.read()
        var visited: [String: Set<Int>] = [:]
        for exchange in try await Tour.taken.value.exchanges {
            guard let operation = document.operation(exchange.method, exchange.path)?.operation else { continue }
            visited[operation.name.withoutNames, default: []].insert(exchange.status)
        }
        for route in VismaRoute.all {
            let operation = document.operation(route.method, "/" + route.pathToNothing)?.operation
            let successes = (operation?.answers ?? [:]).keys.filter { (200..<300).contains($0) }
            let missing = route.refusals.union(successes).subtracting(visited[route.name.withoutNames] ?? [])
            #expect(missing == [], "\(route.name)")
        }
    }
}

extension String {
    /// This path with its parameters unnamed: the sandbox calls them otherwise than the document.
    fileprivate var withoutNames: String { replacing(/{[^}]*}/, with: "{}") }
}

extension VismaRoute {
    /// The statuses of the refusals that a route of this kind has; others may occur.
    fileprivate var refusals: Set<Int> {
        var statuses: Set = [401, 403, 429, 500]
        let writes = ["POST", "PUT"].contains(method)
        if isList || writes { statuses.insert(400) }
        if isOfOneRecord || pattern.hasPrefix("salesdocumentattachments/") { statuses.insert(404) }
        // Each has a number that no other may have.
        if writes, ["customers", "articles", "projects"].contains(where: pattern.hasPrefix) { statuses.insert(409) }
        return statuses
    }
}
