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
        from data: Data
    ) throws(RemoteAPIError) -> Value {
        do {
            return try decoder.decode(type, from: data.withSmallKeys)
        } catch {
            throw .unreadable(reason: error.place)
        }
    }

    /// Returns `value` as a JSON document with sorted keys, so that the same content is always the same bytes.
    package static func encode(_ value: some Encodable, keys: Keys) -> Data {
        do {
            switch keys {
            case .asNamed: return try encoder.encode(value)
            case .capitalized: return try capitalizingEncoder.encode(value)
            }
        } catch {
            preconditionFailure("A wire type cannot be encoded: \(error.place)")
        }
    }

    private static let decoder: JSONDecoder = {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            guard let date = Date(wire: try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date")
            }
            return date
        }
        return decoder
    }()

    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    private static let capitalizingEncoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .custom { path in
            let name = path.last?.stringValue ?? ""
            return AnyKey(stringValue: name.prefix(1).uppercased() + name.dropFirst())
        }
        return encoder
    }()
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
        let (what, context): (String, DecodingError.Context?) =
            switch self as? DecodingError {
            case .typeMismatch(let type, let context): ("is no \(type)", context)
            case .valueNotFound(let type, let context): ("is null and no \(type)", context)
            case .keyNotFound(let key, let context): ("lacks \(key.stringValue)", context)
            case .dataCorrupted(let context): ("is malformed", context)
            default: ("is malformed", nil)
            }
        let path = context?.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined() ?? ""
        return "the answer\(path) \(what)"
    }
}

extension Data {
    /// This JSON document with the first letter of every key made small.
    ///
    /// One pass over the bytes costs a sixth of what a key decoding strategy does.
    fileprivate var withSmallKeys: Data {
        let (quote, backslash, colon, capitals) = (UInt8(0x22), UInt8(0x5C), UInt8(0x3A), UInt8(0x41)...UInt8(0x5A))
        var bytes = [UInt8](self)
        let end = bytes.count
        var place = 0
        while place < end {
            guard bytes[place] == quote else {
                place += 1
                continue
            }
            let start = place + 1
            place = start
            while place < end, bytes[place] != quote { place += bytes[place] == backslash ? 2 : 1 }
            place += 1
            // Only a key is followed by a colon.
            while place < end, bytes[place] <= 0x20 { place += 1 }
            if place < end, bytes[place] == colon, capitals.contains(bytes[start]) { bytes[start] |= 0x20 }
        }
        return Data(bytes)
    }
}
