import Domain
import Foundation

extension Language {
    /// A whole number with its thousands apart.
    func number(_ number: Int) -> String {
        (number < 0 ? "−" : "") + grouped("\(number.magnitude)")
    }

    /// A number with all its decimals, and with zeros up to so many of them.
    func number(_ number: Decimal, decimals: Int = 0) -> String {
        let parts = number.magnitude.description.split(separator: ".")
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        let digits = fraction + String(repeating: "0", count: max(0, decimals - fraction.count))
        return (number < 0 ? "−" : "") + grouped(String(parts[0])) + (digits.isEmpty ? "" : decimalMark + digits)
    }

    /// A share of a hundred, such as 12,5 %.
    func percent(_ number: Decimal) -> String {
        switch self {
        case .english, .dutch: self.number(number) + "%"
        case .portuguese, .swedish: self.number(number) + "\u{a0}%"
        }
    }

    /// A day of the calendar in UTC, such as 28-11-2026.
    func day(_ date: Date) -> String {
        let (year, month, day) = Self.parts(of: date)
        return switch self {
        case .english: "\(Int(day) ?? 0) \(Self.englishMonths[(Int(month) ?? 1) - 1]) \(year)"
        case .portuguese: "\(day)/\(month)/\(year)"
        case .dutch: "\(day)-\(month)-\(year)"
        case .swedish: "\(year)-\(month)-\(day)"
        }
    }

    /// A moment to the minute in UTC, for browsers that can't say it in the reader's time zone.
    func moment(_ date: Date) -> String {
        let time = Timestamp.text(date).dropFirst(11).prefix(5)
        return day(date) + " \(time)\u{a0}UTC"
    }

    private static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func parts(of date: Date) -> (year: Substring, month: Substring, day: Substring) {
        let text = Timestamp.dayText(date)
        return (text.prefix(4), text.dropFirst(5).prefix(2), text.suffix(2))
    }

    private var decimalMark: String { self == .english ? "." : "," }

    /// What stands between thousands: no line may break there.
    private var groupMark: String {
        switch self {
        case .english: ","
        case .dutch: "."
        case .portuguese, .swedish: "\u{a0}"
        }
    }

    /// Portuguese leaves four digits together.
    private func grouped(_ digits: String) -> String {
        guard self != .portuguese || digits.count > 4 else { return digits }
        return digits.enumerated().map { index, digit in
            index > 0 && (digits.count - index).isMultiple(of: 3) ? groupMark + "\(digit)" : "\(digit)"
        }.joined()
    }
}
