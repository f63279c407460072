import EAccounting
import Foundation
import RemoteAPI
import Synchronization
import TestSupport

/// A Visma that answers whatever its document allows, and keeps what went over the wire.
final class DocumentedVisma: Sendable {
    /// Every list has this many rows, on two pages.
    static let rowsPerList = 4

    private let document: APIDocument
    private let maker: Mutex<ExampleMaker>
    private let kept = Mutex<[(call: Transport.Call, exchange: Exchange)]>([])

    init(_ document: APIDocument, seed: Int) {
        self.document = document
        maker = Mutex(ExampleMaker(document: document, random: SeededGenerator(seed: seed)))
    }

    var exchanges: [Exchange] { kept.withLock { $0.map(\.exchange) } }
    /// The routes that were called, as the client names them: `GET /customers/{id}`.
    var routes: Set<String> { kept.withLock { Set($0.map(\.call.route)) } }

    var client: EAccountingClient {
        let pauses = Pauses()
        return EAccountingClient(
            transport: Transport { call async throws(RemoteAPIError) in self.answer(call) },
            baseURL: "https://visma.test/v2",
            tokens: AccessTokens(current: { Secret("t") }, renewed: { _ in Secret("t") }),
            budget: RequestBudget(perMinute: 600, timing: pauses.timing),
            account: "a1",
            retry: Retry(timing: pauses.timing)
        )
    }

    private func answer(_ call: Transport.Call) -> Transport.Reply {
        let asked = Exchange(call, Transport.Reply(status: 404))
        let reply = answer(asked)
        kept.withLock { $0.append((call, Exchange(call, reply))) }
        return reply
    }

    private func answer(_ asked: Exchange) -> Transport.Reply {
        guard let operation = document.operation(asked.method, asked.path)?.operation,
            let (status, schema) = operation.answers.first(where: { (200..<300).contains($0.key) })
        else {
            let complaint = #"{"DeveloperErrorMessage": "The document lacks \(asked.method) \(asked.path)."}"#
            return Transport.Reply(status: 404, body: Data(complaint.utf8))
        }
        var answer = maker.withLock { maker in schema.map { maker.value(of: $0) } }
        // Only a page has this member.
        answer?["Meta"]?["CurrentPage"] = .number(asked.page)
        answer?["Meta"]?["TotalNumberOfPages"] = .number(2)
        let body = answer.flatMap { try? JSONEncoder().encode($0) } ?? Data()
        return Transport.Reply(status: status, headers: ["content-type": "application/json"], body: body)
    }
}

extension Exchange {
    /// The page of a list that was asked for.
    fileprivate var page: Decimal { query.first { $0.name == "$page" }?.value.flatMap { Decimal(string: $0) } ?? 1 }
}
