import Domain

/// A page of the site.
protocol Page {
    var frame: Frame { get }
    var html: HTML { get }
}

/// What every page has around its content.
struct Frame: Sendable {
    var texts: Texts
    let files: StaticFiles
    /// Who is signed in.
    ///
    /// `nil` before that.
    var holder: Session.Holder?
    /// What the page's forms carry.
    var formToken = ""

    /// The same in the language of an account, if it has one.
    func speaking(_ language: Language?) -> Frame {
        var frame = self
        if let language { frame.texts = .in(language) }
        return frame
    }

    /// A whole page.
    ///
    /// One that `refreshes` shows something under way: without JavaScript it loads itself again.
    func page(title: String, refreshes: Bool = false, _ content: HTML) -> HTML {
        """
        <!doctype html>
        <html lang="\(texts.language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(title) · \(texts.site.product)</title>
        <link rel="icon" href="\(files.link(to: "icon.svg"))" type="image/svg+xml">
        <link rel="stylesheet" href="\(files.link(to: "app.css"))">
        <script src="\(files.link(to: "app.js"))" defer></script>
        <script src="\(files.link(to: "form.js"))" defer></script>
        \(refreshes ? #"<noscript><meta http-equiv="refresh" content="3"></noscript>"# : HTML.none)
        </head>
        <body>
        <a class="skip" href="#content">\(texts.site.skipToContent)</a>
        <header class="top">
        <a class="product" href="\(Path.home.text)">\
        <img src="\(files.link(to: "icon.svg"))" alt="" width="28" height="28">\(texts.site.product)</a>
        \(holder.map(navigation) ?? .none)
        </header>
        <main id="content">
        \(content)
        </main>
        </body>
        </html>

        """
    }

    private func navigation(_ holder: Session.Holder) -> HTML {
        let accounts: HTML =
            holder == .operator ? #"<a href="\#(Path.accounts.text)">\#(texts.site.accounts)</a>"# : .none
        return """
            <nav aria-label="\(texts.site.navigation)">
            \(accounts)
            <a href="\(Path.help.text)">\(texts.setup.help)</a>
            \(form(to: Path.signOut.text, #"<button class="quiet">\#(texts.site.signOut)</button>"#))
            </nav>
            """
    }

    /// The link from a section to its part of the help, which leaves the section as it is filled in.
    func helpLink(_ part: String) -> HTML {
        ##"""
        <a class="help" href="\##(Path.help.text)#\##(part)" target="_blank">\##(texts.setup.whatGoesWhere)\
        <span class="hidden"> (\##(texts.setup.helpInNewTab))</span></a>
        """##
    }

    /// A form that proves where it comes from.
    func form(to path: String, id: String? = nil, label: String? = nil, _ content: HTML) -> HTML {
        let id: HTML = id.map { #" id="\#($0)""# } ?? .none
        let label: HTML = label.map { #" aria-label="\#($0)""# } ?? .none
        return """
            <form method="post" action="\(path)"\(id)\(label)>\
            <input type="hidden" name="\(CrossSiteCheck.field)" value="\(formToken)">
            \(content)
            </form>
            """
    }

    /// A message at the top of a page.
    func notice(_ text: String, more: HTML = .none, isTrouble: Bool) -> HTML {
        """
        <div class="notice\(isTrouble ? " trouble" : HTML.none)" role="\(isTrouble ? "alert" : "status")">
        <p>\(text)</p>
        \(more)
        </div>
        """
    }
}
