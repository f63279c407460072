import Domain
import Foundation
import GRDB

/// A column holds something that this version doesn't know.
struct UnreadableValue: Error {}

extension SealedSecret {
    /// One text: the key's name, a colon, and the box in base64, which has no colon.
    var stored: String { "\(keyID):\(Data(box).base64EncodedString())" }

    init(stored: String) throws {
        guard
            let colon = stored.lastIndex(of: ":"),
            let box = Data(base64Encoded: String(stored[stored.index(after: colon)...]))
        else { throw UnreadableValue() }
        self.init(keyID: String(stored[..<colon]), box: Array(box))
    }
}

extension Fingerprint {
    var stored: Data { Data(bytes) }
}

extension Row {
    func date(_ column: String) -> Date? {
        (self[column] as Int64?).map(Date.init(milliseconds:))
    }

    func fingerprint(_ column: String) -> Fingerprint? {
        (self[column] as Data?).map { Fingerprint(Array($0)) }
    }

    func secret(_ column: String) throws -> SealedSecret? {
        try (self[column] as String?).map(SealedSecret.init(stored:))
    }

    /// A value that is one of a few words, or `nil` when the column is empty.
    func word<Word: RawRepresentable<String>>(_ column: String, as type: Word.Type = Word.self) throws -> Word? {
        try (self[column] as String?).map { text in try Word(rawValue: text).orUnreadable() }
    }
}

extension Optional {
    /// The value, where the table's shape says that there is one.
    func orUnreadable() throws -> Wrapped {
        guard let self else { throw UnreadableValue() }
        return self
    }
}

extension Database {
    func requireAccount(_ account: Account.ID) throws {
        let isThere = try Int.fetchOne(
            cachedStatement(sql: "SELECT 1 FROM account WHERE id = ?"),
            arguments: [account.rawValue]
        )
        guard isThere != nil else { throw StoreError.unknownAccount(account) }
    }
}

extension Encodable {
    func json() throws -> String { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
}

extension [String] {
    /// These texts as a JSON list, for `json_each`.
    var json: String {
        var bytes = [UInt8(ascii: "[")]
        for text in self {
            bytes.append(contentsOf: (bytes.count == 1 ? "\"" : ",\"").utf8)
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
                case 0..<0x20: bytes += String(format: "\\u%04x", Int(byte)).utf8
                default: bytes.append(byte)
                }
            }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: "]"))
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Decodable {
    init(json: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(json.utf8)) }
}
