import Foundation

/// Times as scripts read and write them: ISO 8601 in UTC, to the millisecond.
enum Timestamp {
    private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    private static let wholeSeconds = Date.ISO8601FormatStyle()

    static func text(_ date: Date) -> String { date.formatted(style) }

    /// Reads a date and time with its offset, or a bare date as its first moment in UTC.
    static func date(_ text: String) -> Date? {
        guard let day = day(String(text.prefix(10))) else { return nil }
        if text.utf8.count == 10 { return day }
        // Foundation takes 25 o'clock for one o'clock of the next day.
        guard
            text.wholeMatch(of: /.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)/)
                != nil
        else { return nil }
        return (try? style.parse(text)) ?? (try? wholeSeconds.parse(text))
    }

    /// Reads `2026-01-31`, and refuses days that the calendar does not have.
    static func day(_ text: String) -> Date? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let date = try? wholeSeconds.parse(text + "T00:00:00Z"), dayText(date) == text
        else { return nil }
        return date
    }

    static func dayText(_ date: Date) -> String { String(date.formatted(wholeSeconds).prefix(10)) }
}
