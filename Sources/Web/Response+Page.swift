import Domain
import MicroHTTP

extension Response {
    /// A page for people, which says what language it is in.
    static func page(_ page: some Page, status: UInt32 = 200) -> Response {
        Response(
            status: status,
            headers: [
                "Content-Type": "text/html; charset=utf-8",
                "Content-Language": page.frame.texts.language.rawValue,
                "Vary": "Accept-Language",
            ],
            body: .bytes(Array(page.html.markup.utf8))
        )
    }

    static func text(_ text: String, status: UInt32 = 200) -> Response {
        Response(
            status: status,
            headers: ["Content-Type": "text/plain; charset=utf-8"],
            body: .bytes(Array("\(text)\n".utf8))
        )
    }

    /// Metrics in Prometheus's text form.
    static func metrics(_ text: String) -> Response {
        Response(
            status: 200,
            headers: ["Content-Type": "text/plain; version=0.0.4; charset=utf-8"],
            body: .bytes(Array(text.utf8))
        )
    }

    static func redirect(to path: String) -> Response {
        Response(status: 303, headers: ["Location": path])
    }
}
