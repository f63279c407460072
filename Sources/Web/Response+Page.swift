import MicroHTTP

extension Response {
    static func page(_ html: HTML, status: UInt32 = 200) -> Response {
        Response(
            status: status,
            headers: ["Content-Type": "text/html; charset=utf-8"],
            body: .bytes(Array(html.markup.utf8))
        )
    }

    static func text(_ text: String, status: UInt32 = 200) -> Response {
        Response(
            status: status,
            headers: ["Content-Type": "text/plain; charset=utf-8"],
            body: .bytes(Array("\(text)\n".utf8))
        )
    }

    static func redirect(to path: String) -> Response {
        Response(status: 303, headers: ["Location": path])
    }
}
