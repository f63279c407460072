/// Names and values of a query or a URL-encoded form, decoded, in order and with repeats.
package struct Form: Sendable, Equatable, Sequence {
    package typealias Element = (name: String, value: String)

    private let elements: [Element]

    /// Decodes `application/x-www-form-urlencoded` text.
    ///
    /// A broken escape stays as it is, and bytes that are not UTF-8 become U+FFFD.
    package init(decoding text: some StringProtocol) {
        elements = text.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decode(halves[0]), halves.count > 1 ? Self.decode(halves[1]) : "")
        }
    }

    /// Decodes the body of a form post.
    package init(decoding body: [UInt8]) { self.init(decoding: String(decoding: body, as: UTF8.self)) }

    /// The first value of that name.
    package subscript(name: String) -> String? { elements.first { $0.name == name }?.value }

    /// Every value of that name, in order.
    package func values(_ name: String) -> [String] { elements.filter { $0.name == name }.map(\.value) }

    package func makeIterator() -> IndexingIterator<[Element]> { elements.makeIterator() }

    package static func == (left: Form, right: Form) -> Bool {
        left.elements.elementsEqual(right.elements) { $0.name == $1.name && $0.value == $1.value }
    }

    private static func decode(_ bytes: some Collection<UInt8>) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                decoded.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let value = UInt8(hexDigits: rest.prefix(2)) {
                decoded.append(value)
                rest = rest.dropFirst(2)
            } else {
                decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}

extension UInt8 {
    /// The byte that two hexadecimal digits stand for.
    fileprivate init?(hexDigits: some Collection<UInt8>) {
        let digits = hexDigits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard hexDigits.count == 2, digits.count == 2 else { return nil }
        self = UInt8(digits[0] << 4 | digits[1])
    }
}
