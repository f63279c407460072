import Foundation

/// A day of the Gregorian calendar, without a time zone.
struct CivilDate: Hashable, Comparable, Sendable {
    /// The days since 1970-01-01.
    var dayNumber: Int

    init(dayNumber: Int) { self.dayNumber = dayNumber }

    /// The day at Greenwich.
    init(_ moment: Date) { dayNumber = Int((moment.timeIntervalSince1970 / 86_400).rounded(.down)) }

    /// The day in Sweden, whose clocks are one hour ahead, and two from the last Sunday of March to that of October.
    init(inSweden moment: Date) {
        let standard = moment.addingTimeInterval(3_600)
        let year = CivilDate(standard).parts.year
        let summer = Self.lastSunday(month: 3, of: year)..<Self.lastSunday(month: 10, of: year)
        // Both changes happen at 01:00 at Greenwich.
        let greenwich = CivilDate(moment.addingTimeInterval(-3_600))
        self = CivilDate(summer.contains(greenwich) ? standard.addingTimeInterval(3_600) : standard)
    }

    /// A day that exists, or `nil`.
    init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let shiftedYear = month > 2 ? year : year - 1
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        dayNumber = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        guard parts == (year, month, day) else { return nil }
    }

    var parts: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    var startOfDay: Date { Date(timeIntervalSince1970: Double(dayNumber) * 86_400) }

    /// The form `2026-01-15`.
    var iso: String {
        let (year, month, day) = parts
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    /// The form `15-01-2026` of OutSmart's work orders.
    var dayFirst: String {
        let (year, month, day) = parts
        return padded(day, 2) + "-" + padded(month, 2) + "-" + padded(year, 4)
    }

    /// Reads the form `15-01-2026`; single digits are allowed.
    init?(dayFirst text: String) {
        let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        guard numbers.count == 3 else { return nil }
        self.init(year: numbers[2], month: numbers[1], day: numbers[0])
    }

    /// Reads the form `2026-01-15`.
    init?(iso text: some StringProtocol) {
        let halves = text.split(separator: "-", omittingEmptySubsequences: false)
        guard halves.map(\.utf8.count) == [4, 2, 2] else { return nil }
        let numbers = halves.map { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int($0) ?? -1 : -1 }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }
    static func + (day: CivilDate, days: Int) -> CivilDate { CivilDate(dayNumber: day.dayNumber + days) }
    static func - (day: CivilDate, days: Int) -> CivilDate { CivilDate(dayNumber: day.dayNumber - days) }

    private static func lastSunday(month: Int, of year: Int) -> CivilDate {
        guard let end = CivilDate(year: year, month: month, day: 31) else { return CivilDate(dayNumber: 0) }
        // 1970-01-01 was a Thursday.
        return end - (end.dayNumber + 4) % 7
    }
}

/// A number with zeros in front.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
