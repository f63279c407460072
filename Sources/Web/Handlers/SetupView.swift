import Domain
import MicroHTTP
import Sync

/// The decisions of the first visit, and the licence and the token that are entered on the settings page.
struct SetupView: Sendable {
    let accounts: Accounts
    let setup: Setup
    let settings: SettingsView

    func decide(_ page: PageVisit, account: Account.ID, form: Form) async throws -> Response {
        let path = Path.account(account)
        _ = try await accounts.status(of: account)
        switch (form["step"].flatMap(SetupStep.init), form["answer"]) {
        case (.company, "no"):
            let isFree = try await setup.rejectCompany(of: account)
            return .redirect(to: path, saying: .setup(isFree ? .companyRejected : .companyStays), page.client)
        case (.company, "yes"):
            guard try await accounts.status(of: account).connection.company != nil else { throw Problem.notFound }
            try await setup.decide(.company, of: account)
            return .redirect(to: path, saying: .setup(.companyConfirmed), page.client)
        case (let step?, "yes") where step != .firstSync:
            try await setup.decide(step, of: account)
            return .redirect(to: path, saying: .setup(.decided), page.client)
        default:
            throw Problem.invalid([.init(name: "step", fault: .unknown)])
        }
    }

    func saveLicense(_ page: PageVisit, account: Account.ID, form: Form) async throws -> Response {
        let texts = try await settings.texts(page, account)
        // Mail programs break long lines.
        let license = (form[CredentialForms.license] ?? "").filter { !$0.isWhitespace }
        func refused(_ words: String) async throws -> Response {
            try await self.refused(page, account, CredentialForms.license, words)
        }
        guard !license.isEmpty else { return try await refused(texts.settings.fault(.missing)) }
        switch try await setup.state(ofLicense: license, for: account) {
        case .active: break
        case .expired(let end): return try await refused(texts.setup.licenseExpired(texts.language.day(end)))
        case .none, .invalid: return try await refused(texts.setup.licenseInvalid)
        }
        _ = try await accounts.update(account, .init(license: license))
        return .redirect(to: Path.account(account), saying: .setup(.licenseSaved), page.client)
    }

    func saveToken(_ page: PageVisit, account: Account.ID, form: Form) async throws -> Response {
        func trimmed(_ name: String) -> String? {
            let text = (form[name] ?? "").filter { !$0.isWhitespace }
            return text.isEmpty ? nil : text
        }
        func refused(_ words: String) async throws -> Response {
            try await self.refused(page, account, CredentialForms.token, words)
        }
        let texts = try await settings.texts(page, account)
        guard let token = trimmed(CredentialForms.token) else {
            return try await refused(texts.settings.fault(.missing))
        }
        guard token.count <= 255 else { return try await refused(texts.settings.fault(.tooManyCharacters(255))) }
        do {
            _ = try await setup.setOutSmart(token: token, bearer: trimmed(CredentialForms.bearer), of: account)
        } catch let failure as SyncFailure where failure.code != .internalError {
            return try await refused(
                "\(texts.codes.headline(failure.code)): \(failure.message) \(texts.codes.action(failure.code))"
            )
        }
        // What was known of OutSmart came with another token.
        await settings.choices.forget(account)
        return .redirect(to: Path.account(account), saying: .setup(.tokenSaved), page.client)
    }

    /// The page with what is wrong with an entry: the entry itself is never shown.
    private func refused(
        _ page: PageVisit,
        _ account: Account.ID,
        _ field: String,
        _ words: String
    ) async throws -> Response {
        let stored = SettingsForm(try await accounts.settings(of: account))
        return .page(
            try await settings.contents(page, account, stored, .refused(field: field, words: words)),
            status: 422
        )
    }

    /// What the fields for an article's number suggest, as `app.js` puts it into the page.
    func articles(_ page: PageVisit, account: Account.ID) async throws -> Response {
        let choices = try await settings.choices.choices(of: account, notOlderThan: 60)
        let options = choices.articles.map { #"<option value="\#($0.value)">\#($0.name)</option>\#n"# as HTML }
        return Response(
            status: 200,
            headers: ["Content-Type": "text/html; charset=utf-8"],
            body: .bytes(Array(("\(options)" as HTML).markup.utf8))
        )
    }
}
