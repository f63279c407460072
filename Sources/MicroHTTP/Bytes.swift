/// Received bytes, in memory of someone else.
typealias Bytes = UnsafeRawBufferPointer

extension UInt8 {
    /// Whether this byte may stand in a token, such as a method or a header name.
    var isToken: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"): true
        case UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        case UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"): true
        default: false
        }
    }

    /// Whether this byte may stand in a line: no control byte but the tab.
    var isText: Bool { self >= 0x20 && self != 0x7f || self == 0x09 }

    /// Whether this byte may stand in a host with its port.
    ///
    /// The rest of the rules for names and addresses is left to whoever compares hosts.
    var isHost: Bool {
        switch self {
        case UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "@"), UInt8(ascii: "?"): false
        case UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
        default: (0x21...0x7e).contains(self)
        }
    }

    var isHexDigit: Bool { Character(Unicode.Scalar(self)).isHexDigit }

    var lowercased: UInt8 { (0x41...0x5a).contains(self) ? self | 0x20 : self }
}

extension Collection<UInt8> {
    var isToken: Bool { !isEmpty && allSatisfy(\.isToken) }

    /// Compares with lower-case bytes.
    func elementsEqualLowercased(_ other: some Collection<UInt8>) -> Bool {
        count == other.count && zip(self, other).allSatisfy { $0.lowercased == $1 }
    }

    func startsIgnoringCase(_ prefix: String) -> Bool {
        self.prefix(prefix.utf8.count).elementsEqualLowercased(prefix.utf8)
    }
}

extension BidirectionalCollection<UInt8> {
    /// These bytes without the spaces and tabs around them.
    var trimmingBlanks: SubSequence {
        let tail = drop { $0 == 0x20 || $0 == 0x09 }
        let end = tail.lastIndex { $0 != 0x20 && $0 != 0x09 }
        return end.map { tail[...$0] } ?? tail.prefix(0)
    }
}
