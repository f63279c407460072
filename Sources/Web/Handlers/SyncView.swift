import Domain
import MicroHTTP
import Sync

/// The buttons that start, stop and allow syncs.
struct SyncView: Sendable {
    let accounts: Accounts
    let history: History
    let syncs: SyncRequests

    func sync(_ page: PageVisit, account: Account.ID, form: Form) async throws -> Response {
        let names = form.values("scope")
        let scopes = names.compactMap(Scope.init)
        guard scopes.count == names.count else { throw Problem.invalid([.init(name: "scope", fault: .noScope)]) }
        if scopes.isEmpty, try await accounts.settings(of: account).enabledScopes.isEmpty {
            return .redirect(to: Path.account(account), saying: .nothingEnabled, page.client)
        }
        return try await started(scopes.isEmpty ? nil : scopes, page, account, saying: nil)
    }

    func cancel(_ page: PageVisit, account: Account.ID, form: Form) async throws -> Response {
        let run = Run.ID(page.visit.parameters.last ?? "")
        guard try await syncs.cancel(run, account) != nil else { throw Problem.notFound }
        return .redirect(to: Path.account(account))
    }

    /// Lets the next sync deactivate what a full read found gone, and asks for that sync.
    func confirm(_ page: PageVisit, account: Account.ID, form: Form) async throws -> Response {
        guard let scope = form["scope"].flatMap(Scope.init) else {
            throw Problem.invalid([.init(name: "scope", fault: .noScope)])
        }
        // Confirmed already, perhaps in another tab: there is nothing left to say.
        guard try await history.heldBack(of: account)[scope] != nil else {
            return .redirect(to: Path.account(account))
        }
        try await history.confirmRemoval(scope, of: account)
        return try await started([scope], page, account, saying: .confirmed)
    }

    private func started(
        _ scopes: [Scope]?,
        _ page: PageVisit,
        _ account: Account.ID,
        saying notice: Notice?
    ) async throws -> Response {
        let path = Path.account(account)
        do throws(SyncFailure) {
            _ = try await syncs.request(account, scopes, .manual)
        } catch {
            guard error.code != .internalError else { throw error }
            return .redirect(to: path, saying: .failed(error.code), page.client)
        }
        return notice.map { .redirect(to: path, saying: $0, page.client) } ?? .redirect(to: path)
    }
}
