import Foundation
import MicroHTTP

/// What a client asks for when it sends a browser to the login page.
struct AuthorizationRequest {
    let clientID: String
    let redirectURI: String
    let state: String?
    let scopes: [String]
    let codeChallenge: String?
    /// Whether the user may choose the company, or the default one is taken without a question.
    let choosesCompany: Bool

    /// Why a request is refused.
    enum Refusal: Error {
        /// The client or its address is unknown: the user sees a page and is sent nowhere.
        case page(String)
        /// The client is told, at its address.
        case redirect(to: String, error: String, state: String?)
    }

    private static let knownScopes: Set<String> = [
        "openid", "profile", "email", "offline_access", "ea:api", "ea:sales", "ea:sales_readonly", "ea:accounting",
        "ea:accounting_readonly", "ea:purchase", "ea:purchase_readonly", "ea:settings", "ea:settings_readonly",
    ]

    /// Checks the query of `/connect/authorize`, or the form that repeats it.
    ///
    /// - Parameters:
    ///   - query: The parameters.
    ///   - registered: The registered redirect URIs; empty allows any on the loopback interface.
    /// - Throws: ``Refusal``.
    init(_ query: Form, registered: Set<String>) throws(Refusal) {
        clientID = query["client_id"] ?? ""
        guard clientID == VendorSandbox.clientID else { throw .page("The client is not known.") }
        redirectURI = query["redirect_uri"] ?? ""
        guard registered.isEmpty ? Self.isLoopback(redirectURI) : registered.contains(redirectURI) else {
            throw .page("The redirect URI is not registered for this client.")
        }
        state = query["state"]
        let scopes = (query["scope"] ?? "").split(separator: " ").map(String.init)
        self.scopes = scopes
        codeChallenge = query["code_challenge"]
        choosesCompany = (query["prompt"] ?? "").split(whereSeparator: { " +".contains($0) }).contains("select_account")

        let error: String? =
            if query["response_type"] != "code" {
                query["response_type"] == nil ? "invalid_request" : "unsupported_response_type"
            } else if !scopes.contains("ea:api") || !Self.knownScopes.isSuperset(of: scopes) {
                "invalid_scope"
            } else if codeChallenge.map({ (43...128).contains($0.utf8.count) }) == false
                || (codeChallenge != nil && query["code_challenge_method"] != "S256")
                || (codeChallenge == nil && query["code_challenge_method"] != nil)
            {
                "invalid_request"
            } else {
                nil
            }
        if let error { throw .redirect(to: redirectURI, error: error, state: state) }
    }

    /// The address to send the browser to with the outcome.
    func address(_ outcome: [(String, String)]) -> String { Self.address(redirectURI, outcome, state: state) }

    static func address(_ redirectURI: String, _ outcome: [(String, String)], state: String?) -> String {
        let fields = outcome + (state.map { [("state", $0)] } ?? [])
        let query = fields.map { "\($0)=\($1.percentEncoded)" }.joined(separator: "&")
        return redirectURI + (redirectURI.contains("?") ? "&" : "?") + query
    }

    private static func isLoopback(_ text: String) -> Bool {
        guard let url = URLComponents(string: text), url.fragment == nil, let scheme = url.scheme, let host = url.host
        else { return false }
        return ["http", "https"].contains(scheme) && ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host)
    }
}

extension String {
    /// The text with everything escaped that is not unreserved in a URL.
    var percentEncoded: String {
        var encoded = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.append(Character(Unicode.Scalar(byte)))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
            }
        }
        return encoded
    }
}
