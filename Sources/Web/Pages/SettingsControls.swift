import Sync

/// The controls of the settings form, as they are filled in.
struct SettingsControls {
    var texts: SettingTexts
    var form: SettingsForm
    /// What is to be said beside a field.
    var faults: [Setting: String]
    /// What every control has, such as the form that it belongs to.
    var attributes: HTML = .none

    func field(_ setting: Setting, _ more: HTML = .none) -> Field {
        Field(
            name: setting.rawValue,
            label: texts.name(setting),
            hint: texts.hint(setting),
            fault: faults[setting],
            attributes: "\(more)\(attributes)"
        )
    }

    func box(_ setting: Setting) -> HTML { field(setting).box(isTicked: form.isTicked(setting)) }

    func day(_ setting: Setting) -> HTML {
        field(setting, #" type="date" value="\#(form.text(setting))""#).html
    }

    /// A line to type in.
    func line(_ setting: Setting, hint: String? = nil, _ more: HTML = .none) -> HTML {
        var field = field(setting, #" value="\#(form.text(setting))" autocomplete="off"\#(more)"#)
        if let hint { field.hint = hint }
        return field.html
    }

    /// A secret to type in; of one that is kept only its mask is here.
    func secret(_ setting: Setting) -> HTML {
        field(setting, #" type="password" value="\#(form.text(setting))" autocomplete="new-password""#).html
    }

    /// A choice of what is known here.
    func select(_ setting: Setting, _ options: [(value: String, name: String)]) -> HTML {
        field(setting).select(options, chosen: form.text(setting))
    }

    /// A choice of what a vendor offers, or a line to type in when it can't be asked.
    ///
    /// A stored value that it does not offer stays, and says so.
    ///
    /// - Parameters:
    ///   - setting: The setting.
    ///   - offers: What the vendor offers; empty when it can't be asked.
    ///   - none: What it is called to choose nothing, where that is possible.
    ///   - silence: Why there is nothing to choose from; `nil` when the vendor was asked and offers nothing.
    ///   - strange: What a value is called that is not offered.
    /// - Returns: The control with its label.
    func choice(
        _ setting: Setting,
        of offers: [Choices.Choice],
        none: String? = nil,
        silence: String?,
        strange: (String) -> String
    ) -> HTML {
        let value = form.text(setting)
        if offers.isEmpty, let silence { return line(setting, hint: silence) }
        var options = offers.map { (value: $0.value, name: $0.name) }
        if !value.isEmpty || none == nil, !options.contains(where: { $0.value == value }) {
            options.insert((value, strange(value)), at: 0)
        }
        if let none { options.insert(("", none), at: 0) }
        return select(setting, options)
    }
}
