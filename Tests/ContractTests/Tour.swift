import Foundation
import RemoteAPI
import Sandbox
import TestSupport

/// A tour through every route of the sandbox's Visma, with whatever each can answer.
///
/// What a gateway would say in Visma's place is left out: no document describes it.
struct Tour: Sendable {
    private(set) var exchanges: [Exchange] = []

    /// The tour, which is taken once for all tests.
    static let taken = Task { try await Tour() }

    private init() async throws {
        try await go(.sampleCompany) { visitor in
            try await visitor.trade()
            try await visitor.readEverything()
            try await visitor.beRefused()
        }
        try await go(.bulk(customers: 3, articles: 3), company: "company-0001") { try await $0.readEverything() }
        try await go(.sampleCompany, company: "norrland") { visitor in
            try await visitor.readEverything()
            // Neither active nor allowed to write.
            let settings = TableName.vismaTable("companysettings", company: "norrland")
            for status in [0, 2] as [JSON] {
                try visitor.sandbox.edit(settings, "norrland", ["CompanyStatus": status])
                try await visitor.callEveryRoute()
            }
        }
        try await go(.empty, requestsPerMinute: 0) { try await $0.callEveryRoute() }
    }

    /// Opens a sandbox and lets someone in who has connected to a company.
    private mutating func go(
        _ seed: VendorSandbox.Seed,
        company: String = "eriksson",
        requestsPerMinute: Int? = nil,
        _ visit: (VismaVisitor) async throws -> Void
    ) async throws {
        let clock = TestClock()
        var options = VendorSandbox.Options(seed: seed)
        options.now = { clock.now }
        options.requestsPerMinute = requestsPerMinute
        let sandbox = try VendorSandbox(options)
        let diary = VismaVisitor.Diary()
        try await withServers([sandbox.visma.answer]) { ports in
            try await visit(
                VismaVisitor(
                    sandbox: sandbox,
                    address: "http://127.0.0.1:\(ports[0])",
                    token: try sandbox.issueTokens(company: company).access,
                    diary: diary
                )
            )
        }
        exchanges += diary.exchanges
    }
}
