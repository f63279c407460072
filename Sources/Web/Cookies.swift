import Foundation
import MicroHTTP

/// The cookies of this site.
///
/// On an encrypted connection their names begin with `__Host-`: no other host can set them then.
enum Cookie: String {
    /// Opens the session.
    case session
    /// Names the session after its end, when it opens nothing: tells a form that is sent too late from a stranger's.
    case former
    /// Ties the sign-in form to the browser, which has no session yet.
    case visitor
    /// What the next page says about what was just done, as a code.
    case notice
    /// Where a form is kept that was sent after its session had ended.
    case kept

    private func name(_ client: Client) -> String { (client.isSecure ? "__Host-" : "") + rawValue }

    /// The value in a request.
    func value(in request: Request, from client: Client) -> String? {
        let name = name(client)
        for header in request.headers.values("Cookie") {
            for pair in header.split(separator: ";") {
                let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if halves.count == 2, halves[0].drop(while: { $0 == " " }) == name { return String(halves[1]) }
            }
        }
        return nil
    }

    /// The header value that sets the cookie for so long; 0 seconds remove it.
    func setting(_ value: String, for seconds: Int, to client: Client) -> String {
        let secure = client.isSecure ? "; Secure" : ""
        return "\(name(client))=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax\(secure)"
    }
}

extension Response {
    /// Adds a cookie.
    func setting(_ cookie: Cookie, to value: String, for seconds: Int, _ client: Client) -> Response {
        var response = self
        response.headers.append("Set-Cookie", cookie.setting(value, for: seconds, to: client))
        return response
    }

    /// Removes a cookie.
    func clearing(_ cookie: Cookie, _ client: Client) -> Response { setting(cookie, to: "", for: 0, client) }
}

/// A random text that nobody can guess.
enum RandomText {
    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return bytes.hexadecimal
    }
}

extension Sequence<UInt8> {
    /// Two digits for each byte.
    var hexadecimal: String { map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }
}
