package import Foundation

/// A JSON value that keeps a number's digits and an object's order.
///
/// Numbers stay text: amounts must not pass through binary floating point.
package enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSON])
    case object(JSONObject)

    package var string: String? { if case .string(let text) = self { text } else { nil } }
    package var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
    package var array: [JSON]? { if case .array(let items) = self { items } else { nil } }
    package var object: JSONObject? { if case .object(let object) = self { object } else { nil } }
    package var isNull: Bool { self == .null }

    package var decimal: Decimal? {
        if case .number(let digits) = self {
            Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX"))
        } else {
            nil
        }
    }

    package var int: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }

    package static func decimal(_ value: Decimal) -> JSON { .number(value.description) }
    package static func int(_ value: Int) -> JSON { .number(String(value)) }

    /// The text of a scalar, as a form or a table cell shows it.
    package var text: String {
        switch self {
        case .null: ""
        case .bool(let flag): String(flag)
        case .number(let text), .string(let text): text
        case .array, .object: encoded
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .int(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral {
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(JSONObject(elements)) }
    package init(nilLiteral: ()) { self = .null }
}
