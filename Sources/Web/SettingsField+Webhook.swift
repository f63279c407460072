import Domain
import Sync

extension SettingsField {
    /// What stands for a secret that is kept and never shown again; handed back, it leaves the secret as it is.
    static let mask = "whsec_…"

    /// An address that messages are sent to, or none.
    static func webhookAddress(_ setting: Setting, _ path: Path<String?>) -> SettingsField {
        let line = wordOrNone(setting, path, ofLength: 1000)
        return SettingsField(
            setting: setting,
            schema: line.schema,
            value: line.value,
            set: { settings, value, now throws(FieldFault) in
                try line.set(&settings, value, now)
                if let address = settings[keyPath: path], !Settings.Notifications.isAddress(address) {
                    throw .account(.webhookAddress)
                }
            },
            formTexts: line.formTexts,
            formValue: line.formValue
        )
    }

    /// A secret that is set and never read: a document shows whether there is one.
    static func webhookSecret(_ setting: Setting, _ path: Path<ChosenSecret?>) -> SettingsField {
        SettingsField(
            setting: setting,
            schema: .line(ofLength: 100).orNull,
            value: { $0[keyPath: path] == nil ? .null : .text(mask) },
            set: { settings, value, _ throws(FieldFault) in
                guard value != .null else { return settings[keyPath: path] = nil }
                let secret = try value.word(ofLength: 100)
                if secret == mask, settings[keyPath: path] != nil { return }
                guard WebhookKey(secret) != nil else { throw .account(.webhookSecret) }
                settings[keyPath: path] = .typed(secret)
            },
            formTexts: { $0.text.map { [$0] } ?? [] },
            formValue: { texts in
                texts.first.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : .text($0) } ?? .null
            },
            differs: { $0[keyPath: path] != $1[keyPath: path] }
        )
    }
}
