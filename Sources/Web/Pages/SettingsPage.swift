import Domain
import Sync

/// The settings page: General, Import, and the Log at the right.
struct SettingsPage {
    var frame: Frame
    var status: Accounts.Status
    var form: SettingsForm
    var faults: [String: FieldFault] = [:]
    var run: Run?
    var heldBack: [Scope: Int] = [:]
    var log: LogPanel
    var notice: Notice?

    private var texts: Texts { frame.texts }

    var html: HTML {
        let account = status.account.id
        let general = GeneralSection(frame: frame, status: status, run: run, heldBack: heldBack)
        return frame.page(
            title: status.account.name,
            refreshes: run.map { !$0.state.isFinished } ?? false,
            """
            <h1>\(status.account.name)</h1>
            \(message)
            <div class="columns" data-events="\(Path.events(account))?after=\(log.newest)">
            <div class="settings">
            \(general.html(isScheduled: form.values["schedule.enabled"] != nil))
            \(importSection)
            <div class="save"><button form="settings">\(texts.save)</button></div>
            </div>
            \(log.html(texts))
            </div>
            """
        )
    }

    private var message: HTML {
        if !faults.isEmpty { return frame.notice(texts.notSaved, isTrouble: true) }
        guard let notice else { return .none }
        guard case .failed(let code) = notice else { return frame.notice(texts.notice(notice), isTrouble: false) }
        // What exactly happened is in the log, when it was the account's matter at all.
        let message = log.entries.first { $0.code == code }?.message
        let more: HTML = message.map { "<p>\($0)</p>" } ?? .none
        return frame.notice(texts.notice(notice), more: more, isTrouble: true)
    }

    private var importSection: HTML {
        let path = Path.settings(status.account.id)
        let fields: HTML = """
            \(box("import.customers", texts.importCustomers, texts.importCustomersHint))
            \(box("import.includeInactive", texts.includeInactive, texts.includeInactiveHint))
            \(changedSince)
            """
        return """
            <section class="card" aria-labelledby="import">
            <h2 id="import">\(texts.importTitle)</h2>
            <p>\(texts.importLead)</p>
            \(frame.form(to: path, id: "settings", label: texts.settings, fields))
            </section>
            """
    }

    private var changedSince: HTML {
        // What was typed stays as it is; a stored time shows its day.
        let value = form.values["import.changedSince"] ?? ""
        let shown = Timestamp.date(value).map(Timestamp.dayText) ?? value
        return Field(
            name: "import.changedSince",
            label: texts.changedSince,
            hint: texts.changedSinceHint,
            fault: faults["import.changedSince"].map(texts.fault),
            attributes: #" type="date" value="\#(shown)""#
        ).html
    }

    private func box(_ name: String, _ label: String, _ hint: String?) -> HTML {
        Field(name: name, label: label, hint: hint, fault: faults[name].map(texts.fault), attributes: .none)
            .box(isTicked: form.values[name] != nil)
    }
}
