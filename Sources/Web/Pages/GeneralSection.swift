import Domain
import Sync

/// The section General: company, licence, connection, and the sync with its progress.
///
/// The parts with an identifier are also sent to open pages whenever they change.
struct GeneralSection {
    var frame: Frame
    var status: Accounts.Status
    var run: Run?
    var heldBack: [Scope: Int]

    private var texts: GeneralTexts { frame.texts.general }
    private var account: Account.ID { status.account.id }
    private var isConnected: Bool { status.connection.state == .connected }

    /// The section, with the forms for licence and token.
    func html(_ controls: SettingsControls, credentials: HTML) -> HTML {
        let languages = [("", texts.browsersLanguage)] + Language.allCases.map { ($0.rawValue, $0.name) }
        return """
            <section class="card" aria-labelledby="general">
            <div class="head"><h2 id="general">\(texts.title)</h2>\(frame.helpLink("general"))</div>
            <div id="facts">\(facts)</div>
            <div id="actions" class="actions">\(actions)</div>
            <p id="run-state" role="status">\(runState)</p>
            <div id="run-steps">\(runSteps)</div>
            <div id="held-back">\(heldBackForms)</div>
            \(controls.box(.schedule))
            \(controls.select(.language, languages))
            \(controls.line(.webhookURL, #" type="url""#))
            \(controls.secret(.webhookSecret))
            \(credentials)</section>
            """
    }

    /// What may be different from when the page was made.
    ///
    /// Each part replaces the content of the one on the page.
    var liveParts: HTML {
        """
        <div id="facts">\(facts)</div>
        <div id="actions">\(actions)</div>
        <p id="run-state">\(runState)</p>
        <div id="run-steps">\(runSteps)</div>
        <div id="held-back">\(heldBackForms)</div>
        """
    }

    // MARK: - Connection

    private var facts: HTML {
        let connection = status.connection
        let company = connection.company.map { company in
            [company.name, company.registrationNumber].compactMap { $0 }.joined(separator: ", ")
        }
        return """
            <dl class="facts">
            <div><dt>\(texts.company)</dt><dd>\(company ?? texts.noCompany)</dd></div>
            <div><dt>\(texts.connectionTitle)</dt>\
            <dd class="state\(connection.state == .connected ? " good" : connection.state == .expired ? " trouble" : HTML.none)">\(texts.connection(connection.state))</dd></div>
            <div><dt>\(texts.licenseTitle)</dt>\
            <dd class="state \(status.license.isActive ? "good" : "trouble" as HTML)">\(texts.license(status.license))</dd></div>
            </dl>
            \(advice.map { "<p class=\"advice\">\($0)</p>" } ?? HTML.none)
            """
    }

    /// The next step, as long as there is one to take.
    private var advice: String? {
        if !status.license.isActive { return texts.licenseAdvice }
        switch status.connection.state {
        case .disconnected: return texts.connectAdvice
        case .expired: return texts.reconnectAdvice
        case .connected: return run == nil ? texts.firstSyncAdvice : nil
        }
    }

    private var actions: HTML {
        var forms: [HTML] = []
        if isConnected && status.license.isActive {
            let isUnderWay = run.map { !$0.state.isFinished } ?? false
            if isUnderWay, let run {
                let path = Path.cancel(account, run.id)
                forms.append(frame.form(to: path, #"<button class="secondary">\#(texts.cancelSync)</button>"#))
            } else {
                forms.append(frame.form(to: Path.sync(account), "<button>\(texts.syncNow)</button>"))
            }
        }
        if isConnected {
            let button: HTML = #"<button class="secondary">\#(texts.disconnect)</button>"#
            forms.append(frame.form(to: Path.disconnect(account), button))
        } else if status.license.isActive {
            let label = status.connection.state == .expired ? texts.reconnect : texts.connect
            forms.append(frame.form(to: Path.connect(account), "<button>\(label)</button>"))
        }
        return "\(forms)"
    }

    // MARK: - Run

    private var runState: HTML {
        guard let run else { return .none }
        let time = HTML.time(run.finishedAt ?? run.startedAt ?? run.queuedAt, frame.texts.language)
        guard let problem = run.problem else { return "\(texts.run(run.state)) \(time)" }
        return """
            <span class="trouble">\(texts.run(run.state)) \(time): \(frame.texts.event(problem.code, problem.message))</span> \
            \(frame.texts.codes.action(problem.code))
            """
    }

    private var runSteps: HTML {
        guard let run else { return .none }
        let items = run.steps.map { step -> HTML in
            let name = frame.texts.site.scope(step.scope)
            let total = step.total.map { max($0, 1) }
            let progress: HTML =
                switch (step.state, total) {
                case (.running, let total?):
                    #"<progress aria-label="\#(name)" max="\#(total)" value="\#(min(step.counts.read, total))"></progress>"#
                case (.running, nil): #"<progress aria-label="\#(name)"></progress>"#
                default: .none
                }
            return """
                <li class="step \(step.state.rawValue)">
                <span class="name">\(name)</span> <span\(HTML.trouble(if: step.isTrouble))>\(texts.step(step.state))</span>
                \(progress)
                <span class="counts">\(texts.counts(step))</span>
                </li>

                """
        }
        return "<ul class=\"steps\">\n\(items)</ul>"
    }

    private var heldBackForms: HTML {
        let forms = Scope.allCases.compactMap { scope -> HTML? in
            guard let count = heldBack[scope] else { return nil }
            let fields: HTML = """
                <p>\(texts.heldBack(scope, count))</p>
                <input type="hidden" name="scope" value="\(scope.rawValue)">
                <button class="secondary">\(texts.confirmRemoval)</button>
                """
            return "<div class=\"notice trouble\">\(frame.form(to: Path.confirm(account), fields))</div>"
        }
        return "\(forms)"
    }
}

extension Run.Step {
    fileprivate var isTrouble: Bool { state == .failed || state == .partial }
}
