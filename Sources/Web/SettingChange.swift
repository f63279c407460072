import Domain
import Foundation

/// A setting that was given another value.
struct SettingChange: Equatable, Sendable {
    var setting: Setting
    var old: JSON
    var new: JSON

    /// What differs between two settings, and a secret that is another one although its document looks the same.
    static func between(_ old: Settings, _ new: Settings) -> [SettingChange] {
        SettingsField.all.compactMap { field in
            let (before, after) = (field.value(old), field.value(new))
            guard field.differs?(old, new) ?? (before != after) else { return nil }
            return SettingChange(setting: field.setting, old: before, new: after)
        }
    }

    /// What differs between two states of the settings, as far as their documents tell.
    static func between(_ old: SettingValues, _ new: SettingValues) -> [SettingChange] {
        SettingsField.all.compactMap { field in
            guard let before = old[field.setting], let after = new[field.setting], before != after else { return nil }
            return SettingChange(setting: field.setting, old: before, new: after)
        }
    }
}

/// The settings, each with its value in the document.
struct SettingValues: Sendable {
    private var values: [Setting: JSON] = [:]

    init(_ settings: Settings) {
        for field in SettingsField.all { values[field.setting] = field.value(settings) }
    }

    subscript(setting: Setting) -> JSON? { values[setting] }

    // MARK: - In a form

    /// The values as a hidden field of the form carries them, so that it is known what the sender had seen.
    var fieldText: String {
        let members = SettingsField.all.compactMap { field in
            values[field.setting].map { JSON.Member(name: field.setting.rawValue, value: $0) }
        }
        return Data(JSON.object(members).bytes).base64EncodedString()
    }

    /// Reads what ``fieldText`` wrote.
    init?(fieldText: String) {
        guard let bytes = Data(base64Encoded: fieldText), let document = try? JSON(reading: [UInt8](bytes)) else {
            return nil
        }
        for setting in Setting.allCases { values[setting] = document[setting.rawValue] }
    }
}

extension [SettingChange] {
    /// The changes as a text, for the page after the next redirect.
    var kept: String {
        let changes = map { JSON.list([.text($0.setting.rawValue), $0.old, $0.new]) }
        return String(decoding: JSON.list(changes).bytes, as: UTF8.self)
    }

    init(kept text: String) {
        let document = (try? JSON(reading: [UInt8](text.utf8))) ?? .null
        self = document.list.compactMap { change in
            let parts = change.list
            guard parts.count == 3, let setting = parts[0].text.flatMap(Setting.init(rawValue:)) else { return nil }
            return SettingChange(setting: setting, old: parts[1], new: parts[2])
        }
    }
}
