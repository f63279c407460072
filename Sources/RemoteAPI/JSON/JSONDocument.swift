import Foundation

/// A JSON document: its bytes, and where its values lie in them.
///
/// The bytes are looked at once, strictly and to the end, before anything is decoded. Texts and numbers are made only
/// when someone asks for them: of a record's sixty members the connector reads thirty.
final class JSONDocument: Sendable {
    let bytes: [UInt8]
    /// Every value in the document's order, the whole document first; a member's name comes before its value.
    let values: [Value]

    /// Where a value lies.
    struct Value: Sendable {
        enum Kind: Sendable { case null, no, yes, number, text, escapedText, list, object }

        var kind: Kind
        /// Its first byte; that of a text is behind the quotation mark.
        var start: UInt32
        /// Behind its last byte; for a list or an object, which of ``JSONDocument/values`` comes behind it.
        var end: UInt32

        var isContainer: Bool { kind == .list || kind == .object }
    }

    /// Reads a document from a stranger.
    ///
    /// - Throws: ``JSONFailure``, when it is malformed or nested more than 512 times.
    init(_ data: consuming Data) throws(JSONFailure) {
        var scanner = try JSONScanner([UInt8](data))
        try scanner.scanDocument()
        bytes = scanner.bytes
        values = scanner.values
    }

    /// Which value comes behind another one and all that it contains.
    func next(after index: Int) -> Int { values[index].isContainer ? Int(values[index].end) : index + 1 }

    /// The bytes of a text or a number.
    func content(_ index: Int) -> ArraySlice<UInt8> { bytes[Int(values[index].start)..<Int(values[index].end)] }

    /// The name of a member, with a small first letter.
    func name(_ index: Int) -> String {
        let name = text(index) ?? ""
        guard let first = name.utf8.first, UInt8.capitals.contains(first) else { return name }
        return name.prefix(1).lowercased() + name.dropFirst()
    }

    /// Where a value is within the document, such as `rows`, `1`, `number`.
    func path(to index: Int) -> [any CodingKey] {
        var path: [any CodingKey] = []
        var container = 0
        while container != index, values[container].isContainer {
            let isObject = values[container].kind == .object
            var (place, child) = (0, container + 1)
            while next(after: isObject ? child + 1 : child) <= index {
                child = next(after: isObject ? child + 1 : child)
                place += 1
            }
            path.append(isObject ? AnyKey(stringValue: name(child)) : Place(intValue: place))
            container = isObject ? child + 1 : child
        }
        return path
    }

    /// The value of the first of these members that has a name, or the same with a capital first letter.
    ///
    /// - Parameters:
    ///   - name: The name, with a small first letter.
    ///   - members: Of one object; the first is a member's name.
    /// - Returns: Which value it is, or `nil`.
    func member(_ name: String, in members: Range<Int>) -> Int? {
        let count = UInt32(name.utf8.count)
        var member = members.lowerBound
        while member < members.upperBound {
            let value = values[member]
            if value.kind == .escapedText {
                if self.name(member) == name { return member + 1 }
            } else if value.end - value.start == count, isSame(Int(value.start), name) {
                return member + 1
            }
            member = next(after: member + 1)
        }
        return nil
    }

    /// Whether these are the bytes of a name, or of the same with a capital first letter.
    private func isSame(_ start: Int, _ name: String) -> Bool {
        var place = start
        for byte in name.utf8 {
            let own = bytes[place]
            guard own == byte || (place == start && UInt8.capitals.contains(own) && own | 0x20 == byte) else {
                return false
            }
            place += 1
        }
        return true
    }
}

/// Why a JSON document, or something in it, can't be read.
struct JSONFailure: Error {
    /// What is wrong, such as `is no Int`; never the content.
    var what: String
    /// The value that it is about, if it is about one.
    var value: (document: JSONDocument, index: Int)?

    static let malformed = JSONFailure(what: "is malformed")
}

/// An element's place in its list.
struct Place: CodingKey {
    let index: Int

    var stringValue: String { String(index) }
    var intValue: Int? { index }

    init(intValue: Int) { index = intValue }

    init?(stringValue: String) { nil }
}

extension UInt8 {
    static let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

    var isHexDigit: Bool {
        UInt8.digits.contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
}
