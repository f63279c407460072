import Domain
import Foundation

/// A JSON schema, as OpenAPI 3.1 takes it.
struct Schema: Sendable {
    var json: JSON

    /// The schema of that name among the document's components.
    static func named(_ name: String) -> Schema { Schema(json: ["$ref": .text("#/components/schemas/\(name)")]) }

    static let flag = Schema(json: ["type": "boolean"])
    static let count = Schema(json: ["type": "integer", "minimum": 0])
    static let moment = Schema(json: ["type": "string", "format": "date-time"])
    static let text = Schema(json: ["type": "string"])
    static let anything = Schema(json: [:])

    static func text(ofLength range: ClosedRange<Int>, pattern: String? = nil) -> Schema {
        Schema(json: ["type": "string", "minLength": JSON(range.lowerBound), "maxLength": JSON(range.upperBound)])
            .with("pattern", pattern.map(JSON.text))
    }

    /// A line of text that says something: no control characters, and not white space alone.
    static func line(ofLength limit: Int, without separator: String = "") -> Schema {
        let none = #"\u0000-\u001f\u007f-\u009f\u2028\u2029"# + separator
        return text(ofLength: 1...limit, pattern: #"^[^\#(none)]*[^\s\#(none)][^\#(none)]*$"#)
    }

    static func text(matching pattern: String) -> Schema { text.with("pattern", .text(pattern)) }

    static func integer(_ range: ClosedRange<Int64>) -> Schema {
        let limits: JSON = ["type": "integer", "minimum": .number(.init(range.lowerBound))]
        return Schema(json: limits).with("maximum", .number(.init(range.upperBound)))
    }

    static func choice(_ words: [String]) -> Schema {
        Schema(json: ["type": "string", "enum": .list(words.map(JSON.text))])
    }

    static func choice<Choice: RawRepresentable<String> & CaseIterable>(of _: Choice.Type) -> Schema {
        choice(Choice.allCases.map(\.rawValue))
    }

    static func choice(_ numbers: [Int]) -> Schema {
        Schema(json: ["type": "integer", "enum": .list(numbers.map { JSON($0) })])
    }

    static func list(of elements: Schema) -> Schema { Schema(json: ["type": "array", "items": elements.json]) }

    /// An object that has these members and no others.
    static func object(_ members: KeyValuePairs<String, Schema>, optional: Set<String> = []) -> Schema {
        object(members.map { ($0.key, $0.value) }, optional: optional)
    }

    static func object(_ members: [(String, Schema)], optional: Set<String> = []) -> Schema {
        let required = members.map(\.0).filter { !optional.contains($0) }.map(JSON.text)
        return Schema(json: [
            "type": "object",
            "properties": .object(members.map { .init(name: $0.0, value: $0.1.json) }),
        ])
        .with("required", required.isEmpty ? nil : .list(required))
        .with("additionalProperties", .flag(false))
    }

    // MARK: - What else can be said of a value

    /// The value, or `null`.
    var orNull: Schema {
        guard let type = json["type"] else {
            return Schema(json: ["anyOf": .list([json, ["type": "null"]])])
        }
        if canBeNull { return self }
        var schema = with("type", .list([type, "null"]))
        if case .list(let choices)? = json["enum"] { schema = schema.with("enum", .list(choices + [.null])) }
        return schema
    }

    var canBeNull: Bool { json["type"]?.list.contains("null") == true || json["anyOf"] != nil }

    func described(_ words: String) -> Schema { with("description", .text(words)) }
    func defaulting(to value: JSON) -> Schema { with("default", value) }

    /// The schema with a keyword, or with another value of one that it has.
    func with(_ keyword: String, _ value: JSON?) -> Schema {
        guard let value, case .object(var members) = json else { return self }
        if let index = members.firstIndex(where: { $0.name == keyword }) {
            members[index].value = value
        } else {
            members.append(.init(name: keyword, value: value))
        }
        return Schema(json: .object(members))
    }
}
