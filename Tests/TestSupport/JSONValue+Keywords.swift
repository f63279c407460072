package import Foundation
package import RemoteAPI

extension JSONValue {
    package var text: String? { if case .text(let text) = self { text } else { nil } }

    package var number: Decimal? { if case .number(let number) = self { number } else { nil } }

    /// An object's members; none for anything else.
    package var members: [String: JSONValue] { if case .object(let members) = self { members } else { [:] } }

    /// Whether this value meets a keyword that is about the value as a whole.
    ///
    /// As in JSON Schema, a limit of numbers says nothing about a text, and the other way round.
    ///
    /// - Parameters:
    ///   - keyword: The keyword.
    ///   - argument: What it says.
    /// - Returns: The answer, or `nil` where the keyword or its argument isn't understood.
    package func meets(_ keyword: String, _ argument: JSONValue) -> Bool? {
        switch (keyword, argument) {
        case ("type", .text(let type)): isOf(type)
        case ("type", .list(let types)): isOf(anyOf: types)
        case ("enum", .list(let choices)): choices.contains(self)
        // Keyed by the numbers that may occur.
        case ("x-enum-meaning", .object(let meanings)): number.map { meanings[$0.description] != nil } ?? true
        case ("minimum", .number(let limit)): number.map { $0 >= limit } ?? true
        case ("maximum", .number(let limit)): number.map { $0 <= limit } ?? true
        case ("x-decimals", .number(let limit)): number.map { Decimal($0.decimals) <= limit } ?? true
        // .NET, from which the document is made, counts UTF-16 units and matches a pattern against the whole.
        case ("minLength", .number(let limit)): text.map { Decimal($0.utf16.count) >= limit } ?? true
        case ("maxLength", .number(let limit)): text.map { Decimal($0.utf16.count) <= limit } ?? true
        case ("pattern", .text(let pattern)): (text ?? number?.description).map { $0.matches(pattern) } ?? true
        case ("format", .text(let format)): hasFormat(format)
        case ("minItems", .number(let limit)): list.map { Decimal($0.count) >= limit } ?? true
        case ("maxItems", .number(let limit)): list.map { Decimal($0.count) <= limit } ?? true
        case ("uniqueItems", .truth(let areUnique)): !areUnique || list?.hasRepeats != true
        case ("minProperties", .number(let limit)): Decimal(members.count) >= limit || self == .null
        case ("maxProperties", .number(let limit)): Decimal(members.count) <= limit
        case ("examples", .list): true
        case ("title", _), ("description", _), ("default", _), ("deprecated", _), ("readOnly", _): true
        case ("x-resource", _), ("x-note", _), ("x-enum-inferred", _): true
        default: nil
        }
    }

    private func isOf(anyOf types: [JSONValue]) -> Bool? {
        let answers = types.map { type in type.text.flatMap(isOf) }
        return answers.contains(nil) ? nil : answers.contains(true)
    }

    private func isOf(_ type: String) -> Bool? {
        switch (type, self) {
        case ("null", .null), ("boolean", .truth), ("string", .text), ("number", .number), ("array", .list),
            ("object", .object):
            true
        case ("integer", .number(let number)): number.decimals == 0
        case ("null", _), ("boolean", _), ("string", _), ("number", _), ("array", _), ("object", _), ("integer", _):
            false
        default: nil
        }
    }

    private func hasFormat(_ format: String) -> Bool? {
        switch format {
        case "int32": number.map { (Decimal(Int32.min)...Decimal(Int32.max)).contains($0) } ?? true
        case "int64": number.map { (Decimal(Int64.min)...Decimal(Int64.max)).contains($0) } ?? true
        // Says how Visma computes, and limits no value that it is sent.
        case "double": true
        case "uuid": text.map { UUID(uuidString: $0) != nil } ?? true
        case "date": text.map { $0.utf8.count == 10 && "\($0)T00:00:00Z".isMoment } ?? true
        case "date-time": text.map(\.isMoment) ?? true
        case "byte": text.map { Data(base64Encoded: $0) != nil } ?? true
        case "uri-reference": text.map { URL(string: $0) != nil } ?? true
        case "uri": text.map { URL(string: $0)?.scheme != nil } ?? true
        default: nil
        }
    }
}

extension [JSONValue] {
    fileprivate var hasRepeats: Bool { indices.contains { self[..<$0].contains(self[$0]) } }
}

extension Decimal {
    /// How many decimals this number needs.
    fileprivate var decimals: Int { description.split(separator: ".").dropFirst().first?.count ?? 0 }
}

extension String {
    /// Whether this is a date and a time with their distance from Greenwich, as RFC 3339 writes them.
    fileprivate var isMoment: Bool {
        let form = /(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)/
        guard let parts = wholeMatch(of: form), let year = Int(parts.1), let month = Int(parts.2),
            let day = Int(parts.3)
        else { return false }
        return CalendarDay(year: year, month: month, day: day) != nil
    }

    fileprivate func matches(_ pattern: String) -> Bool {
        (try? Regex(pattern)).flatMap { try? $0.wholeMatch(in: self) } != nil
    }
}
