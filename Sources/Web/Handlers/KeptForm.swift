import Domain
import MicroHTTP
import Sync

/// Keeps a settings form that was sent after its session had ended, until its sender has signed in again.
struct KeptForm: Sendable {
    let texts: KeptTexts

    /// How long it is kept, in seconds.
    private static let lifetime = 3_600

    /// Where a form is kept, as the cookie says it: on which account's page it belongs, and the key that takes it out.
    struct Place {
        var account: Account.ID
        var key: String

        init?(of visit: Visit) {
            let parts = Cookie.kept.value(in: visit.request, from: visit.client)?.split(separator: ".", maxSplits: 1)
            guard let parts, parts.count == 2 else { return nil }
            (account, key) = (Account.ID(String(parts[0])), String(parts[1]))
            // It becomes part of a path.
            guard account.isWellFormed else { return nil }
        }
    }

    /// Keeps the form and sends the browser to the sign-in page.
    ///
    /// - Returns: `nil` when there is no such account.
    func keep(_ visit: Visit, account: Account.ID, form: Form) async throws -> Response? {
        guard account.isWellFormed else { return nil }
        let body = String(decoding: visit.request.body, as: UTF8.self)
        guard let key = try? await texts.keep(body, of: account, for: Double(Self.lifetime)) else { return nil }
        return .redirect(to: Path.signIn.text, saying: .setup(.formKept), visit.client)
            .setting(.kept, to: "\(account).\(key)", for: Self.lifetime, visit.client)
    }

    /// Takes out the form that was kept for this page.
    func take(_ visit: Visit, account: Account.ID) async throws(SyncFailure) -> Form? {
        guard let place = Place(of: visit), place.account == account else { return nil }
        return try await texts.take(place.key, of: account).map { Form(decoding: $0) }
    }
}
