import Domain
import Sync

/// The settings page: the first steps as long as there are any, General, Import, Export, and the Log at the right.
struct SettingsPage: Page {
    var frame: Frame
    var status: Accounts.Status
    var form: SettingsForm
    var attempt = Attempt.none
    /// What was decided of the first visit.
    var decided = Set(SetupStep.allCases)
    /// What the vendors offer.
    ///
    /// Empty lists when they can't be asked.
    var choices = Choices()
    var exports: ExportSummary
    var run: Run?
    var heldBack: [Scope: Int] = [:]
    var log: LogPanel
    var notice: Notice?
    /// What the Save before this page changed.
    var changes: [SettingChange] = []

    /// What became of the form that was sent.
    enum Attempt {
        case none
        /// It is wrong, and nothing was saved.
        case wrong([Setting: FieldFault])
        /// Someone else saved before, and nothing was saved.
        case late
        /// It was sent after its session had ended.
        case restored
        /// The licence or the token can't be used.
        case refused(field: String, words: String)
    }

    private var texts: Texts { frame.texts }
    private var words: SettingWords { SettingWords(texts: texts, choices: choices) }

    private var faults: [Setting: FieldFault] { if case .wrong(let faults) = attempt { faults } else { [:] } }

    private var isTokenRefused: Bool { choices.failures.contains { $0.code == .outsmartTokenInvalid } }

    var html: HTML {
        let account = status.account.id
        let title: HTML = """
            <div class="title"><h1>\(status.account.name)</h1>
            \(sections)</div>
            """
        return frame.page(
            title: status.account.name,
            refreshes: run.map { !$0.state.isFinished } ?? false,
            """
            \(title)
            <div id="message">\(message)</div>
            <div class="columns" data-events="\(Path.events(account))?after=\(log.newest)">
            <div class="settings">
            \(guide.html)
            \(settings)
            \(saveBar)
            </div>
            \(log.html(texts))
            </div>
            """
        )
    }

    private var sections: HTML {
        let names = [
            ("general", texts.general.title), ("import", texts.import.title), ("export", texts.export.title),
            ("log-title", texts.log.title),
        ]
        let links = names.map { id, name -> HTML in ##"<a href="#\##(id)">\##(name)</a>\##n"## }
        return """
            <nav class="sections" aria-label="\(texts.setup.onThisPage)">
            \(links)</nav>
            """
    }

    private var guide: SetupGuide {
        SetupGuide(frame: frame, status: status, decided: decided, isTokenRefused: isTokenRefused)
    }

    private var settings: HTML {
        var controls = SettingsControls(texts: texts.settings, form: form, faults: fieldFaults)
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
        var credentials = CredentialForms(frame: frame, status: status, isTokenRefused: isTokenRefused)
        if case .refused(let field, let words) = attempt { credentials.fault = (field, words) }
        return """
            \(general.html(controls, credentials: credentials.html))
            \(imports.html)
            \(export.html)
            """
    }

    private var saveBar: HTML {
        """
        <div class="save"><button form="settings">\(texts.settings.save)</button>
        <span class="hint" id="unsaved" role="status" data-words="\(texts.setup.unsaved)"\(HTML.attribute("data-typed", if: isTyped))></span>
        <span class="hint" id="save-first">\(texts.setup.unsavedWithoutScripts)</span></div>
        """
    }

    /// Whether the form has something that was typed and not saved.
    private var isTyped: Bool {
        switch attempt {
        case .wrong, .late, .restored: true
        case .none, .refused: false
        }
    }

    /// What stands beside the fields: what is wrong, or what someone else has chosen.
    private var fieldFaults: [Setting: String] {
        var notes = faults.mapValues(texts.settings.fault)
        for change in form.conflicts where notes[change.setting] == nil {
            notes[change.setting] = texts.setup.setByOther(words.value(change.new, change.setting))
        }
        return notes
    }

    // MARK: - Message

    private var message: HTML {
        switch attempt {
        case .wrong:
            let items = SettingsField.all.compactMap { field in
                faults[field.setting].map {
                    item(field.setting, "\(texts.settings.name(field.setting)): \(texts.settings.fault($0))")
                }
            }
            return frame.notice(texts.settings.notSaved, more: "<ul>\n\(items)</ul>", isTrouble: true)
        case .late, .restored:
            let items = form.conflicts.map { item($0.setting, words.change($0)) }
            let list: HTML = items.isEmpty ? .none : "<ul>\n\(items)</ul><p>\(texts.setup.conflictAdvice)</p>"
            if case .restored = attempt, items.isEmpty { return frame.notice(texts.setup.restored, isTrouble: false) }
            let lead = if case .restored = attempt { texts.setup.restored } else { texts.setup.conflict }
            return frame.notice(lead, more: list, isTrouble: true)
        case .refused(let field, let words):
            let link: HTML = ##"<p><a href="#\##(Field.id(of: field))">\##(words)</a></p>"##
            return frame.notice(texts.settings.notSaved, more: link, isTrouble: true)
        case .none:
            return saved
        }
    }

    private func item(_ setting: Setting, _ words: String) -> HTML {
        ##"<li><a href="#\##(Field.id(of: setting.rawValue))">\##(words)</a></li>\##n"##
    }

    private var saved: HTML {
        guard let notice else { return .none }
        if !changes.isEmpty {
            let items = changes.map { "<li>\(words.change($0))</li>\n" as HTML }
            return frame.notice(texts.setup.changed, more: "<ul>\n\(items)</ul>", isTrouble: false)
        }
        guard case .failed(let code) = notice else { return frame.notice(texts.site.notice(notice), isTrouble: false) }
        // What exactly happened is in the log, when it was the account's matter at all.
        let message = log.entries.first { $0.code == code }?.message
        let more: HTML = message.map { "<p>\($0)</p>" } ?? .none
        return frame.notice(texts.site.notice(notice), more: more, isTrouble: true)
    }
}
