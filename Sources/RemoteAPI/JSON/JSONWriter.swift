import Foundation

/// Writes a JSON document, byte after byte.
///
/// Nobody says that an object or a list is complete: it is, when something is written outside of it.
///
/// A class, because encoders are copied; what it writes is a struct, because each access to a class's property is
/// checked for exclusivity, and one for each value is enough.
final class JSONWriter {
    private var text: JSONText

    init(keys: WireJSON.Keys) { text = JSONText(keys: keys) }

    var bytes: [UInt8] { text.bytes }

    /// Closes what is open within that many objects and lists.
    func close(to depth: Int) { text.close(to: depth) }

    /// Begins an object or a list.
    func begin(_ start: UInt8, closedBy end: UInt8) { text.begin(start, closedBy: end) }

    /// Makes ready for the next value of the list at a depth.
    func beginElement(_ depth: Int) { text.beginElement(depth) }

    /// Makes ready for the value of the next member of the object at a depth.
    func beginMember(_ depth: Int, _ name: String) { text.beginMember(depth, name) }

    /// Writes what needs no quotation marks.
    func write(plain: String) { text.bytes.append(contentsOf: plain.utf8) }

    /// Writes a text with its quotation marks.
    func write(_ quoted: String) { text.write(quoted) }
}

/// The part of a JSON document that is written already.
private struct JSONText {
    let keys: WireJSON.Keys
    var bytes: [UInt8] = []
    /// What closes each object and list that is open, the outermost first.
    private var open: [UInt8] = []

    init(keys: WireJSON.Keys) { self.keys = keys }

    mutating func close(to depth: Int) {
        while open.count > depth, let end = open.popLast() { bytes.append(end) }
    }

    mutating func begin(_ start: UInt8, closedBy end: UInt8) {
        bytes.append(start)
        open.append(end)
    }

    mutating func beginElement(_ depth: Int) {
        close(to: depth)
        if let last = bytes.last, last != UInt8(ascii: "["), last != UInt8(ascii: "{") {
            bytes.append(UInt8(ascii: ","))
        }
    }

    mutating func beginMember(_ depth: Int, _ name: String) {
        beginElement(depth)
        let start = bytes.count + 1
        write(name)
        if keys == .capitalized, case UInt8(ascii: "a")...UInt8(ascii: "z") = bytes[start] { bytes[start] &= ~0x20 }
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        if bytes[start...].contains(where: \.isEscaped) {
            bytes.removeSubrange(start...)
            writeEscaped(text)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func writeEscaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x08: bytes += #"\b"#.utf8
            case 0x0C: bytes += #"\f"#.utf8
            case 0x0A: bytes += #"\n"#.utf8
            case 0x0D: bytes += #"\r"#.utf8
            case 0x09: bytes += #"\t"#.utf8
            case 0..<0x20: bytes += (#"\u00"# + (byte < 0x10 ? "0" : "1") + String(byte & 0xF, radix: 16)).utf8
            default: bytes.append(byte)
            }
        }
    }
}

extension UInt8 {
    /// Whether JSON does not let this byte stand in a text as it is.
    fileprivate var isEscaped: Bool { self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") }
}
