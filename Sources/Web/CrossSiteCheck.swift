import Crypto
import Foundation
import MicroHTTP

/// Tells forms of this site from those that another site made a browser send.
struct CrossSiteCheck: Sendable {
    /// The name of the field that carries the token.
    static let field = "form-token"

    private let key: SymmetricKey
    private let publicOrigin: String

    /// Creates the check.
    ///
    /// - Parameters:
    ///   - key: What tokens are derived with: the same in every process behind one address.
    ///   - publicOrigin: Scheme, host and port under which browsers know this site.
    init(key: [UInt8], publicOrigin: String) {
        self.key = SymmetricKey(data: key)
        self.publicOrigin = publicOrigin
    }

    /// The token that the forms shown to one browser carry.
    ///
    /// The secret is what only that browser knows, such as its session cookie.
    func token(for secret: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: message(secret), using: key)
        return Data(code).base64EncodedString()
    }

    /// Refuses a form that is not this browser's own.
    func verify(_ request: Request, form: Form, secret: String) throws(Problem) {
        guard comesFromHere(request),
            let code = form[Self.field].flatMap({ Data(base64Encoded: $0) }),
            HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: message(secret), using: key)
        else { throw .crossSite }
    }

    /// What the browser itself says, as far as it says something.
    private func comesFromHere(_ request: Request) -> Bool {
        if let site = request.headers["Sec-Fetch-Site"], site != "same-origin", site != "none" { return false }
        guard let origin = request.headers["Origin"] else { return true }
        if origin == publicOrigin { return true }
        guard let host = request.headers["Host"] else { return false }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }

    private func message(_ secret: String) -> Data { Data("form:\(secret)".utf8) }
}
