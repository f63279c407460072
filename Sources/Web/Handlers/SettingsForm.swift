import Domain
import Foundation
import MicroHTTP
import Sync

/// The settings form as it was filled in, whether that is right or wrong.
struct SettingsForm: Sendable {
    /// What the fields say.
    private var texts: [Setting: [String]] = [:]
    /// The settings that the form has a field for.
    private let given: Set<Setting>
    /// The settings as they are stored.
    let stored: SettingValues
    /// What someone else changed after the form was made, and it would overwrite unseen.
    private(set) var conflicts: [SettingChange] = []

    /// The field that says what the sender had seen.
    static let seen = "settings-seen"

    init(_ settings: Settings) {
        given = []
        stored = SettingValues(settings)
        for field in SettingsField.all { texts[field.setting] = field.formTexts(field.value(settings)) }
    }

    /// A form that was sent.
    ///
    /// A setting that it does not name stays as it is, because browsers leave out fields that are switched off. A box
    /// has a field of its name without a value beside it, so that one that is not ticked is named as well. Where the
    /// sender changed nothing, what someone else changed meanwhile stands.
    init(_ form: Form, over settings: Settings) {
        given = Set(Setting.allCases.filter { !form.values($0.rawValue).isEmpty })
        stored = SettingValues(settings)
        texts = SettingsForm(settings).texts
        let seen = form[Self.seen].flatMap(SettingValues.init(fieldText:)) ?? stored
        let others = SettingChange.between(seen, stored)
        for field in SettingsField.all where given.contains(field.setting) {
            let typed = form.values(field.setting.rawValue).filter { !$0.isEmpty }
            if let change = others.first(where: { $0.setting == field.setting }) {
                if typed == field.formTexts(change.new) { continue }
                conflicts.append(change)
                if typed == field.formTexts(change.old) { continue }
            }
            texts[field.setting] = typed
        }
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

    /// What is wrong with a setting that was refused when it was to be saved; `nil` when something else is wrong.
    static func faults(of error: any Error) -> [Setting: FieldFault]? {
        guard case .invalid(let name, let fault)? = error as? AccountError, let setting = Setting(rawValue: name) else {
            return nil
        }
        return [setting: .account(fault)]
    }
}
