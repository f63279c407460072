/// The page that asks for the operator token.
struct SignInPage {
    enum Fault { case wrongToken, usedLink, cookieMissing }

    var frame: Frame
    var fault: Fault?
    var notice: Notice?

    var html: HTML {
        let texts = frame.texts
        let token = Field(
            name: "token",
            label: texts.operatorToken,
            hint: texts.operatorTokenHint,
            fault: fault == .wrongToken ? texts.wrongToken : nil,
            attributes: #" type="password" autocomplete="current-password" required autofocus"#
        )
        return frame.page(
            title: texts.signIn,
            """
            <section class="card narrow">
            <h1>\(texts.signIn)</h1>
            \(message)
            \(frame.form(to: Path.signIn.text, "\(token.html)<button>\(texts.signIn)</button>"))
            </section>
            """
        )
    }

    private var message: HTML {
        switch fault {
        case .usedLink: return frame.notice(frame.texts.usedLink, isTrouble: true)
        case .cookieMissing: return frame.notice(frame.texts.cookieMissing, isTrouble: true)
        case .wrongToken: return .none
        case nil:
            return notice.map { frame.notice(frame.texts.notice($0), isTrouble: $0.isTrouble) } ?? .none
        }
    }
}
