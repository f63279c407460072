import MicroHTTP

/// What browsers are told on every answer.
struct SecurityHeaders: Sendable {
    private let headers: [Fields.Element]
    private let onHTTPS: Fields.Element = ("Strict-Transport-Security", "max-age=31536000")

    /// Creates the headers.
    ///
    /// - Parameter identityOrigin: Where *Connect* leads. Chromium holds `form-action` against redirects, too.
    init(identityOrigin: String) {
        let policy = [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
            "connect-src 'self'", "form-action 'self' \(identityOrigin)", "frame-ancestors 'none'", "base-uri 'none'",
        ]
        headers = [
            ("Content-Security-Policy", policy.joined(separator: "; ")),
            ("X-Content-Type-Options", "nosniff"),
            // Not `no-referrer`: that would make browsers send `Origin: null` with our own forms.
            ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ]
    }

    /// The response with the headers, and with what keeps it out of caches unless it says more itself.
    func added(to response: Response, for client: Client) -> Response {
        var response = response
        if response.headers["Cache-Control"] == nil { response.headers.append("Cache-Control", "no-store") }
        for (name, value) in headers { response.headers.append(name, value) }
        if client.isSecure { response.headers.append(onHTTPS.name, onHTTPS.value) }
        return response
    }
}
