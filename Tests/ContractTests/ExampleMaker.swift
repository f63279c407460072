import Foundation
import RemoteAPI
import TestSupport

/// Makes values that a schema of the document allows.
struct ExampleMaker: Sendable {
    let document: APIDocument
    var random: SeededGenerator

    /// Returns a value with every member that the schema knows.
    mutating func value(of schema: JSONValue) -> JSONValue {
        if let target = schema["$ref"]?.text.flatMap(document.target) { return value(of: target) }
        let types = schema["type"]?.list?.compactMap(\.text) ?? schema["type"]?.text.map { [$0] } ?? []
        if types.contains("null"), random.chance(0.3) { return .null }
        switch types.first {
        case "object":
            // Sorted, because the same seed has to make the same value.
            let properties = (schema["properties"]?.members ?? [:]).sorted { $0.key < $1.key }
            return .object(Dictionary(uniqueKeysWithValues: properties.map { ($0.key, value(of: $0.value)) }))
        case "array": return .list((0..<2).map { _ in value(of: schema["items"] ?? .null) })
        case "string": return .text(text(of: schema))
        case "boolean": return .truth(random.chance(0.5))
        case "integer": return .number(whole(of: schema))
        case "number": return .number(decimal(of: schema))
        default: return .null
        }
    }

    private mutating func text(of schema: JSONValue) -> String {
        switch schema["format"]?.text {
        case "uuid": return random.uuid()
        case "date-time": return moment()
        case "byte": return Data(random.text(scalars: 0...9).utf8).base64EncodedString()
        case "uri": return "https://example.com/\(random.uuid())"
        default:
            let (least, most) = (schema["minLength"]?.whole ?? 0, min(schema["maxLength"]?.whole ?? 60, 60))
            return least > 0 ? String(repeating: "a", count: least) : random.text(upTo: most)
        }
    }

    private mutating func moment() -> String {
        random.moment().wire.prefix(19)
            + (["Z", ".1Z", ".1234567Z", "+01:00", "-05:30"].randomElement(using: &random) ?? "Z")
    }

    private mutating func whole(of schema: JSONValue) -> Decimal {
        let choices = schema["enum"]?.list?.compactMap(\.number) ?? []
        let meanings = (schema["x-enum-meaning"]?.members ?? [:]).keys.compactMap { Decimal(string: $0) }
        if let choice = (choices.isEmpty ? meanings.sorted() : choices).randomElement(using: &random) { return choice }
        return Decimal(Int.random(in: range(of: schema, 1_000_000_000), using: &random))
    }

    private mutating func decimal(of schema: JSONValue) -> Decimal {
        let takesTwo = schema["pattern"]?.text?.contains("{1,2}") ?? false
        let places = takesTwo ? 2 : schema["x-decimals"]?.whole ?? 2
        return random.decimal(places, in: range(of: schema, 1_000_000_000))
    }

    private func range(of schema: JSONValue, _ bound: Int) -> ClosedRange<Int> {
        let least = schema["minimum"]?.whole ?? -bound
        return least...max(least, schema["maximum"]?.whole ?? bound)
    }
}

extension JSONValue {
    fileprivate var whole: Int? { number.flatMap { Int($0.description) } }
}
