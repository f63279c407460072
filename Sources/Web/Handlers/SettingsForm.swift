import Domain
import Foundation
import MicroHTTP

/// The settings form as it was filled in, whether that is right or wrong.
struct SettingsForm: Sendable {
    /// What the fields say.
    private var texts: [Setting: [String]] = [:]
    /// The settings that the form has a field for.
    private let given: Set<Setting>

    init(_ settings: Settings) {
        given = []
        for field in SettingsField.all { texts[field.setting] = field.formTexts(field.value(settings)) }
    }

    /// A form that was sent.
    ///
    /// A setting that it does not name stays as it is, because browsers leave out fields that are switched off. A box
    /// has a field of its name without a value beside it, so that one that is not ticked is named as well.
    init(_ form: Form, over settings: Settings) {
        given = Set(Setting.allCases.filter { !form.values($0.rawValue).isEmpty })
        texts = SettingsForm(settings).texts
        for setting in given { texts[setting] = form.values(setting.rawValue).filter { !$0.isEmpty } }
    }

    func values(_ setting: Setting) -> [String] { texts[setting] ?? [] }
    func text(_ setting: Setting) -> String { values(setting).first ?? "" }
    func isTicked(_ setting: Setting) -> Bool { !values(setting).isEmpty }

    /// Sets what the form says.
    ///
    /// - Returns: What is wrong; then the settings are not to be used.
    func write(to settings: inout Settings, now: Date) -> [Setting: FieldFault] {
        var faults: [Setting: FieldFault] = [:]
        for field in SettingsField.all where given.contains(field.setting) {
            let texts = values(field.setting)
            // The form shows less than is stored of some values, such as a day of a time.
            guard texts != field.formTexts(field.value(settings)) else { continue }
            do throws(FieldFault) {
                try field.set(&settings, field.formValue(texts), now)
            } catch {
                faults[field.setting] = error
            }
        }
        return faults
    }
}
