/// Finds the values of a JSON document, in one pass over its bytes.
struct JSONScanner {
    let bytes: [UInt8]
    private(set) var values: [JSONDocument.Value] = []
    private var place = 0

    private static let depthLimit = 512

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
        case UInt8(ascii: "t"): try scanWord("true", .yes)
        case UInt8(ascii: "f"): try scanWord("false", .no)
        case UInt8(ascii: "n"): try scanWord("null", .null)
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

    private mutating func scanWord(_ word: String, _ kind: JSONDocument.Value.Kind) throws(JSONFailure) {
        let start = place
        for byte in word.utf8 {
            guard take(byte) else { throw .malformed }
        }
        values.append(JSONDocument.Value(kind: kind, start: UInt32(start), end: UInt32(place)))
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
