import Foundation
import MicroHTTP

/// A browser without JavaScript that keeps cookies and fills in forms; it does not follow redirects.
final class Browser {
    private let site: Site
    private(set) var cookies: [String: String] = [:]
    /// The whole `Set-Cookie` values of the last answer.
    private(set) var setCookies: [String] = []
    private(set) var page = ""
    var isEncrypted = false
    var peer = "192.0.2.1"
    /// What is sent besides cookies.
    var headers: Fields = [:]

    init(_ site: Site) { self.site = site }

    /// A browser in which the operator is signed in.
    static func signedIn(_ site: Site) async -> Browser {
        let browser = Browser(site)
        _ = await browser.get("/sign-in")
        _ = await browser.submit("/sign-in", ["token": Site.operatorToken])
        return browser
    }

    func get(_ target: String) async -> Response { await send("GET", target, []) }

    /// Submits a form with the token that the page's forms carry.
    func submit(_ path: String, _ fields: [String: String] = [:]) async -> Response {
        var fields = fields
        fields["form-token"] = formToken
        return await post(path, fields)
    }

    /// Submits a form as it is filled in.
    func submit(_ path: String, _ form: FilledForm) async -> Response { await post(path, form.fields) }

    /// Posts fields as they are.
    func post(_ path: String, _ fields: [String: String]) async -> Response {
        await post(path, fields.map { (name: $0.key, value: $0.value) })
    }

    private func post(_ path: String, _ fields: [(name: String, value: String)]) async -> Response {
        let body = fields.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
        return await send("POST", path, Array(body.utf8))
    }

    /// The token in the last page that had one.
    private(set) var formToken: String?

    func forget(_ cookie: String) { cookies[cookie] = nil }

    private func send(_ method: String, _ target: String, _ body: [UInt8]) async -> Response {
        var request = Request(method, target, headers: headers, body: body, peer: peer, isEncrypted: isEncrypted)
        if method == "POST" { request.headers["Content-Type"] = "application/x-www-form-urlencoded" }
        if !cookies.isEmpty {
            request.headers["Cookie"] = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        }
        let response = await site.answer(request)
        setCookies = response.headers.values("Set-Cookie")
        for cookie in setCookies { keep(cookie) }
        page = response.text
        if let match = page.firstMatch(of: #/name="form-token" value="([^"]*)"/#) { formToken = String(match.1) }
        return response
    }

    private func keep(_ cookie: String) {
        let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { return }
        cookies[String(pair[0])] = cookie.contains("Max-Age=0") ? nil : String(pair[1])
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
