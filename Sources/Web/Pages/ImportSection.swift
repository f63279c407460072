import Domain
import Sync

/// The section Import: the lists, each with its Sync button, and their settings.
struct ImportSection {
    var frame: Frame
    var status: Accounts.Status
    var controls: SettingsControls
    var choices: Choices

    private var texts: ImportTexts { frame.texts.import }
    private var account: Account.ID { status.account.id }
    private var canSync: Bool { status.canSync }
    /// Whether the company is known to have no sales orders.
    private var isWithoutOrders: Bool { status.connection.company?.hasOrders == false }

    private static let syncForm = "sync"
    private static let orderStatuses = 1...4

    var html: HTML {
        let fields: HTML = """
            <input type="hidden" name="\(SettingsForm.seen)" value="\(controls.form.stored.fieldText)">
            \(HTML.group(texts.lists, lists))
            \(HTML.group(texts.records, records))
            \(HTML.group(frame.texts.site.scope(.orders), isDisabled: isWithoutOrders, orderSettings))
            """
        return """
            <section class="card" aria-labelledby="import">
            <div class="head"><h2 id="import">\(texts.title)</h2>\(frame.helpLink("import"))</div>
            <p class="lead">\(texts.lead)</p>
            \(frame.form(to: Path.settings(account), id: "settings", label: frame.texts.settings.title, fields))
            \(canSync ? frame.form(to: Path.sync(account), id: Self.syncForm, .none) : .none)
            </section>
            """
    }

    private var records: HTML {
        """
        \(controls.box(.includeInactive))
        \(controls.day(.changedSince))
        \(controls.field(.hourUnits, #" spellcheck="false""#).area(controls.form.text(.hourUnits)))
        """
    }

    // MARK: - Lists

    private var lists: HTML {
        """
        \(list(.customers, .customers))
        \(list(.articles, .articles))
        \(list(.projects, .projects))
        \(list(.orders, .orders, isDisabled: isWithoutOrders))
        """
    }

    private func list(_ setting: Setting, _ scope: Scope, isDisabled: Bool = false) -> HTML {
        var box = controls.field(setting)
        box.isDisabled = isDisabled
        if isDisabled { box.hint = texts.noOrders }
        return """
            <div class="list">
            \(box.box(isTicked: controls.form.isTicked(setting)))
            \(canSync ? syncButton(scope, isDisabled ? Field.hintID(of: setting.rawValue) : nil) : .none)
            </div>
            """
    }

    /// The button that syncs one list, which can't be pressed where there is a reason.
    ///
    /// It belongs to a form of its own: syncing sends no settings.
    private func syncButton(_ scope: Scope, _ reasonID: String?) -> HTML {
        let disabled: HTML = reasonID.map { #" disabled aria-describedby="\#($0)""# } ?? .none
        return """
            <button class="secondary small" form="\(Self.syncForm)" name="scope" value="\(scope.rawValue)" \
            aria-label="\(texts.syncScope(scope))"\(disabled)>\(texts.sync)</button>
            """
    }

    // MARK: - Sales orders

    private var orderSettings: HTML {
        """
        \(isWithoutOrders ? "<p class=\"hint\">\(texts.noOrders)</p>" : HTML.none)
        \(statuses)
        \(choice(.typeOfWork, of: choices.workTypes))
        \(choice(.paymentMethod, of: choices.paymentMethods))
        \(controls.box(.shipImportedOrders))
        """
    }

    private var statuses: HTML {
        let options = Self.orderStatuses.map { Field.Option(value: "\($0)", name: texts.orderStatus($0)) }
        return controls.field(.orderStatuses)
            .options(options, chosen: controls.form.values(.orderStatuses), isOneOnly: false)
    }

    private func choice(_ setting: Setting, of choices: [Choices.Choice]) -> HTML {
        controls.choice(setting, of: choices, silence: texts.outSmartSilent, strange: texts.notOffered)
    }
}
