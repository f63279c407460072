import Domain
import MicroHTTP
import Sync

/// The list of accounts, with the form that adds one.
struct AccountListPage: Page {
    /// The form as it was filled in.
    struct Input {
        var values: [String: String] = [:]

        init() {}

        init(_ form: Form) {
            for name in ["name", "id", "outsmart.token", "outsmart.bearer", "license"] {
                values[name] = form[name].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
            }
        }

        var draft: Accounts.Draft {
            Accounts.Draft(
                id: values["id"].map { Account.ID($0) },
                name: values["name"] ?? "",
                outSmartToken: values["outsmart.token"] ?? "",
                outSmartBearer: values["outsmart.bearer"],
                license: values["license"]
            )
        }
    }

    var frame: Frame
    var accounts: [Accounts.Status]
    var input = Input()
    var faults: [String: FieldFault] = [:]

    private var texts: AccountTexts { frame.texts.accounts }

    var html: HTML {
        frame.page(
            title: frame.texts.site.accounts,
            """
            <h1>\(frame.texts.site.accounts)</h1>
            \(accounts.isEmpty ? "<p class=\"empty\">\(texts.noAccounts)</p>" : list)
            <section class="card" aria-labelledby="add">
            <h2 id="add">\(texts.addAccount)</h2>
            \(frame.form(to: Path.accounts.text, addForm))
            </section>
            """
        )
    }

    private var list: HTML {
        let rows = accounts.map { status -> HTML in
            let company = status.connection.company?.name ?? "–"
            return """
                <tr>
                <th scope="row"><a href="\(Path.account(status.account.id))">\(status.account.name)</a></th>
                <td>\(company)</td>
                <td\(HTML.trouble(if: status.connection.state == .expired))>\(frame.texts.general.connection(status.connection.state))</td>
                <td\(HTML.trouble(if: !status.license.isActive))>\(frame.texts.general.license(status.license))</td>
                </tr>

                """
        }
        return """
            <div class="card scrolls" tabindex="0" role="region" aria-label="\(frame.texts.site.accounts)">
            <table>
            <thead><tr><th scope="col">\(texts.account)</th><th scope="col">\(frame.texts.general.company)</th>\
            <th scope="col">\(frame.texts.general.connectionTitle)</th><th scope="col">\(frame.texts.general.licenseTitle)</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            </div>
            """
    }

    private var addForm: HTML {
        """
        \(field("name", texts.accountName, texts.accountNameHint, #" required maxlength="255" autocomplete="off""#))
        \(field("outsmart.token", texts.outSmartToken, texts.outSmartTokenHint, #" required autocomplete="off""#))
        <details>
        <summary>\(texts.moreFields)</summary>
        \(field("id", texts.accountID, texts.accountIDHint, #" maxlength="64" autocomplete="off""#))
        \(field("outsmart.bearer", texts.outSmartBearer, texts.outSmartBearerHint, #" autocomplete="off""#))
        \(field("license", frame.texts.general.licenseTitle, texts.licenseHint, #" autocomplete="off""#))
        </details>
        <button>\(texts.addAccount)</button>
        """
    }

    private func field(_ name: String, _ label: String, _ hint: String?, _ attributes: HTML) -> HTML {
        let value = input.values[name] ?? ""
        return Field(
            name: name,
            label: label,
            hint: hint,
            fault: faults[name].map(frame.texts.settings.fault),
            attributes: #"\#(attributes) value="\#(value)""#
        ).html
    }
}

extension HTML {
    /// The class of what needs attention.
    static func trouble(if applies: Bool) -> HTML { applies ? #" class="trouble""# : .none }
}

/// The page that shows a new account's secrets, this once.
struct NewAccountPage: Page {
    var frame: Frame
    var issued: Accounts.Issued

    var html: HTML {
        let texts = frame.texts.accounts
        let account = issued.status.account
        return frame.page(
            title: texts.accountAdded,
            """
            <section class="card narrow">
            <h1>\(texts.accountAdded)</h1>
            <p>\(texts.secretsOnce)</p>
            <dl>
            <dt>\(texts.apiKey)</dt><dd><code>\(issued.apiKey)</code></dd>
            <dt>\(texts.webhookSecret)</dt><dd><code>\(issued.webhookSecret)</code></dd>
            </dl>
            <p><a class="button" href="\(Path.account(account.id))">\(texts.goTo(account.name))</a></p>
            </section>
            """
        )
    }
}
