import Foundation

/// Decodes what a type asks for from one value of a document.
///
/// It is a hundredth of what Foundation's `JSONDecoder` can do, at a quarter of its time: an import reads hundreds of
/// thousands of records.
struct ValueDecoder: Decoder {
    let document: JSONDocument
    let index: Int

    /// Only errors ask for it, so it is looked up and not carried along.
    var codingPath: [any CodingKey] { document.path(to: index) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard document.values[index].kind == .object else { throw document.mismatch(index, "object") }
        return KeyedDecodingContainer(Members(document, object: index))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard document.values[index].kind == .list else { throw document.mismatch(index, "list") }
        return Elements(document, list: index)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }
}

extension JSONDocument {
    /// Returns what a type makes of a value.
    func decode<Value: Decodable>(_ type: Value.Type, at index: Int) throws -> Value {
        if Value.self == String.self { return try value(text(index), index) }
        if Value.self == Bool.self { return try value(truth(index), index) }
        if Value.self == Int.self { return try value(integer(index) as Int?, index) }
        if Value.self == Decimal.self { return try value(decimal(index), index) }
        if Value.self == Date.self { return try value(text(index).flatMap { Date(wire: $0) }, index) }
        return try Value(from: ValueDecoder(document: self, index: index))
    }

    /// Gives a value back as the type that it is known to be.
    private func value<Found, Value>(_ found: Found?, _ index: Int) throws -> Value {
        guard let value = found as? Value else { throw mismatch(index, "\(Value.self)") }
        return value
    }

    /// The error of a value that is not what a type needs.
    func mismatch(_ index: Int, _ wanted: String) -> JSONFailure {
        let what =
            switch values[index].kind {
            case .null: "is null and no \(wanted)"
            default: "is no \(wanted)"
            }
        return JSONFailure(what: what, value: (self, index))
    }
}

// The protocols list a function for each type of numbers; one generic function is all of them.

extension ValueDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { document.isNull(index) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try document.decode(type, at: index) }

    func decode<Integer: FixedWidthInteger & Decodable>(_ type: Integer.Type) throws -> Integer {
        guard let number: Integer = document.integer(index) else { throw document.mismatch(index, "\(type)") }
        return number
    }

    func decode<Number: BinaryFloatingPoint & LosslessStringConvertible & Decodable>(
        _ type: Number.Type
    ) throws -> Number {
        guard let number: Number = document.floatingPoint(index) else { throw document.mismatch(index, "\(type)") }
        return number
    }
}

/// The members of an object, by their names.
private final class Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let document: JSONDocument
    let object: Int
    private let end: Int
    /// Where the next search begins: members are mostly asked for in the order in which they lie.
    private var likely: Int

    init(_ document: JSONDocument, object: Int) {
        self.document = document
        self.object = object
        end = document.next(after: object)
        likely = object + 1
    }

    var codingPath: [any CodingKey] { document.path(to: object) }

    var allKeys: [Key] {
        var keys: [Key] = []
        var member = object + 1
        while member < end {
            if let key = Key(stringValue: document.name(member)) { keys.append(key) }
            member = document.next(after: member + 1)
        }
        return keys
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { document.isNull(try index(key)) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try document.decode(type, at: index(key))
    }

    // The protocol's own ways to do this search three times, and casts cost more than all that is cast.

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        guard let index = present(key) else { return nil }
        guard let truth = document.truth(index) else { throw document.mismatch(index, "Bool") }
        return truth
    }

    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        guard let index = present(key) else { return nil }
        guard let number: Int = document.integer(index) else { throw document.mismatch(index, "Int") }
        return number
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        guard let index = present(key) else { return nil }
        guard let text = document.text(index) else { throw document.mismatch(index, "String") }
        return text
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard let index = present(key) else { return nil }
        return try document.decode(type, at: index)
    }

    private func present(_ key: Key) -> Int? {
        guard let index = find(key), !document.isNull(index) else { return nil }
        return index
    }

    func nestedContainer<Nested>(keyedBy: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
        try superDecoder(forKey: key).container(keyedBy: keyedBy)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try superDecoder(forKey: key).unkeyedContainer()
    }

    func superDecoder() -> any Decoder { ValueDecoder(document: document, index: object) }

    func superDecoder(forKey key: Key) throws -> any Decoder { ValueDecoder(document: document, index: try index(key)) }

    private func index(_ key: Key) throws -> Int {
        guard let index = find(key) else {
            throw JSONFailure(what: "lacks \(key.stringValue)", value: (document, object))
        }
        return index
    }

    private func find(_ key: Key) -> Int? {
        let name = key.stringValue
        return find(name, in: likely..<end) ?? find(name, in: object + 1..<likely)
    }

    private func find(_ name: String, in members: Range<Int>) -> Int? {
        guard let member = document.member(name, in: members) else { return nil }
        likely = document.next(after: member)
        return member
    }
}

/// The elements of a list, one after the other.
private struct Elements: UnkeyedDecodingContainer {
    let document: JSONDocument
    let list: Int
    private var next: Int
    private(set) var currentIndex = 0

    init(_ document: JSONDocument, list: Int) {
        self.document = document
        self.list = list
        next = list + 1
    }

    var codingPath: [any CodingKey] { document.path(to: list) }
    var isAtEnd: Bool { next == document.next(after: list) }

    var count: Int? {
        var (count, element) = (0, list + 1)
        while element < document.next(after: list) {
            element = document.next(after: element)
            count += 1
        }
        return count
    }

    mutating func decodeNil() throws -> Bool {
        guard try document.isNull(current) else { return false }
        step()
        return true
    }

    /// What can't be decoded is still the current element.
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try document.decode(type, at: current)
        step()
        return value
    }

    mutating func nestedContainer<Key>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try superDecoder().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try superDecoder().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = ValueDecoder(document: document, index: try current)
        step()
        return decoder
    }

    private var current: Int {
        get throws {
            guard !isAtEnd else { throw JSONFailure(what: "has too few elements", value: (document, list)) }
            return next
        }
    }

    private mutating func step() {
        next = document.next(after: next)
        currentIndex += 1
    }
}
