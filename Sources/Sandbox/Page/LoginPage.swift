import MicroHTTP

/// The page on which a user of the sandbox's Visma chooses a company and lets a client in.
struct LoginPage {
    let request: AuthorizationRequest
    /// What the browser came with: the form sends it back.
    let parameters: Form
    let companies: [SandboxCompany]

    var html: HTML {
        layout(
            "Sign in",
            """
            <main class="login">
            <h1>Visma sandbox</h1>
            <p>The application <strong>\(request.clientID)</strong> asks for access to your bookkeeping.</p>
            <form method="post" action="/connect/authorize">
            \(hiddenFields)
            \(request.choosesCompany ? chooser : "<p>Company: \(companies.first?.name ?? "")</p>")
            <p>It will be allowed: \(request.scopes.joined(separator: ", ")).</p>
            <button name="decision" value="approve">Approve</button>
            <button name="decision" value="deny">Deny</button>
            </form>
            </main>
            """
        )
    }

    private var hiddenFields: [HTML] {
        parameters.filter { $0.name != "decision" && $0.name != "company" }.map { name, value in
            """
            <input type="hidden" name="\(name)" value="\(value)">

            """
        }
    }

    private var chooser: HTML {
        """
        <fieldset>
        <legend>Company</legend>
        \(companies.enumerated().map { index, company in
            """
            <label><input type="radio" name="company" value="\(company.id)"\(index == 0 ? " checked" : "" as HTML)>
            \(company.name)</label>

            """
        })
        </fieldset>
        """
    }

    static func refusal(_ message: String) -> HTML {
        layout(
            "Sign in",
            """
            <main class="login">
            <h1>Visma sandbox</h1>
            <p>\(message)</p>
            </main>
            """
        )
    }
}
