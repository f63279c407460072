package import Foundation

/// JSON as both vendors speak it.
///
/// Swift names are the vendors' with a small first letter. Whatever is read may begin with either: Visma's published
/// names did for some days. Decimals never pass through binary floating point.
package enum WireJSON {
    /// How keys are written.
    package enum Keys: Sendable {
        /// As the type names them.
        case asNamed
        /// With a capital first letter: `CustomerNumber` for `customerNumber`.
        case capitalized
    }

    /// Returns the value that `data` holds.
    ///
    /// - Parameters:
    ///   - type: The value's type, with keys that begin with a small letter.
    ///   - data: A JSON document from a stranger.
    /// - Returns: The value.
    /// - Throws: ``RemoteAPIError/unreadable(reason:)``, which names the place and not the content.
    package static func decode<Value: Decodable>(
        _ type: Value.Type = Value.self,
        from data: consuming Data
    ) throws(RemoteAPIError) -> Value {
        do {
            return try JSONDocument(data).decode(type, at: 0)
        } catch {
            throw .unreadable(reason: error.place)
        }
    }

    /// Returns `value` as a JSON document.
    ///
    /// Members come in the order in which the type encodes them, so the same content is always the same bytes.
    package static func encode(_ value: some Encodable, keys: Keys) -> Data {
        let writer = JSONWriter(keys: keys)
        do {
            try ValueEncoder(writer: writer, depth: 0).encode(value)
        } catch {
            preconditionFailure("A wire type cannot be encoded: \(error.place)")
        }
        writer.close(to: 0)
        return Data(writer.bytes)
    }
}

/// A key that no type names.
struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
}

extension Error {
    /// Where a document is not what it should be, without its content.
    package var place: String {
        if let failure = self as? JSONFailure { return failure.place }
        let (what, context): (String, DecodingError.Context?) =
            switch self as? DecodingError {
            case .typeMismatch(let type, let context): ("is no \(type)", context)
            case .valueNotFound(let type, let context): ("is null and no \(type)", context)
            case .keyNotFound(let key, let context): ("lacks \(key.stringValue)", context)
            case .dataCorrupted(let context): ("is malformed", context)
            default: ("is malformed", nil)
            }
        return "the answer\(context?.codingPath.written ?? "") \(what)"
    }
}

extension JSONFailure {
    fileprivate var place: String {
        "the answer\(value.map { $0.document.path(to: $0.index).written } ?? "") \(what)"
    }
}

extension [any CodingKey] {
    fileprivate var written: String { map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined() }
}
