import EAccounting
import Foundation
import RemoteAPI
import Sandbox

/// The least that any import has to do: fetch every page, and post every batch.
///
/// It uses the connector's own way to the network and its own prefetching of one page, and posts the very bytes that
/// an import has posted, ten batches after each page. It neither reads what it fetched nor keeps anything: no JSON, no
/// mapping, no store, no log, no request budget.
struct BareClient {
    private let world: World
    private let company: World.Company
    private let bodies: String
    private let pages: Int
    private let transport = Transport.live()

    /// - Parameters:
    ///   - world: The vendors.
    ///   - bodies: The file of the batches that an import has posted: customers, then articles.
    ///   - pages: The pages of each list, 1,000 records each.
    init(_ world: World, bodies: String, pages: Int) {
        self.world = world
        self.bodies = bodies
        self.pages = pages
        company = world.companies[0]
    }

    func run() async throws {
        var batches = try RecordedBodies(bodies)
        let usage = Usage()
        var figures = Figures()
        for list in ["customers", "articles"] {
            let iterator = Pages<Nothing> { page async throws(RemoteAPIError) in
                try await fetch(list, page)
            }
            .makeAsyncIterator()
            while try await iterator.next() != nil {
                figures.pages += 1
                for _ in 0..<10 {
                    guard let batch = try batches.next() else { continue }
                    try await post(batch.body, to: batch.path)
                    figures.batches += 1
                }
            }
        }
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

    private struct Nothing: Decodable {}

    private func fetch(_ list: String, _ page: Int) async throws(RemoteAPIError) -> Page<Nothing> {
        var url = RequestURL(base: world.vismaURL, path: "/v2/\(list)")
        url.append("$page", String(page))
        url.append("$pagesize", "1000")
        var call = Transport.Call(method: "GET", route: "GET /\(list)", url: url)
        call.authorization = Secret("Bearer \(company.accessToken)")
        try expectSuccess(try await transport.send(call))
        let meta = Meta(
            currentPage: page,
            pageSize: 1000,
            totalPages: pages,
            totalResults: 1000 * pages,
            serverTime: .distantPast
        )
        return Page(meta: meta, rows: [])
    }

    private func post(_ body: Data, to path: String) async throws {
        var url = RequestURL(base: world.outSmartURL, path: path)
        url.append("token", secret: Secret(VendorSandbox.outSmartToken(of: company.id)))
        url.append("software_token", secret: Secret(VendorSandbox.softwareToken))
        var call = Transport.Call(method: "POST", route: "POST \(path)", url: url)
        call.headers = [("Content-Type", "application/json")]
        call.body = body
        try expectSuccess(try await transport.send(call))
    }

    private func expectSuccess(_ reply: Transport.Reply) throws(RemoteAPIError) {
        guard reply.status == 200 else { throw .unreadable(reason: "HTTP \(reply.status)") }
    }
}
