import Domain

extension SettingsField {
    /// One of the words that stand for the cases of an enumeration.
    static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
        _ setting: Setting,
        _ path: Path<Choice>
    ) -> SettingsField {
        let choices = Array(Choice.allCases)
        return SettingsField(
            setting: setting,
            schema: .choice(of: Choice.self),
            value: { .text($0[keyPath: path].rawValue) },
            set: { settings, value, _ throws(FieldFault) in
                guard let choice = choices.first(where: { .text($0.rawValue) == value }) else {
                    throw .notOneOf(choices.map(\.rawValue))
                }
                settings[keyPath: path] = choice
            },
            formTexts: { $0.text.map { [$0] } ?? [] },
            formValue: { .text($0.first ?? "") }
        )
    }

    /// One of those words, or none: `null`, or an empty field of the form.
    static func choiceOrNone<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
        _ setting: Setting,
        _ path: Path<Choice?>
    ) -> SettingsField {
        let choices = Array(Choice.allCases)
        return SettingsField(
            setting: setting,
            schema: .choice(of: Choice.self).orNull,
            value: { JSON($0[keyPath: path]?.rawValue) },
            set: { settings, value, _ throws(FieldFault) in
                let choice = choices.first { .text($0.rawValue) == value }
                guard choice != nil || value == .null else { throw .notOneOf(choices.map(\.rawValue)) }
                settings[keyPath: path] = choice
            },
            formTexts: { $0.text.map { [$0] } ?? [] },
            formValue: { texts in JSON(texts.first.flatMap { $0.isEmpty ? nil : $0 }) }
        )
    }

    /// One of a few whole numbers.
    static func number(_ setting: Setting, _ path: Path<Int>, of choices: [Int]) -> SettingsField {
        SettingsField(
            setting: setting,
            schema: .choice(choices),
            value: { JSON($0[keyPath: path]) },
            set: { settings, value, _ throws(FieldFault) in
                guard let number = choices.first(where: { value == JSON($0) }) else {
                    throw .notOneOf(choices.map { "\($0)" })
                }
                settings[keyPath: path] = number
            },
            formTexts: { value in value.number.map { ["\($0)"] } ?? [] },
            formValue: { texts in JSON(texts.first.flatMap { Int($0) }) }
        )
    }

    /// A line of text, or none: `null`, or an empty field of the form.
    static func wordOrNone(_ setting: Setting, _ path: Path<String?>, ofLength limit: Int) -> SettingsField {
        SettingsField(
            setting: setting,
            schema: .line(ofLength: limit).orNull,
            value: { JSON($0[keyPath: path]) },
            set: { settings, value, _ throws(FieldFault) in
                settings[keyPath: path] = value == .null ? nil : try value.word(ofLength: limit)
            },
            formTexts: { $0.text.map { [$0] } ?? [] },
            formValue: { texts in
                texts.first.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : .text($0) } ?? .null
            }
        )
    }
}
