import Domain
import Sync

/// The forms for the licence and the OutSmart token: what is entered here is never shown again.
struct CredentialForms {
    var frame: Frame
    var status: Accounts.Status
    /// Whether OutSmart refused the token when it was last asked.
    var isTokenRefused = false
    /// What is wrong with what was entered.
    var fault: (field: String, words: String)?

    // What the parts are called, in links and in forms.
    static let license = "license"
    static let token = "outsmart-token"
    static let bearer = "outsmart-bearer"

    private var texts: Texts { frame.texts }
    private var account: Account.ID { status.account.id }

    var html: HTML { "\(licenseForm)\(tokenForm)" }

    private var licenseForm: HTML {
        let field = field(Self.license, texts.setup.license, texts.accounts.licenseHint, #" rows="3""#)
        return details(
            Self.license,
            status.license == .none ? texts.setup.enterLicense : texts.setup.replaceLicense,
            isOpen: !status.license.isActive || fault?.field == Self.license,
            frame.form(
                to: Path.license(account),
                "\(field.area(""))<button class=\"secondary\">\(texts.setup.saveLicense)</button>"
            )
        )
    }

    private var tokenForm: HTML {
        let secret: HTML = #" type="password" required maxlength="255""#
        let hint = "\(texts.accounts.outSmartTokenHint) \(texts.setup.tokenSecret)"
        let token = field(Self.token, texts.accounts.outSmartToken, hint, secret)
        let bearer = field(
            Self.bearer,
            texts.accounts.outSmartBearer,
            texts.accounts.outSmartBearerHint,
            #" type="password""#
        )
        return details(
            Self.token,
            isTokenRefused ? texts.setup.enterToken : texts.setup.replaceToken,
            isOpen: isTokenRefused || fault?.field == Self.token,
            frame.form(
                to: Path.outSmart(account),
                """
                \(token.html)\(bearer.html)
                <button class="secondary">\(texts.setup.saveToken)</button>
                """
            )
        )
    }

    private func field(_ name: String, _ label: String, _ hint: String, _ attributes: HTML) -> Field {
        Field(
            name: name,
            label: label,
            hint: hint,
            fault: fault?.field == name ? fault?.words : nil,
            attributes: #"\#(attributes) autocomplete="off" spellcheck="false""#
        )
    }

    private func details(_ id: String, _ name: String, isOpen: Bool, _ content: HTML) -> HTML {
        """
        <details class="credential" id="\(id)"\(HTML.attribute("open", if: isOpen))>
        <summary>\(name)</summary>
        \(content)
        </details>

        """
    }
}
