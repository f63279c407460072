import Foundation

/// Writes a JSON document, byte after byte.
///
/// Nobody says that an object or a list is complete: it is, when something is written outside of it.
final class JSONWriter {
    private(set) var bytes: [UInt8] = []
    private let keys: WireJSON.Keys
    /// What closes each object and list that is open, the outermost first.
    private var open: [UInt8] = []

    init(keys: WireJSON.Keys) { self.keys = keys }

    /// Closes what is open within that many objects and lists.
    func close(to depth: Int) {
        while open.count > depth, let end = open.popLast() { bytes.append(end) }
    }

    /// Begins an object or a list.
    func begin(_ start: UInt8, closedBy end: UInt8) {
        bytes.append(start)
        open.append(end)
    }

    /// Makes ready for the next value of the list at a depth.
    func beginElement(_ depth: Int) {
        close(to: depth)
        if let last = bytes.last, last != UInt8(ascii: "["), last != UInt8(ascii: "{") {
            bytes.append(UInt8(ascii: ","))
        }
    }

    /// Makes ready for the value of the next member of the object at a depth.
    func beginMember(_ depth: Int, _ name: String) {
        beginElement(depth)
        let start = bytes.count + 1
        write(name)
        if keys == .capitalized, case UInt8(ascii: "a")...UInt8(ascii: "z") = bytes[start] { bytes[start] &= ~0x20 }
        bytes.append(UInt8(ascii: ":"))
    }

    /// Writes what needs no quotation marks.
    func write(plain text: String) { bytes.append(contentsOf: text.utf8) }

    /// Writes a text with its quotation marks.
    func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            writeEscaped(text)
        } else {
            write(plain: text)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func writeEscaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x08: write(plain: #"\b"#)
            case 0x0C: write(plain: #"\f"#)
            case 0x0A: write(plain: #"\n"#)
            case 0x0D: write(plain: #"\r"#)
            case 0x09: write(plain: #"\t"#)
            case 0..<0x20: write(plain: #"\u00"# + (byte < 0x10 ? "0" : "1") + String(byte & 0xF, radix: 16))
            default: bytes.append(byte)
            }
        }
    }
}
