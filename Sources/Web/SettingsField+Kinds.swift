import Domain
import Foundation

extension SettingsField {
    typealias Path<Value> = any WritableKeyPath<Settings, Value> & Sendable

    static func flag(_ setting: Setting, _ path: Path<Bool>) -> SettingsField {
        SettingsField(
            setting: setting,
            schema: .flag,
            value: { .flag($0[keyPath: path]) },
            set: { settings, value, _ throws(FieldFault) in
                guard case .flag(let flag) = value else { throw .noFlag }
                settings[keyPath: path] = flag
            },
            formTexts: { $0 == .flag(true) ? ["on"] : [] },
            formValue: { .flag(!$0.isEmpty) }
        )
    }

    /// A date in the past, or none.
    static func day(_ setting: Setting, _ path: Path<Date?>) -> SettingsField {
        SettingsField(
            setting: setting,
            schema: .day,
            value: { JSON($0[keyPath: path]) },
            set: { settings, value, now throws(FieldFault) in
                switch value {
                case .null: settings[keyPath: path] = nil
                case .text(let text):
                    guard let date = Timestamp.date(text) else { throw .noDate }
                    guard date <= now else { throw .dateInFuture }
                    guard date >= Date(timeIntervalSince1970: 0) else { throw .dateTooEarly }
                    settings[keyPath: path] = date
                default: throw .noDate
                }
            },
            formTexts: { value in value.text.flatMap(Timestamp.date).map { [Timestamp.dayText($0)] } ?? [] },
            formValue: { texts in
                let text = texts.joined().filter { !$0.isWhitespace }
                return text.isEmpty ? .null : .text(text)
            }
        )
    }

    /// A line of text that is not empty.
    static func word(_ setting: Setting, _ path: Path<String>, ofLength limit: Int) -> SettingsField {
        SettingsField(
            setting: setting,
            schema: .line(ofLength: limit),
            value: { .text($0[keyPath: path]) },
            set: { settings, value, _ throws(FieldFault) in
                settings[keyPath: path] = try value.word(ofLength: limit)
            },
            formTexts: { $0.text.map { [$0] } ?? [] },
            formValue: { .text($0.first ?? "") }
        )
    }

    /// Lines of text, none of them twice; capitals make no difference.
    ///
    /// In the form they stand in one field with commas or line breaks between them, so no text has a comma.
    static func words(
        _ setting: Setting,
        _ path: Path<[String]>,
        atMost count: Int,
        ofLength limit: Int
    ) -> SettingsField {
        SettingsField(
            setting: setting,
            schema: .list(of: .line(ofLength: limit, without: ",")).with("maxItems", JSON(count)).with(
                "uniqueItems",
                true
            ),
            value: { .list($0[keyPath: path].map(JSON.text)) },
            set: { settings, value, _ throws(FieldFault) in
                guard case .list(let values) = value else { throw .noList }
                guard values.count <= count else { throw .tooMany(count) }
                var seen: Set<String> = []
                settings[keyPath: path] = try values.mapElements { value throws(FieldFault) in
                    let word = try value.word(ofLength: limit)
                    guard !word.contains(",") else { throw .comma }
                    guard seen.insert(word.lowercased()).inserted else { throw .repeated }
                    return word
                }
            },
            formTexts: { value in [value.list.compactMap(\.text).joined(separator: ", ")] },
            formValue: { texts in
                let words = texts.joined(separator: ",").split { $0 == "," || $0.isNewline }
                    .map { $0.trimmingCharacters(in: .whitespaces) }
                // A person who writes something twice means it once.
                var seen: Set<String> = [""]
                return .list(words.filter { seen.insert($0.lowercased()).inserted }.map(JSON.text))
            }
        )
    }

    /// Whole numbers of a range, at least one, none of them twice; kept in order, as a set is meant.
    static func numbers(_ setting: Setting, _ path: Path<[Int]>, in range: ClosedRange<Int>) -> SettingsField {
        SettingsField(
            setting: setting,
            schema: .list(of: .choice(Array(range))).with("minItems", 1).with("uniqueItems", true),
            value: { .list($0[keyPath: path].map { JSON($0) }) },
            set: { settings, value, _ throws(FieldFault) in
                guard case .list(let values) = value else { throw .noList }
                guard !values.isEmpty else { throw .noneChosen }
                var seen: Set<Int> = []
                settings[keyPath: path] = try values.mapElements { value throws(FieldFault) in
                    guard let number = range.first(where: { value == JSON($0) }) else {
                        throw .noWholeNumber(Int64(range.lowerBound)...Int64(range.upperBound))
                    }
                    guard seen.insert(number).inserted else { throw .repeated }
                    return number
                }.sorted()
            },
            formTexts: { value in value.list.compactMap(\.number).map { "\($0)" } },
            formValue: { texts in .list(texts.map { text in Int(text).map { JSON($0) } ?? .text(text) }) }
        )
    }
}

extension Schema {
    /// A moment in the past, which may be given as a day.
    fileprivate static var day: Schema {
        Schema(json: [
            "anyOf": [
                ["type": "string", "format": "date-time"], ["type": "string", "format": "date"], ["type": "null"],
            ]
        ])
    }
}

extension [JSON] {
    /// The elements as `read` reads them; what is wrong with one says which one it is.
    fileprivate func mapElements<Value>(
        _ read: (JSON) throws(FieldFault) -> Value
    ) throws(FieldFault) -> [Value] {
        var values: [Value] = []
        for (index, element) in enumerated() {
            do { values.append(try read(element)) } catch { throw .element(index, error) }
        }
        return values
    }
}
