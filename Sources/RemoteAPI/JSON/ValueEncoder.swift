import Foundation

/// Encodes one value into a document, in the order in which its type names its members.
struct ValueEncoder: Encoder {
    let writer: JSONWriter
    /// In how many objects and lists the value is.
    let depth: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        writer.begin(UInt8(ascii: "{"), closedBy: UInt8(ascii: "}"))
        return KeyedEncodingContainer(MemberWriter(writer: writer, depth: depth + 1))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        writer.begin(UInt8(ascii: "["), closedBy: UInt8(ascii: "]"))
        return ElementWriter(writer: writer, depth: depth + 1)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

// The protocols list a function for each type of numbers; one generic function is all of them.

extension ValueEncoder: SingleValueEncodingContainer {
    func encodeNil() { writer.write(plain: "null") }

    func encode(_ value: Bool) { writer.write(plain: value ? "true" : "false") }

    func encode(_ value: String) { writer.write(value) }

    func encode<Integer: FixedWidthInteger & Encodable>(_ value: Integer) { writer.write(plain: String(value)) }

    func encode<Number: BinaryFloatingPoint & Encodable & CustomStringConvertible>(_ value: Number) throws {
        guard value.isFinite else { throw unwritable(value) }
        writer.write(plain: value.description)
    }

    func encode<Value: Encodable>(_ value: Value) throws {
        // A cast costs more than the comparison of two types.
        if Value.self == String.self, let text = value as? String {
            writer.write(text)
        } else if Value.self == Decimal.self, let number = value as? Decimal {
            guard number.isFinite else { throw unwritable(number) }
            writer.write(plain: number.description)
        } else {
            try value.encode(to: self)
        }
    }

    private func unwritable(_ number: any Encodable) -> EncodingError {
        EncodingError.invalidValue(number, EncodingError.Context(codingPath: [], debugDescription: "not a number"))
    }
}

/// The members of an object.
private struct MemberWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writer: JSONWriter
    let depth: Int

    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { member(key).encodeNil() }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { try member(key).encode(value) }

    func nestedContainer<Nested>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        member(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { member(key).unkeyedContainer() }

    func superEncoder() -> any Encoder { ValueEncoder(writer: writer, depth: depth) }

    func superEncoder(forKey key: Key) -> any Encoder { member(key) }

    private func member(_ key: Key) -> ValueEncoder {
        writer.beginMember(depth, key.stringValue)
        return ValueEncoder(writer: writer, depth: depth)
    }
}

/// The elements of a list.
private struct ElementWriter: UnkeyedEncodingContainer {
    let writer: JSONWriter
    let depth: Int
    private(set) var count = 0

    init(writer: JSONWriter, depth: Int) {
        self.writer = writer
        self.depth = depth
    }

    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() { element().encodeNil() }

    mutating func encode<Value: Encodable>(_ value: Value) throws { try element().encode(value) }

    mutating func nestedContainer<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        element().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { element().unkeyedContainer() }

    mutating func superEncoder() -> any Encoder { element() }

    private mutating func element() -> ValueEncoder {
        count += 1
        writer.beginElement(depth)
        return ValueEncoder(writer: writer, depth: depth)
    }
}
