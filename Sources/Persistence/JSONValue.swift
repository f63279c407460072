import Foundation

/// Any JSON value, with numbers as decimals.
enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Decimal)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])
}

extension JSONValue: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Decimal.self) {
            self = .number(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

extension JSONValue {
    /// These members with those of `other` laid over them, in every depth.
    func overlaid(with other: JSONValue) -> JSONValue {
        guard case .object(let below) = self, case .object(let above) = other else { return other }
        return .object(below.merging(above) { $0.overlaid(with: $1) })
    }

    /// The same, with `null` for every member that only `other` has.
    func namingMembers(of other: JSONValue) -> JSONValue {
        guard case .object(var members) = self, case .object(let named) = other else { return self }
        for (name, value) in named {
            members[name] = members[name]?.namingMembers(of: value) ?? .null
        }
        return .object(members)
    }
}
