/// A day of the calendar, without time and zone.
package struct CalendarDay: Sendable, Hashable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Creates a day, or `nil` where the Gregorian calendar has none such between the years 1 and 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        self.year = year
        self.month = month
        self.day = day
        let same = CalendarDay(daysSince1970: daysSince1970)
        guard same.month == month, same.day == day else { return nil }
    }

    /// Creates the day that is so many days after the first of January 1970.
    ///
    /// Counts in years that begin in March, so that the leap day is the last of its year.
    package init(daysSince1970 days: Int) {
        let sinceEra = days + 719_468
        let era = (sinceEra >= 0 ? sinceEra : sinceEra - 146_096) / 146_097
        let dayOfEra = sinceEra - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    package var daysSince1970: Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    package static func < (one: CalendarDay, other: CalendarDay) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }
}

extension CalendarDay: CustomStringConvertible {
    /// The day as `2026-01-15`.
    package var description: String { "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))" }

    /// The day as `15-01-2026`.
    package var dayFirst: String { "\(day.padded(to: 2))-\(month.padded(to: 2))-\(year.padded(to: 4))" }

    init?(parsing text: inout Substring.UTF8View) {
        guard let year = text.popNumber(digits: 4), text.popFirst("-"), let month = text.popNumber(digits: 2),
            text.popFirst("-"), let day = text.popNumber(digits: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Creates a day from `2026-01-15`, ignoring a time after it.
    package init?(yearFirst text: String) {
        var rest = text.utf8[...]
        self.init(parsing: &rest)
        guard rest.isEmpty || rest.first == UInt8(ascii: "T") || rest.first == UInt8(ascii: " ") else { return nil }
    }

    /// Creates a day from `15-01-2026` or `5-1-2026`.
    package init?(dayFirst text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension CalendarDay: Codable {
    /// Decodes Visma's form, `2026-01-15` with or without a time.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = CalendarDay(yearFirst: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
