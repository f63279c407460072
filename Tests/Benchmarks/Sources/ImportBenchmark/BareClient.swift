import EAccounting
import Foundation
import OutSmart
import RemoteAPI
import Sandbox

/// An import without mapping, store and log: it fetches every page, and posts every batch.
///
/// It uses the connector's own clients, with their prefetching of one page, and posts the rows that an import has
/// posted, ten batches after each page. It keeps nothing of what it fetched, and waits for no request budget.
struct BareClient {
    private let visma: EAccountingClient
    private let outSmart: OutSmartClient
    private let batches: [Batch]

    /// - Parameters:
    ///   - world: The vendors.
    ///   - bodies: The file of the batches that an import has posted: customers, then articles.
    /// - Throws: What is wrong with the file.
    init(_ world: World, bodies: String) throws {
        let company = world.companies[0]
        let transport = Transport.live()
        let token = Secret(company.accessToken)
        visma = EAccountingClient(
            transport: transport,
            baseURL: world.vismaURL + "/v2",
            tokens: AccessTokens(
                current: { () async throws(RemoteAPIError) in token },
                renewed: { _ async throws(RemoteAPIError) in token }
            ),
            budget: RequestBudget(perMinute: 1_000_000_000),
            account: company.id,
            retry: Retry()
        )
        outSmart = OutSmartClient(
            transport: transport,
            baseURL: world.outSmartURL,
            credentials: OutSmartClient.Credentials(
                token: Secret(VendorSandbox.outSmartToken(of: company.id)),
                softwareToken: Secret(VendorSandbox.softwareToken)
            ),
            retry: Retry()
        )
        batches = try RecordedBodies(bodies).map { path, body in try Batch(path, body) }
    }

    func run() async throws {
        var figures = Figures()
        var waiting = batches[...]
        let usage = Usage()
        try await carry(visma.customers(), &waiting, &figures)
        try await carry(visma.articles(), &waiting, &figures)
        figures.seconds = usage.seconds
        figures.processorSeconds = usage.processorSeconds
        try Entrypoint.report(figures)
    }

    private struct Figures: Codable {
        var pages = 0
        var batches = 0
        var seconds = 0.0
        var processorSeconds = 0.0
    }

    private func carry<Row>(
        _ pages: Pages<Page<Row>>,
        _ waiting: inout ArraySlice<Batch>,
        _ figures: inout Figures
    ) async throws {
        let iterator = pages.makeAsyncIterator()
        while try await iterator.next() != nil {
            figures.pages += 1
            for batch in waiting.prefix(10) {
                try await batch.sending(by: outSmart)()
                figures.batches += 1
            }
            waiting = waiting.dropFirst(10)
        }
    }
}

/// Rows as an import has posted them.
private enum Batch {
    case relations([OutSmartClient.Relation])
    case materials([OutSmartClient.Material])

    /// - Throws: `CocoaError` when the rows would not be posted as the very same bytes.
    init(_ path: String, _ body: Data) throws {
        let copy: Data
        switch path {
        case "/relations/":
            let rows = try WireJSON.decode([OutSmartClient.Relation].self, from: body).map(\.withEmptyTexts)
            (self, copy) = (.relations(rows), WireJSON.encode(rows, keys: .asNamed))
        case "/materials/":
            let rows = try WireJSON.decode([OutSmartClient.Material].self, from: body).map(\.withEmptyTexts)
            (self, copy) = (.materials(rows), WireJSON.encode(rows, keys: .asNamed))
        default: throw CocoaError(.fileReadCorruptFile)
        }
        guard copy == body else { throw CocoaError(.fileReadCorruptFile) }
    }

    func sending(by client: OutSmartClient) -> OutSmartClient.Sending {
        switch self {
        case .relations(let rows): client.sending(rows)
        case .materials(let rows): client.sending(rows)
        }
    }
}

// What is read of OutSmart knows no empty texts, but an import sends them.

extension OutSmartClient.Relation {
    fileprivate var withEmptyTexts: Self {
        var row = self
        for text in [\Self.country, \.contact, \.phoneNumber, \.mobile, \.email, \.vatNumber, \.kvkNumber, \.remark] {
            row[keyPath: text] = row[keyPath: text] ?? ""
        }
        return row
    }
}

extension OutSmartClient.Material {
    fileprivate var withEmptyTexts: Self {
        var row = self
        row.barcode = row.barcode ?? ""
        row.note = row.note ?? ""
        return row
    }
}
