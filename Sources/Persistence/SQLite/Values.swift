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

extension Decodable {
    init(json: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(json.utf8)) }
}
