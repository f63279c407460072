package import Foundation

extension Date {
    /// Creates a moment from `2026-01-15T10:00:00.1234567Z`, with or without fraction, zone or time.
    ///
    /// Without a zone it is UTC, as Visma's `…Utc` fields are.
    package init?(wire text: String) {
        var rest = text.utf8[...]
        guard let day = CalendarDay(parsing: &rest) else { return nil }
        var seconds: Int64 = 0
        var nanoseconds: Int64 = 0
        if rest.popFirst(where: { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: " ") }) {
            guard let hour = rest.popNumber(digits: 2), hour < 24, rest.popFirst(":"),
                let minute = rest.popNumber(digits: 2), minute < 60, rest.popFirst(":"),
                let second = rest.popNumber(digits: 2), second <= 60
            else { return nil }
            seconds = Int64(hour * 3600 + minute * 60 + second)
            if rest.popFirst(".") {
                let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                rest = rest.dropFirst(digits.count)
                var unit: Int64 = 1_000_000_000
                for digit in digits.prefix(9) {
                    unit /= 10
                    nanoseconds += Int64(digit - UInt8(ascii: "0")) * unit
                }
            }
        }
        if rest.popFirst(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) {
            let sign: Int64 = text.utf8[text.utf8.index(before: rest.startIndex)] == UInt8(ascii: "-") ? -1 : 1
            guard let hours = rest.popNumber(digits: 2), rest.popFirst(":"), let minutes = rest.popNumber(digits: 2)
            else { return nil }
            seconds -= sign * Int64(hours * 3600 + minutes * 60)
        } else {
            _ = rest.popFirst("Z")
        }
        guard rest.isEmpty else { return nil }
        let whole = TimeInterval(Int64(day.daysSince1970) * 86400 + seconds)
        self.init(timeIntervalSince1970: whole + TimeInterval(nanoseconds) / 1e9)
    }

    /// This moment as `2026-01-15T10:00:00.123Z`.
    package var wire: String {
        let milliseconds = Int64((timeIntervalSince1970 * 1000).rounded(.down))
        let days = Int((Double(milliseconds) / 86_400_000).rounded(.down))
        let rest = Int(milliseconds - Int64(days) * 86_400_000)
        let time = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { $0.padded(to: 2) }
        return "\(CalendarDay(daysSince1970: days))T\(time.joined(separator: ":")).\((rest % 1000).padded(to: 3))Z"
    }
}

extension Substring.UTF8View {
    mutating func popFirst(where isWanted: (UInt8) -> Bool) -> Bool {
        guard let first, isWanted(first) else { return false }
        removeFirst()
        return true
    }

    mutating func popFirst(_ character: Unicode.Scalar) -> Bool { popFirst { $0 == UInt8(ascii: character) } }

    /// Removes a number of exactly so many digits.
    mutating func popNumber(digits: Int) -> Int? {
        var (number, rest) = (0, self)
        for _ in 0..<digits {
            guard let byte = rest.popFirst(), (0x30...0x39).contains(byte) else { return nil }
            number = 10 * number + Int(byte - 0x30)
        }
        self = rest
        return number
    }
}

extension Int {
    func padded(to length: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, length - text.count)) + text
    }
}
