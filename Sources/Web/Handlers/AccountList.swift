import Domain
import MicroHTTP
import Sync

/// The list of accounts, and adding one.
struct AccountList: Sendable {
    let accounts: Accounts
    let frame: @Sendable (PageVisit) -> Frame
    let settings: SettingsView

    /// The only account's settings page, or the list.
    func home(_ page: PageVisit) async throws -> Response {
        switch page.session.holder {
        case .account(let own): return try await settings.show(page, account: own)
        case .operator:
            let list = try await accounts.list()
            if list.count == 1 { return try await settings.show(page, account: list[0].account.id) }
            return response(page, list)
        }
    }

    func show(_ page: PageVisit) async throws -> Response {
        response(page, try await accounts.list())
    }

    func create(_ page: PageVisit, form: Form) async throws -> Response {
        let input = AccountListPage.Input(form)
        let issued: Accounts.Issued
        do {
            issued = try await accounts.create(input.draft)
        } catch {
            var faults: [String: FieldFault] = [:]
            switch error {
            case .invalid(let field, let fault): faults[field] = .account(fault)
            case .exists: faults["id"] = .taken
            case .unknown, .store: throw error
            }
            let list = try await accounts.list()
            return .page(
                AccountListPage(frame: frame(page), accounts: list, input: input, faults: faults),
                status: faults["id"] == .taken ? 409 : 422
            )
        }
        // The secrets are shown here and nowhere else: no redirect.
        return .page(NewAccountPage(frame: frame(page), issued: issued), status: 201)
    }

    private func response(_ page: PageVisit, _ list: [Accounts.Status]) -> Response {
        .page(AccountListPage(frame: frame(page), accounts: list)).clearingNotice(of: page.visit)
    }
}
