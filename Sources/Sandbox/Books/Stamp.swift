import Foundation

/// Moments as Visma writes and reads them.
enum Stamp {
    /// The form `2026-01-15T08:30:00.123Z`.
    static func text(_ moment: Date) -> String {
        let milliseconds = Int((moment.timeIntervalSince1970 * 1_000).rounded(.down))
        let day = CivilDate(moment)
        let rest = milliseconds - day.dayNumber * 86_400_000
        let time = [padded(rest / 3_600_000, 2), padded(rest / 60_000 % 60, 2), padded(rest / 1_000 % 60, 2)]
        return "\(day.iso)T\(time.joined(separator: ":")).\(padded(rest % 1_000, 3))Z"
    }

    /// The first moment of a day.
    static func text(_ day: CivilDate) -> String { day.iso + "T00:00:00Z" }

    /// Reads a date, or a date and time with or without a zone, which is Greenwich when it is left out.
    static func moment(_ text: some StringProtocol) -> Date? {
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = halves.first, let day = CivilDate(iso: first) else { return nil }
        guard halves.count == 2 else { return day.startOfDay }
        guard let (clock, zone) = splitZone(halves[1]) else { return nil }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count >= 2 }),
            let hour = Int(parts[0]), (0...23).contains(hour), let minute = Int(parts[1]), (0...59).contains(minute),
            let second = parts.count == 3 ? Double(parts[2]) : 0, (0..<60).contains(second)
        else { return nil }
        return day.startOfDay.addingTimeInterval(Double(hour * 3_600 + minute * 60 - zone) + second)
    }

    /// The time of day and its offset from Greenwich in seconds.
    private static func splitZone(_ text: some StringProtocol) -> (clock: String, offset: Int)? {
        if text.hasSuffix("Z") { return (String(text.dropLast()), 0) }
        guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return (String(text), 0) }
        let zone = text[text.index(after: sign)...].split(separator: ":").map { Int($0) ?? 99 }
        guard zone.count == 2, (0...14).contains(zone[0]), (0...59).contains(zone[1]) else { return nil }
        let offset = (zone[0] * 60 + zone[1]) * 60
        return (String(text[..<sign]), text[sign] == "-" ? -offset : offset)
    }
}
