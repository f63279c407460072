import Foundation
import Persistence
import Sandbox

/// What lies outside the process that is measured: both vendors, and the consent of each company.
struct World: Codable, Sendable {
    var vismaURL: String
    var outSmartURL: String
    /// Seals the secrets, also those of a process that opens the same store later.
    var key: String
    var companies: [Company]

    struct Company: Codable, Sendable {
        /// The company at Visma and the account at OutSmart.
        var id: String
        var accessToken: String
        var refreshToken: String
    }

    init(file: String) throws {
        self = try JSONDecoder().decode(World.self, from: Data(contentsOf: URL(filePath: file)))
    }

    init(_ sandbox: VendorSandbox, _ addresses: VendorSandbox.Addresses) throws {
        vismaURL = "http://127.0.0.1:\(addresses.vismaPort)"
        outSmartURL = "http://127.0.0.1:\(addresses.outSmartPort)/openapi/8"
        key = Sealing.Key.generate().base64
        companies = try sandbox.companies.map { company in
            let tokens = try sandbox.issueTokens(company: company.id)
            return Company(id: company.id, accessToken: tokens.access, refreshToken: tokens.refresh)
        }
    }

    /// Serves a sandbox and prints the world, until the process is killed.
    ///
    /// - Parameters:
    ///   - customers: How many customers each company has.
    ///   - articles: How many articles each company has.
    ///   - companies: How many companies there are.
    ///   - requestsPerMinute: Visma's limit for each route; 0 lifts it.
    /// - Throws: What keeps the sandbox from being served.
    static func serve(customers: Int, articles: Int, companies: Int, requestsPerMinute: Int) async throws {
        let seed = VendorSandbox.Seed.bulk(customers: customers, articles: articles, companies: companies)
        var options = VendorSandbox.Options(seed: seed)
        options.requestsPerMinute = requestsPerMinute > 0 ? requestsPerMinute : nil
        let sandbox = try VendorSandbox(options)
        try await sandbox.run { addresses in
            do { try Entrypoint.report(World(sandbox, addresses)) } catch { fatalError("\(error)") }
        }
    }
}
