package import Foundation
import RemoteAPI

/// What the vendor wrote, and what it means if it means anything.
///
/// OutSmart sends nearly every value as text. A quantity that is no number must end in a report and not in a zero, so
/// the text stays beside the value.
package struct Parsed<Value: Sendable & Equatable>: Sendable, Equatable {
    package var text: String
    package var value: Value?

    package init(text: String, value: Value?) {
        self.text = text
        self.value = value
    }
}

extension KeyedDecodingContainer {
    /// Returns a text, whether it was sent as text, number or truth value; `nil` for null, an empty text or none.
    func text(_ key: Key) -> String? {
        // Most are null, and a thrown error costs more than the whole row.
        guard contains(key), (try? decodeNil(forKey: key)) == false else { return nil }
        if let text = try? decode(String.self, forKey: key) { return text.isEmpty ? nil : text }
        if let number = try? decode(Decimal.self, forKey: key) { return number.description }
        if let truth = try? decode(Bool.self, forKey: key) { return truth ? "1" : "0" }
        return nil
    }

    func number(_ key: Key) -> Int? { text(key).flatMap { Int($0) } }

    func truth(_ key: Key) -> Bool? {
        switch text(key) {
        case "1", "true": true
        case "0", "false": false
        default: nil
        }
    }

    func decimal(_ key: Key) -> Parsed<Decimal>? {
        text(key).map { Parsed(text: $0, value: Decimal(outSmart: $0)) }
    }

    /// Returns a day in either of OutSmart's forms, `d-m-Y` or `Y-m-d`; OutSmart's zero dates are no dates.
    func day(_ key: Key) -> Parsed<CalendarDay>? {
        guard let text = text(key), !text.hasPrefix("00-00-0000"), !text.hasPrefix("0000-00-00") else { return nil }
        return Parsed(text: text, value: CalendarDay(yearFirst: text) ?? CalendarDay(dayFirst: text))
    }

    /// Returns a time of day or a length, `H:i`, in minutes.
    func minutes(_ key: Key) -> Parsed<Int>? {
        text(key).map { Parsed(text: $0, value: Int(outSmartMinutes: $0)) }
    }
}

extension Decimal {
    /// Creates a number from `850`, `850.00` or `850,00`, with a sign and spaces around it, but without thousands.
    package init?(outSmart text: String) {
        let trimmed = text.trimmingCharacters(in: .whitespaces)
        let digits = trimmed.hasPrefix("-") || trimmed.hasPrefix("+") ? trimmed.dropFirst() : trimmed[...]
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard (1...2).contains(parts.count), parts.contains(where: { !$0.isEmpty }), digits.count <= 30,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        let plain = (trimmed.hasPrefix("-") ? "-0" : "0") + parts.joined(separator: ".")
        self.init(string: plain, locale: Locale(identifier: "en_US_POSIX"))
    }

    /// This number with all its decimals and at least two.
    ///
    /// - Parameter separator: `,` for materials, `.` for hour types.
    /// - Returns: Such as `850,00`, `0,125` or `-1.50`.
    package func outSmart(separator: String) -> String {
        var digits = Array(description.utf8)
        let point = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.count
        if point == digits.count { digits.append(UInt8(ascii: ".")) }
        while digits.count < point + 3 { digits.append(UInt8(ascii: "0")) }
        digits.replaceSubrange(point...point, with: separator.utf8)
        return String(decoding: digits, as: UTF8.self)
    }
}

extension Int {
    /// Creates a number of minutes from `08:30` or `8:30:00`; the hours of a length may have more digits.
    package init?(outSmartMinutes text: String) {
        let isNegative = text.hasPrefix("-")
        let parts = (isNegative ? text.dropFirst() : text[...]).split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), (1...4).contains(parts[0].count),
            parts.dropFirst().allSatisfy({ $0.count == 2 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60
        else { return nil }
        self = (hours * 60 + minutes) * (isNegative ? -1 : 1)
    }

    /// These minutes as `08:30`.
    package var outSmartTime: String {
        let (hours, minutes) = (magnitude / 60, magnitude % 60)
        return "\(self < 0 ? "-" : "")\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    }
}
