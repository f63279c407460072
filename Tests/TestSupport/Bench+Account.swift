package import Domain
import Foundation
import Persistence
import RemoteAPI
import Sandbox
package import Sync

extension Bench {
    /// Creates an account with a licence, not connected yet.
    ///
    /// - Parameters:
    ///   - id: The account.
    ///   - books: Whose OutSmart it has; the account's own name by default.
    /// - Returns: The account with its secrets.
    /// - Throws: ``Sync/AccountError``.
    @discardableResult
    package func register(
        _ id: Account.ID,
        books: String? = nil
    ) async throws -> Accounts.Issued {
        let issued = try await accounts.create(
            Accounts.Draft(
                id: id,
                name: "Account \(id)",
                outSmartToken: VendorSandbox.outSmartToken(of: books ?? id.rawValue),
                license: World.license
            )
        )
        if let lists = world.lists { try await change(id) { $0.switchOn(lists) } }
        return issued
    }

    /// Changes an account's settings.
    package func change(_ id: Account.ID = "eriksson", _ edit: (inout Settings) -> Void) async throws {
        var settings = try await accounts.settings(of: id)
        edit(&settings)
        try await accounts.save(settings, of: id)
    }

    /// Creates an account and connects it to the company of the same name, past the login page.
    ///
    /// Ten minutes later than whatever was before: what changed until now is no part of a later sync's overlap.
    package func connect(_ id: Account.ID = "eriksson") async throws {
        clock.advance(by: 600)
        try await register(id)
        try await reconnect(id)
    }

    /// Gives an account that exists a fresh consent, past the login page.
    package func reconnect(_ id: Account.ID = "eriksson") async throws {
        let settings = sandbox.vismaRows("companysettings", company: id.rawValue).first ?? [:]
        let tokens = try sandbox.issueTokens(company: id.rawValue)
        try await store.connect(
            id,
            company: Company(
                id: settings.text("CompanyIdentifier"),
                name: settings.text("Name"),
                hasOrders: settings["ActivatedModules"]?.array?.contains("sales_standard") ?? false
            ),
            tokens: SealedTokens(
                access: try sealing.seal(tokens.access, for: id),
                accessExpiresAt: clock.now.addingTimeInterval(3600),
                refresh: try sealing.seal(tokens.refresh, for: id)
            ),
            at: clock.now
        )
    }

    /// What Visma's login page hands back.
    package struct Callback: Sendable {
        package let state: String?
        package let answer: Connecting.Answer
    }

    /// Goes to Visma's login page and decides there, as a person would.
    package func visit(_ login: String, company: String, decision: String = "approve") async throws -> Callback {
        let visitor = Visitor()
        let page = try await visitor.open(login)
        let end = try await visitor.submit(
            "/connect/authorize",
            on: page,
            ["company": company, "decision": decision]
        )
        let items = URLComponents(url: end.url, resolvingAgainstBaseURL: true)?.queryItems ?? []
        let fields = Dictionary(items.map { ($0.name, $0.value ?? "") }) { $1 }
        let answer: Connecting.Answer =
            fields["code"].map { .code($0) } ?? .error(fields["error"] ?? "", description: fields["error_description"])
        return Callback(state: fields["state"], answer: answer)
    }

    /// Connects an account through the login page, from the button to the stored consent.
    package func connectByLogin(
        _ id: Account.ID,
        company: String,
        session: Session.ID = "browser"
    ) async throws -> Connecting.Outcome {
        let callback = try await visit(try await connecting.begin(id, session: session), company: company)
        return await connecting.finish(state: callback.state, answer: callback.answer, session: session)
    }
}

extension Settings {
    /// Switches these lists on, and the others off.
    package mutating func switchOn(_ lists: Set<Scope>) {
        `import`.customers = lists.contains(.customers)
        `import`.articles = lists.contains(.articles)
        `import`.projects = lists.contains(.projects)
        `import`.orders = lists.contains(.orders)
        export.workOrders = lists.contains(.workOrders)
    }
}
