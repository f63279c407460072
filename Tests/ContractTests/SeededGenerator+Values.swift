import Foundation
import RemoteAPI
import TestSupport

extension SeededGenerator {
    /// An identifier as Visma writes them.
    mutating func uuid() -> String {
        [8, 4, 4, 4, 12].map { length in
            (0..<length).map { _ in String(Int.random(in: 0..<16, using: &self), radix: 16) }.joined()
        }.joined(separator: "-")
    }

    /// Text of at most so many UTF-16 units, at times of exactly so many.
    mutating func text(upTo limit: Int) -> String {
        chance(0.1) ? String(repeating: "x", count: limit) : text(scalars: 0...(limit / 2))
    }

    /// A number of at most so many decimals.
    mutating func decimal(_ places: Int, in range: ClosedRange<Int>) -> Decimal {
        let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
        let units = Int.random(in: (range.lowerBound * scale)...(range.upperBound * scale), using: &self)
        return Decimal(sign: units < 0 ? .minus : .plus, exponent: -places, significand: Decimal(units.magnitude))
    }

    /// A moment between the years 68 and 8307, to the second.
    mutating func moment() -> Date {
        Date(timeIntervalSince1970: TimeInterval(Int.random(in: -60_000_000_000...200_000_000_000, using: &self)))
    }

    mutating func day() -> CalendarDay {
        CalendarDay(daysSince1970: Int.random(in: -690_000...2_300_000, using: &self))
    }
}
