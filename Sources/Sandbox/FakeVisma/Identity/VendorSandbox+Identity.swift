import Foundation
import MicroHTTP

extension VendorSandbox {
    static let codes = TableName.identity("codes")

    /// Answers at `/connect/…`: the login page, tokens, and revocation.
    func answerIdentity(_ request: Request, _ books: inout Books, now: Date) -> Response {
        switch (request.method, request.path) {
        case ("GET", "/connect/authorize"): showLogin(request.query)
        case ("POST", "/connect/authorize"): decide(Form(decoding: request.body), &books, now: now)
        case ("POST", "/connect/token"): issueTokens(request, &books, now: now)
        case ("POST", "/connect/revocation"): revokeToken(request, &books)
        case (_, "/connect/authorize"): Response(status: 405, headers: ["Allow": "GET, POST"])
        case (_, "/connect/token"), (_, "/connect/revocation"): Response(status: 405, headers: ["Allow": "POST"])
        default: Response(status: 404)
        }
    }

    // MARK: - Consent

    private func showLogin(_ query: Form) -> Response {
        do throws(AuthorizationRequest.Refusal) {
            let wanted = try AuthorizationRequest(query, registered: options.redirectURIs)
            return .page(LoginPage(request: wanted, parameters: query, companies: companies).html)
        } catch {
            return response(to: error)
        }
    }

    private func decide(_ form: Form, _ books: inout Books, now: Date) -> Response {
        do throws(AuthorizationRequest.Refusal) {
            let wanted = try AuthorizationRequest(form, registered: options.redirectURIs)
            guard form["decision"] == "approve" else {
                return .found(wanted.address([("error", "access_denied")]))
            }
            let chosen = wanted.choosesCompany ? companies.first { $0.id == form["company"] } : companies.first
            guard let chosen else { throw .page("Choose a company.") }
            let code = Data(randomBytes(32)).base64URL
            books.put(
                [
                    "client": .string(wanted.clientID), "company": .string(chosen.id),
                    "scope": .string(wanted.scopes.joined(separator: " ")),
                    "redirectURI": .string(wanted.redirectURI),
                    "challenge": wanted.codeChallenge.map(JSON.string) ?? nil,
                    "expires": .string(Stamp.text(now.addingTimeInterval(300))),
                ],
                at: code,
                in: Self.codes
            )
            return .found(wanted.address([("code", code)]))
        } catch {
            return response(to: error)
        }
    }

    private func response(to refusal: AuthorizationRequest.Refusal) -> Response {
        switch refusal {
        case .page(let message): .page(LoginPage.refusal(message), status: 400)
        case .redirect(let address, let error, let state):
            .found(AuthorizationRequest.address(address, [("error", error)], state: state))
        }
    }
}

extension Response {
    /// Sends the browser on.
    static func found(_ address: String) -> Response { Response(status: 302, headers: ["Location": address]) }
}
