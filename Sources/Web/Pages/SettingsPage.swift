import Domain
import Sync

/// The settings page: General, Import, Export, and the Log at the right.
struct SettingsPage: Page {
    var frame: Frame
    var status: Accounts.Status
    var form: SettingsForm
    var faults: [Setting: FieldFault] = [:]
    /// What the vendors offer.
    ///
    /// Empty lists when they can't be asked.
    var choices = Choices()
    var exports: ExportSummary
    var run: Run?
    var heldBack: [Scope: Int] = [:]
    var log: LogPanel
    var notice: Notice?

    private var texts: Texts { frame.texts }

    var html: HTML {
        let account = status.account.id
        var controls = SettingsControls(texts: texts.settings, form: form, faults: faults)
        let imports = ImportSection(frame: frame, status: status, controls: controls, choices: choices)
        controls.attributes = #" form="settings""#
        let export = ExportSection(
            frame: frame,
            status: status,
            controls: controls,
            choices: choices,
            exports: exports
        )
        let general = GeneralSection(frame: frame, status: status, run: run, heldBack: heldBack)
        return frame.page(
            title: status.account.name,
            refreshes: run.map { !$0.state.isFinished } ?? false,
            """
            <h1>\(status.account.name)</h1>
            \(message)
            <div class="columns" data-events="\(Path.events(account))?after=\(log.newest)">
            <div class="settings">
            \(general.html(controls))
            \(imports.html)
            \(export.html)
            <div class="save"><button form="settings">\(texts.settings.save)</button></div>
            </div>
            \(log.html(texts))
            </div>
            """
        )
    }

    private var message: HTML {
        if !faults.isEmpty { return frame.notice(texts.settings.notSaved, isTrouble: true) }
        guard let notice else { return .none }
        guard case .failed(let code) = notice else { return frame.notice(texts.site.notice(notice), isTrouble: false) }
        // What exactly happened is in the log, when it was the account's matter at all.
        let message = log.entries.first { $0.code == code }?.message
        let more: HTML = message.map { "<p>\($0)</p>" } ?? .none
        return frame.notice(texts.site.notice(notice), more: more, isTrouble: true)
    }
}
