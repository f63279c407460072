/// The page that asks for the operator token.
struct SignInPage: Page {
    enum Fault { case wrongToken, usedLink, cookieMissing }

    var frame: Frame
    var fault: Fault?
    var notice: Notice?

    var html: HTML {
        let texts = frame.texts.signIn
        let token = Field(
            name: "token",
            label: texts.operatorToken,
            hint: texts.operatorTokenHint,
            fault: fault == .wrongToken ? texts.wrongToken : nil,
            attributes: #" type="password" autocomplete="current-password" required autofocus"#
        )
        return frame.page(
            title: texts.title,
            """
            <section class="card narrow">
            <h1>\(texts.title)</h1>
            \(message)
            \(frame.form(to: Path.signIn.text, "\(token.html)<button>\(texts.title)</button>"))
            </section>
            """
        )
    }

    private var message: HTML {
        switch fault {
        case .usedLink: return frame.notice(frame.texts.signIn.usedLink, isTrouble: true)
        case .cookieMissing: return frame.notice(frame.texts.signIn.cookieMissing, isTrouble: true)
        case .wrongToken: return .none
        case nil:
            return notice.map { frame.notice(frame.texts.site.notice($0), isTrouble: $0.isTrouble) } ?? .none
        }
    }
}
