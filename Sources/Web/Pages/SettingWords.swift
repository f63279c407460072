import Domain
import Sync

/// Settings and their values in a reader's words.
struct SettingWords {
    var texts: Texts
    var choices: Choices

    /// What was changed, such as “Set ‘Articles’ from off to on”.
    func change(_ change: SettingChange) -> String {
        let name = texts.settings.name(change.setting)
        guard case .list(let old) = change.old, case .list(let new) = change.new else {
            return texts.setup.change(name, value(change.old, change.setting), value(change.new, change.setting))
        }
        let added = new.filter { !old.contains($0) }.map { value($0, change.setting) }
        let removed = old.filter { !new.contains($0) }.map { value($0, change.setting) }
        return texts.setup.listChange(name, added, removed)
    }

    /// A value as it stands in a sentence.
    func value(_ value: JSON, _ setting: Setting) -> String {
        switch value {
        case .null: return texts.setup.nothing
        case .flag(let isOn): return isOn ? texts.setup.on : texts.setup.off
        case .number(let number): return self.number("\(number)", setting)
        case .text(let text): return word(text, setting)
        case .list(let values): return values.map { self.value($0, setting) }.joined(separator: ", ")
        case .object: return ""
        }
    }

    private func number(_ digits: String, _ setting: Setting) -> String {
        guard let number = Int(digits) else { return digits }
        switch setting {
        case .orderStatuses: return texts.import.orderStatus(number)
        case .hourRounding: return texts.export.hourRounding(number)
        default: return texts.language.number(number)
        }
    }

    private func word(_ word: String, _ setting: Setting) -> String {
        switch setting {
        case .document: Settings.Export.Document(rawValue: word).map(texts.export.document) ?? word
        case .ordersFromVisma: Settings.Export.OrdersFromVisma(rawValue: word).map(texts.export.orderFromVisma) ?? word
        case .referenceField: Settings.Export.ReferenceField(rawValue: word).map(texts.export.referenceField) ?? word
        case .changedSince, .completedSince: Timestamp.date(word).map(texts.language.day) ?? word
        case .language: Language(rawValue: word)?.name ?? word
        case .articleCoding: name(of: word, in: choices.articleCodings)
        case .unit: name(of: word, in: choices.units)
        case .termsOfPayment: name(of: word, in: choices.termsOfPayment)
        case .workStatus, .errorWorkStatus: name(of: word, in: choices.workStatuses)
        case .travelArticle, .fallbackArticle, .fallbackHourArticle: name(of: word, in: choices.articles)
        default: word
        }
    }

    private func name(of value: String, in choices: [Choices.Choice]) -> String {
        choices.first { $0.value == value }?.name ?? value
    }
}
