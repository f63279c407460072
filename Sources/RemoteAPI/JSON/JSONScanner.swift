/// Finds the values of a JSON document, in one pass over its bytes.
struct JSONScanner {
    let bytes: [UInt8]
    private(set) var values: [JSONDocument.Value] = []
    private var place = 0

    private static let depthLimit = 512
    private static let yes = Array("true".utf8)
    private static let no = Array("false".utf8)
    private static let null = Array("null".utf8)

    init(_ bytes: [UInt8]) throws(JSONFailure) {
        guard bytes.count < UInt32.max else { throw .malformed }
        self.bytes = bytes
        // A record of the vendors' has a value in every sixteen bytes, and its name.
        values.reserveCapacity(bytes.count / 12)
    }

    /// Scans one value with nothing but white space around it.
    mutating func scanDocument() throws(JSONFailure) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        try scanValue(depth: 0)
        guard nextByte() == nil else { throw .malformed }
    }

    /// Skips white space, and returns the byte behind it without taking it.
    private mutating func nextByte() -> UInt8? {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x0A, 0x0D, 0x09: place += 1
            case let byte: return byte
            }
        }
        return nil
    }

    private mutating func scanValue(depth: Int) throws(JSONFailure) {
        switch nextByte() {
        case UInt8(ascii: "\""): try scanText()
        case UInt8(ascii: "{"): try scanContainer(.object, closedBy: UInt8(ascii: "}"), depth: depth + 1)
        case UInt8(ascii: "["): try scanContainer(.list, closedBy: UInt8(ascii: "]"), depth: depth + 1)
        case UInt8(ascii: "t"): try scanWord(Self.yes, .yes)
        case UInt8(ascii: "f"): try scanWord(Self.no, .no)
        case UInt8(ascii: "n"): try scanWord(Self.null, .null)
        default: try scanNumber()
        }
    }

    private mutating func scanContainer(
        _ kind: JSONDocument.Value.Kind,
        closedBy end: UInt8,
        depth: Int
    ) throws(JSONFailure) {
        guard depth <= Self.depthLimit else { throw .malformed }
        let index = values.count
        values.append(JSONDocument.Value(kind: kind, start: UInt32(place), end: 0))
        place += 1
        if nextByte() == end {
            place += 1
        } else {
            while true {
                if kind == .object {
                    guard nextByte() == UInt8(ascii: "\"") else { throw .malformed }
                    try scanText()
                    guard nextByte() == UInt8(ascii: ":") else { throw .malformed }
                    place += 1
                }
                try scanValue(depth: depth)
                let byte = nextByte()
                place += 1
                if byte == end { break }
                guard byte == UInt8(ascii: ",") else { throw .malformed }
            }
        }
        values[index].end = UInt32(values.count)
    }

    private mutating func scanText() throws(JSONFailure) {
        let start = place + 1
        var kind = JSONDocument.Value.Kind.text
        var index = start
        while index < bytes.count {
            if isPlain(index) {
                index += 8
                continue
            }
            switch bytes[index] {
            case UInt8(ascii: "\""):
                values.append(JSONDocument.Value(kind: kind, start: UInt32(start), end: UInt32(index)))
                place = index + 1
                return
            case UInt8(ascii: "\\"):
                kind = .escapedText
                index += try escapeLength(index)
            case 0..<0x20:
                throw .malformed
            default:
                index += 1
            }
        }
        throw .malformed
    }

    /// Whether the next eight bytes surely belong to the text as they are.
    private func isPlain(_ index: Int) -> Bool {
        guard index + 8 <= bytes.count else { return false }
        let word = unsafe bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        // In each byte, the highest bit says that a subtraction went below zero.
        let (ones, highest): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let escapes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        let controls = (word &- ones &* 0x20) & ~word
        return (controls | (quotes &- ones) & ~quotes | (escapes &- ones) & ~escapes) & highest == 0
    }

    /// The length of the escape at a place.
    ///
    /// Half a pair of code units is let through: vendors cut texts in their middle. Only who reads such a text fails.
    private func escapeLength(_ start: Int) throws(JSONFailure) -> Int {
        guard start + 1 < bytes.count else { throw .malformed }
        switch bytes[start + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return 2
        case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return 2
        case UInt8(ascii: "u"):
            let digits = bytes[(start + 2)...].prefix(4)
            guard digits.count == 4, digits.allSatisfy(\.isHexDigit) else { throw .malformed }
            return 6
        default: throw .malformed
        }
    }

    private mutating func scanWord(_ word: [UInt8], _ kind: JSONDocument.Value.Kind) throws(JSONFailure) {
        let end = place + word.count
        guard end <= bytes.count, bytes[place..<end].elementsEqual(word) else { throw .malformed }
        values.append(JSONDocument.Value(kind: kind, start: UInt32(place), end: UInt32(end)))
        place = end
    }

    /// Scans `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`.
    private mutating func scanNumber() throws(JSONFailure) {
        let start = place
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try takeDigits() }
        if take(UInt8(ascii: ".")) { try takeDigits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try takeDigits()
        }
        values.append(JSONDocument.Value(kind: .number, start: UInt32(start), end: UInt32(place)))
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func takeDigits() throws(JSONFailure) {
        let start = place
        while place < bytes.count, UInt8.digits.contains(bytes[place]) { place += 1 }
        guard place > start else { throw .malformed }
    }
}
