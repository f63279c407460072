import Domain
import Sync

/// A step of the first visit, in the order in which they are taken.
enum GuideStep: String, CaseIterable, Sendable {
    case license, token, connect, company, imports, exportStart, firstSync
}

/// What leads through the first visit: which steps are done, and what to do next.
struct SetupGuide {
    var frame: Frame
    var status: Accounts.Status
    var decided: Set<SetupStep>
    /// Whether OutSmart refused the token when it was last asked.
    var isTokenRefused: Bool

    private var texts: SetupTexts { frame.texts.setup }
    private var account: Account.ID { status.account.id }

    /// The first step that is not done.
    var current: GuideStep? { GuideStep.allCases.first { !isDone($0) } }

    private func isDone(_ step: GuideStep) -> Bool {
        switch step {
        case .license: status.license.isActive
        case .token: !isTokenRefused
        case .connect: status.connection.state == .connected
        case .company: status.connection.company != nil && decided.contains(.company)
        case .imports: decided.contains(.imports)
        case .exportStart: decided.contains(.exportStart)
        case .firstSync: decided.contains(.firstSync)
        }
    }

    /// The guide, until everything was decided and the first sync has ended well.
    var html: HTML {
        guard decided != Set(SetupStep.allCases) else { return .none }
        let done = GuideStep.allCases.filter(isDone).count
        return """
            <section class="card guide" id="guide" aria-labelledby="guide-title">
            <div class="head"><h2 id="guide-title">\(texts.title)</h2>
            <p class="hint">\(texts.progress(done, GuideStep.allCases.count))</p></div>
            <ol>
            \(GuideStep.allCases.map(item))</ol>
            </section>
            """
    }

    private func item(_ step: GuideStep) -> HTML {
        let name = texts.step(step)
        if isDone(step) {
            return "<li class=\"done\"><span>\(name)</span> <span class=\"state\">\(texts.done)</span></li>\n"
        }
        guard step == current else { return "<li class=\"later\"><span>\(name)</span></li>\n" }
        let link: HTML =
            texts.jump(step).map { ##"<a class="button secondary" href="#\##(Self.place(of: step))">\##($0)</a>"## }
            ?? .none
        return """
            <li class="now" aria-current="step"><h3>\(name)</h3>
            <p>\(texts.advice(step))</p>
            \(company(step))
            <div class="actions">\(link)\(decision(step))</div></li>

            """
    }

    private func company(_ step: GuideStep) -> HTML {
        guard step == .company, let company = status.connection.company else { return .none }
        let number: HTML =
            company.registrationNumber.map { "<span class=\"hint\">\(texts.registrationNumber) \($0)</span>" } ?? .none
        return """
            <p class="company"><strong>\(company.name)</strong> \(number)</p>
            <p>\(texts.isThisTheCompany)</p>
            """
    }

    private func decision(_ step: GuideStep) -> HTML {
        switch step {
        case .company where status.connection.company != nil:
            let no = button(texts.noDisconnect, "no", isSecondary: true)
            return "\(form(.company, "\(button(texts.yes, "yes"))\(no)"))"
        case .imports: return form(.imports, button(texts.importsAreRight, "yes"))
        case .exportStart: return form(.exportStart, button(texts.exportStartIsRight, "yes"))
        default: return .none
        }
    }

    private func form(_ step: SetupStep, _ buttons: HTML) -> HTML {
        frame.form(
            to: Path.setup(account),
            #"<input type="hidden" name="step" value="\#(step.rawValue)">\#n<div class="actions">\#(buttons)</div>"#
        )
    }

    private func button(_ name: String, _ answer: String, isSecondary: Bool = false) -> HTML {
        let look: HTML = isSecondary ? #" class="secondary""# : .none
        return #"<button\#(look) name="answer" value="\#(answer)">\#(name)</button>"#
    }

    private static func place(of step: GuideStep) -> String {
        switch step {
        case .license: CredentialForms.license
        case .token: CredentialForms.token
        case .connect, .firstSync: "actions"
        case .company: "guide"
        case .imports: "import"
        case .exportStart: Field.id(of: Setting.completedSince.rawValue)
        }
    }
}
