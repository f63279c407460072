package import Foundation
package import MicroHTTP

extension VendorSandbox {
    /// What the sandbox holds at first, and how it behaves.
    package struct Options: Sendable {
        /// The file that keeps every change, so that a killed process goes on where it was; `nil` keeps nothing.
        package var journal: String?
        package var seed: Seed
        /// How long every answer takes.
        package var latency: Duration = .zero
        /// Decides before each call of a vendor's API what goes wrong with it.
        package var faults: @Sendable (Request) -> Fault? = { _ in nil }
        package var now: @Sendable () -> Date = { Date() }
        /// Visma's limit for each client and route; `nil` lifts it.
        package var requestsPerMinute: Int? = 600
        /// Whether a refresh token is used up by its use, as with Visma's older clients.
        package var rotatesRefreshTokens = false
        /// The redirect URIs that the client has registered; none allows any on the loopback interface.
        package var redirectURIs: Set<String> = []
        /// Fields that Visma refuses to filter by, such as `BuyersOrderReference`, of which nobody knows.
        package var refusedFilters: Set<String> = []

        package init(seed: Seed = .sampleCompany, journal: String? = nil) {
            self.seed = seed
            self.journal = journal
        }
    }

    /// What the books hold before the first call.
    package enum Seed: Sendable, Equatable {
        /// Eriksson Rör & El AB, an installer with a thousand customers, and the small Norrlands Ventilation AB.
        case sampleCompany
        /// The same two companies without a customer, article, project, order or work order.
        case empty
        /// Companies with made-up rows that take no memory; OutSmart's rows are kept as text.
        case bulk(customers: Int, articles: Int, companies: Int = 1)

        var name: String {
            switch self {
            case .sampleCompany: "sampleCompany"
            case .empty: "empty"
            case .bulk(let customers, let articles, let companies): "bulk(\(customers), \(articles), \(companies))"
            }
        }
    }

    /// The OAuth client that the sandbox's Visma knows.
    package static let clientID = "sandbox-client"
    package static let clientSecret = "sandbox-client-secret"
    /// The software token that the sandbox's OutSmart issued for the connector.
    package static let softwareToken = "sandbox-software-token"

    /// The OutSmart token of an account, which bears the identifier of its Visma company.
    package static func outSmartToken(of account: String) -> String { "sandbox-token-\(account)" }
}

/// A company that can be chosen on the login page.
package struct SandboxCompany: Sendable, Equatable {
    /// The identifier of its books, the same on both sides.
    package let id: String
    package let name: String
    package let corporateIdentityNumber: String
    /// Whether it has bought Quote & Order.
    package let hasOrders: Bool

    static let eriksson = SandboxCompany(
        id: "eriksson",
        name: "Eriksson Rör & El AB",
        corporateIdentityNumber: "556677-8899",
        hasOrders: true
    )
    static let norrland = SandboxCompany(
        id: "norrland",
        name: "Norrlands Ventilation AB",
        corporateIdentityNumber: "559012-3453",
        hasOrders: false
    )

    static func companies(of seed: VendorSandbox.Seed) -> [SandboxCompany] {
        guard case .bulk(_, _, let companies) = seed else { return [eriksson, norrland] }
        return (1...max(1, companies)).map { number in
            SandboxCompany(
                id: "company-\(padded(number, 4))",
                name: "Bolag \(number) AB",
                corporateIdentityNumber: "5560\(padded(number / 10_000, 2))-\(padded(number % 10_000, 4))",
                hasOrders: true
            )
        }
    }
}
