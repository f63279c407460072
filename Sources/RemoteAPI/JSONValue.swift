package import Foundation

/// Any JSON, with exact decimals: for documents that are read, changed in places and written back.
package enum JSONValue: Sendable, Equatable {
    case null
    case truth(Bool)
    case number(Decimal)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// Creates the JSON that a wire type encodes to, with keys that begin with a small letter.
    package init(_ value: some Encodable) {
        do {
            self = try WireJSON.decode(from: WireJSON.encode(value, keys: .asNamed))
        } catch {
            preconditionFailure("What was encoded cannot be decoded: \(error)")
        }
    }

    /// A list's elements; `nil` for anything else, and setting them makes it a list.
    package var list: [JSONValue]? {
        get { if case .list(let elements) = self { elements } else { nil } }
        set { self = newValue.map { .list($0) } ?? .null }
    }

    /// An object's member; setting one of anything else does nothing.
    package subscript(name: String) -> JSONValue? {
        get { if case .object(let members) = self { members[name] } else { nil } }
        set {
            guard case .object(var members) = self else { return }
            self = .null
            members[name] = newValue
            self = .object(members)
        }
    }

    /// Removes members of an object.
    package mutating func remove(_ names: Set<String>) {
        guard case .object(let members) = self else { return }
        self = .object(members.filter { !names.contains($0.key) })
    }
}

extension JSONValue: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let members = try? container.decode([String: JSONValue].self) {
            self = .object(members)
        } else if let elements = try? container.decode([JSONValue].self) {
            self = .list(elements)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let truth = try? container.decode(Bool.self) {
            self = .truth(truth)
        } else {
            self = .number(try container.decode(Decimal.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .truth(let truth): try container.encode(truth)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let elements): try container.encode(elements)
        case .object(let members):
            // A dictionary's own order is another one in each process.
            var object = encoder.container(keyedBy: AnyKey.self)
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                try object.encode(value, forKey: AnyKey(stringValue: name))
            }
        }
    }
}
