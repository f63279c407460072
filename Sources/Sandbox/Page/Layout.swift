import MicroHTTP

/// The frame of every page of the sandbox.
func layout(_ title: String, _ content: HTML) -> HTML {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title) – Sandbox</title>
    <link rel="stylesheet" href="/sandbox.css">
    </head>
    <body>
    \(content)
    </body>
    </html>
    """
}

extension Response {
    /// A page of the sandbox.
    static func page(_ html: HTML, status: UInt32 = 200) -> Response {
        Response(
            status: status,
            headers: [
                "Content-Type": "text/html; charset=utf-8",
                "Cache-Control": "no-store",
                "X-Content-Type-Options": "nosniff",
                "X-Frame-Options": "DENY",
                // No form-action: the login form ends at the client's address.
                "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'",
            ],
            body: .text(html.markup)
        )
    }

    static let stylesheet = Response(
        status: 200,
        headers: ["Content-Type": "text/css; charset=utf-8", "Cache-Control": "max-age=3600"],
        body: .text(
            """
            :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 25%, transparent); }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
            body { background: light-dark(#fff, #121212); color: light-dark(#1a1a1a, #eee); }
            a { color: light-dark(#0645ad, #9ecbff); }
            main.login { max-width: 26rem; margin: 4rem auto; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
            .scroll { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; font-size: .9rem; }
            th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
            td { overflow-wrap: anywhere; }
            fieldset { border: 1px solid var(--line); border-radius: .4rem; margin: 1rem 0; }
            label { display: block; margin: .4rem 0; }
            input[type=text], input[type=search] { font: inherit; padding: .3rem .5rem; width: 100%; box-sizing: border-box; }
            button { font: inherit; padding: .5rem 1.2rem; margin-right: .5rem; }
            fieldset.row { display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); gap: 0 1rem; }
            form.inline { display: inline-block; margin: .25rem 0; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; }
            """
        )
    )
}
