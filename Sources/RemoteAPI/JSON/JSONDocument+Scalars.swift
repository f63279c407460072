import Foundation

// What texts and numbers of a document stand for. `nil` says that the value is something else.

extension JSONDocument {
    func isNull(_ index: Int) -> Bool { values[index].kind == .null }

    func truth(_ index: Int) -> Bool? {
        switch values[index].kind {
        case .yes: true
        case .no: false
        default: nil
        }
    }

    func text(_ index: Int) -> String? {
        switch values[index].kind {
        case .text: String(validating: content(index))
        case .escapedText: String(unescaping: content(index))
        default: nil
        }
    }

    /// A number without a fraction, also written as `1.0` or `1e2`.
    func integer<Integer: FixedWidthInteger>(_ index: Int) -> Integer? {
        guard let number = Digits(of: self, index) else { return nil }
        var magnitude = number.magnitude
        for _ in 0..<number.exponent.magnitude {
            if magnitude == 0 { break }
            let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: 10)
            if number.exponent < 0 {
                guard remainder == 0 else { return nil }
                magnitude = quotient
            } else {
                let (product, isOverflow) = magnitude.multipliedReportingOverflow(by: 10)
                guard !isOverflow else { return nil }
                magnitude = product
            }
        }
        let whole = Int128(magnitude)
        return Integer(exactly: number.isNegative ? -whole : whole)
    }

    func floatingPoint<Number: LosslessStringConvertible & FloatingPoint>(_ index: Int) -> Number? {
        guard values[index].kind == .number else { return nil }
        let number = Number(String(decoding: content(index), as: UTF8.self))
        return number?.isFinite == true ? number : nil
    }

    /// A number with all its decimals, which never pass through binary floating point.
    func decimal(_ index: Int) -> Decimal? {
        guard values[index].kind == .number else { return nil }
        if let number = Digits(of: self, index), (-64...64).contains(number.exponent) {
            let significand = Decimal(number.magnitude)
            return Decimal(
                sign: number.isNegative ? .minus : .plus,
                exponent: number.exponent,
                significand: significand
            )
        }
        return Decimal(string: String(decoding: content(index), as: UTF8.self), locale: Self.plain)
    }

    private static let plain = Locale(identifier: "en_US_POSIX")
}

/// A number of not too many digits: its digits as one whole number, and the power of ten by which it is multiplied.
private struct Digits {
    var magnitude: UInt64 = 0
    var exponent = 0
    var isNegative = false

    /// - Parameters:
    ///   - document: Has been scanned, so a number is well formed.
    ///   - index: The value.
    init?(of document: JSONDocument, _ index: Int) {
        guard document.values[index].kind == .number else { return nil }
        var rest = document.content(index)
        if rest.first == UInt8(ascii: "-") {
            isNegative = true
            rest.removeFirst()
        }
        var (decimals, isFraction) = (0, false)
        while let byte = rest.first, byte | 0x20 != UInt8(ascii: "e") {
            rest.removeFirst()
            guard byte != UInt8(ascii: ".") else {
                isFraction = true
                continue
            }
            decimals += isFraction ? 1 : 0
            let (tenfold, isTooLarge) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, isLargerStill) = tenfold.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
            guard !isTooLarge, !isLargerStill else { return nil }
            magnitude = sum
        }
        if rest.popFirst() != nil {
            guard let written = Int(String(decoding: rest, as: UTF8.self)), written.magnitude < 1_000_000 else {
                return nil
            }
            exponent = written
        }
        exponent -= decimals
    }
}

extension String {
    /// Creates a text of UTF-8, or `nil` where it is none.
    ///
    /// The same as `String(validating:as:)`, which looks up types for each text.
    fileprivate init?(validating bytes: ArraySlice<UInt8>) {
        guard let text = try? UTF8Span(validating: bytes.span) else { return nil }
        self.init(copying: text)
    }

    /// Creates the text that stands between quotation marks, or `nil` where an escape or a character is none.
    fileprivate init?(unescaping escaped: ArraySlice<UInt8>) {
        var text: [UInt8] = []
        text.reserveCapacity(escaped.count)
        var rest = escaped
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            switch rest.popFirst() {
            case let mark? where [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/")].contains(mark):
                text.append(mark)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "u"):
                guard let scalar = rest.popScalar() else { return nil }
                text.append(contentsOf: String(scalar).utf8)
            default: return nil
            }
        }
        self.init(validating: text[...])
    }
}

extension ArraySlice<UInt8> {
    /// Removes the four hexadecimal digits of an escape, and the second escape where they are the half of a pair.
    fileprivate mutating func popScalar() -> Unicode.Scalar? {
        guard let first = popCodeUnit() else { return nil }
        guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) }
        guard popFirst() == UInt8(ascii: "\\"), popFirst() == UInt8(ascii: "u"), let second = popCodeUnit(),
            UTF16.isTrailSurrogate(second)
        else { return nil }
        return Unicode.Scalar(0x10000 + (UInt32(first) & 0x3FF) << 10 + (UInt32(second) & 0x3FF))
    }

    private mutating func popCodeUnit() -> UInt16? {
        let digits = prefix(4)
        guard digits.count == 4, digits.allSatisfy(\.isHexDigit) else { return nil }
        removeFirst(4)
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
