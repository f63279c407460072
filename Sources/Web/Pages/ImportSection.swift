import Domain
import Sync

/// The section Import: the lists, each with its Sync button, and their settings.
struct ImportSection {
    var frame: Frame
    var status: Accounts.Status
    var form: SettingsForm
    var faults: [Setting: FieldFault]
    var choices: Choices

    private var texts: Texts { frame.texts }
    private var account: Account.ID { status.account.id }
    private var canSync: Bool { status.connection.state == .connected && status.license.isActive }
    /// Whether the company is known to have no sales orders.
    private var isWithoutOrders: Bool { status.connection.company?.hasOrders == false }

    private static let syncForm = "sync"
    private static let orderStatuses = 1...4

    var html: HTML {
        let fields: HTML = """
            <fieldset class="group">
            <legend>\(texts.lists)</legend>
            \(list(.customers, .customers))
            \(list(.articles, .articles))
            \(list(.projects, .projects))
            \(list(.orders, .orders, isDisabled: isWithoutOrders))
            </fieldset>
            <fieldset class="group">
            <legend>\(texts.records)</legend>
            \(field(.includeInactive).box(isTicked: form.isTicked(.includeInactive)))
            \(field(.changedSince, #" type="date" value="\#(form.text(.changedSince))""#).html)
            \(field(.hourUnits, #" spellcheck="false""#).area(form.text(.hourUnits)))
            </fieldset>
            \(orderSettings)
            """
        return """
            <section class="card" aria-labelledby="import">
            <h2 id="import">\(texts.importTitle)</h2>
            <p>\(texts.importLead)</p>
            \(frame.form(to: Path.settings(account), id: "settings", label: texts.settings, fields))
            \(canSync ? frame.form(to: Path.sync(account), id: Self.syncForm, .none) : .none)
            </section>
            """
    }

    private func field(_ setting: Setting, _ attributes: HTML = .none) -> Field {
        Field(
            name: setting.rawValue,
            label: texts.setting(setting),
            hint: texts.settingHint(setting),
            fault: faults[setting].map(texts.fault),
            attributes: attributes
        )
    }

    // MARK: - Lists

    private func list(_ setting: Setting, _ scope: Scope, isDisabled: Bool = false) -> HTML {
        var box = field(setting)
        box.isDisabled = isDisabled
        if isDisabled { box.hint = texts.noOrders }
        return """
            <div class="list">
            \(box.box(isTicked: form.isTicked(setting)))
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
        <fieldset class="group"\(HTML.attribute("disabled", if: isWithoutOrders))>
        <legend>\(texts.scope(.orders))</legend>
        \(isWithoutOrders ? "<p class=\"hint\">\(texts.noOrders)</p>" : HTML.none)
        \(statuses)
        \(choice(.typeOfWork, of: choices.workTypes))
        \(choice(.paymentMethod, of: choices.paymentMethods))
        \(field(.shipImportedOrders).box(isTicked: form.isTicked(.shipImportedOrders)))
        </fieldset>
        """
    }

    private var statuses: HTML {
        let name = Setting.orderStatuses.rawValue
        let fault = faults[.orderStatuses].map(texts.fault)
        let invalid: HTML =
            fault == nil ? .none : #" aria-invalid="true" aria-describedby="\#(Field.id(of: name))-fault""#
        let boxes = Self.orderStatuses.map { status -> HTML in
            let checked = HTML.attribute("checked", if: form.values(.orderStatuses).contains("\(status)"))
            return """
                <label><input type="checkbox" name="\(name)" value="\(status)"\(checked)\(invalid)> \
                \(texts.orderStatus(status))</label>

                """
        }
        return """
            <fieldset class="field">
            <legend>\(texts.setting(.orderStatuses))</legend>
            <input type="hidden" name="\(name)" value="">
            <div class="boxes">
            \(boxes)</div>
            \(fault.map { #"<span class="fault" id="\#(Field.id(of: name))-fault">\#($0)</span>"# } ?? HTML.none)
            </fieldset>
            """
    }

    /// What OutSmart offers, or a line to type in when it can't be asked.
    ///
    /// A stored value that it does not offer stays, and says so.
    private func choice(_ setting: Setting, of choices: [Choices.Choice]) -> HTML {
        let value = form.text(setting)
        var field = field(setting)
        guard !choices.isEmpty else {
            field.attributes = #" value="\#(value)" autocomplete="off""#
            field.hint = texts.outSmartSilent
            return field.html
        }
        var options = choices.map { (value: $0.value, name: $0.name) }
        if !options.contains(where: { $0.value == value }) { options.insert((value, texts.notOffered(value)), at: 0) }
        return field.select(options, chosen: value)
    }
}
