import Crypto
import Domain
import Foundation
import MicroHTTP
import Sync

/// Lets requests through to the handlers that their senders may reach.
///
/// In the route table the gate's function says who that is.
struct Gate: Sendable {
    let accounts: Accounts
    let sessions: Sessions
    let crossSite: CrossSiteCheck
    let operatorTokenDigest: [UInt8]
    /// Refused bearer tokens: wide enough for a misconfigured script, too narrow for guessing.
    let refusedTokens: AttemptLimit

    /// Whether a text is the operator's token; takes equally long for every wrong one.
    func isOperatorToken(_ token: String) -> Bool {
        SHA256.hash(data: Data(token.utf8)) == Data(operatorTokenDigest)
    }

    /// The session that a request's cookie opens.
    func session(of visit: Visit) async throws -> (cookie: String, session: Session)? {
        guard let cookie = Cookie.session.value(in: visit.request, from: visit.client),
            let session = try await sessions.session(cookie: cookie)
        else { return nil }
        return (cookie, session)
    }
}

// MARK: - Pages

/// A request from a browser that is signed in.
struct PageVisit: Sendable {
    let visit: Visit
    let session: Session
    let cookie: String
    /// What the forms on the page carry.
    let formToken: String

    var request: Request { visit.request }
    var client: Client { visit.client }
}

extension Gate {
    typealias PageHandler = @Sendable (PageVisit) async throws -> Response
    typealias AccountPageHandler = @Sendable (PageVisit, Account.ID) async throws -> Response
    typealias FormHandler = @Sendable (PageVisit, Form) async throws -> Response
    typealias AccountFormHandler = @Sendable (PageVisit, Account.ID, Form) async throws -> Response

    /// A page for everyone who is signed in.
    func page(_ handler: @escaping PageHandler) -> Route.Handler {
        .later { visit in
            if let page = try await signedIn(visit) { return try await handler(page) }
            guard visit.request.method == "POST" else { return .redirect(to: Path.signIn.text) }
            return .redirect(to: Path.signIn.text, saying: .sessionEnded, visit.client)
        }
    }

    /// A page for the operator.
    func operatorPage(_ handler: @escaping PageHandler) -> Route.Handler {
        page { page in
            guard page.session.holder == .operator else { throw Problem.forbidden }
            return try await handler(page)
        }
    }

    /// A page of the account in the path.
    func accountPage(_ handler: @escaping AccountPageHandler) -> Route.Handler {
        page { page in try await handler(page, try Self.account(in: page.visit, for: page.session.holder)) }
    }

    /// A form of everyone who is signed in.
    func form(_ handler: @escaping FormHandler) -> Route.Handler {
        page { page in
            let form = try Form(of: page.request)
            try crossSite.verify(page.request, form: form, secret: page.cookie)
            return try await handler(page, form)
        }
    }

    /// A form of the operator.
    func operatorForm(_ handler: @escaping FormHandler) -> Route.Handler {
        form { page, form in
            guard page.session.holder == .operator else { throw Problem.forbidden }
            return try await handler(page, form)
        }
    }

    /// A form on a page of the account in the path.
    ///
    /// - Parameters:
    ///   - handler: Answers it.
    ///   - keep: Keeps a form that this site made, when it is sent after its session has ended.
    /// - Returns: The handler for the route.
    func accountForm(
        _ handler: @escaping AccountFormHandler,
        orKeep keep: (@Sendable (Visit, Account.ID, Form) async throws -> Response?)? = nil
    ) -> Route.Handler {
        let handler = form { page, form in
            try await handler(page, try Self.account(in: page.visit, for: page.session.holder), form)
        }
        guard let keep, case .later(let respond) = handler else { return handler }
        return .later { visit in
            if try await session(of: visit) == nil,
                let cookie = Cookie.former.value(in: visit.request, from: visit.client)
            {
                let form = try Form(of: visit.request)
                try crossSite.verify(visit.request, form: form, secret: cookie)
                let account = Account.ID(visit.parameters.first ?? "")
                if let response = try await keep(visit, account, form) { return response }
            }
            return try await respond(visit)
        }
    }

    private func signedIn(_ visit: Visit) async throws -> PageVisit? {
        guard let (cookie, session) = try await session(of: visit) else { return nil }
        return PageVisit(visit: visit, session: session, cookie: cookie, formToken: crossSite.token(for: cookie))
    }

    /// The account in the path, when its holder may see it.
    static func account(in visit: Visit, for holder: Session.Holder) throws(Problem) -> Account.ID {
        let account = Account.ID(visit.parameters.first ?? "")
        guard holder.reaches(account) else { throw .forbidden }
        return account
    }
}

extension Session.Holder {
    /// Whether the account may be seen and changed.
    func reaches(_ account: Account.ID) -> Bool {
        switch self {
        case .operator: true
        case .account(let own): own == account
        }
    }
}

extension Form {
    /// The form in a request's body.
    init(of request: Request) throws(Problem) {
        guard request.mediaType == "application/x-www-form-urlencoded" || request.body.isEmpty else {
            throw .unsupportedType("application/x-www-form-urlencoded")
        }
        self.init(decoding: request.body)
    }
}

extension Request {
    /// The type of the body, in lower case and without parameters.
    var mediaType: String? {
        headers["Content-Type"].map { type in
            type.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }.lowercased()
        }
    }
}
