package import Foundation

extension SeededGenerator {
    /// A number that is not negative, with so many digits before and behind the point: as it comes, round, or nothing.
    package mutating func decimal(whole: Int, fraction: Int) -> Decimal {
        let digits = Int.random(in: 0...fraction, using: &self)
        switch Int.random(in: 0..<6, using: &self) {
        case 0: return 0
        case 1: return power(Int.random(in: 0..<whole, using: &self))
        // The same number as 850, but kept with its zeros.
        case 2: return Decimal(sign: .plus, exponent: -digits, significand: 850 * power(digits))
        default:
            let significand = Int.random(in: 0..<1_000_000_000_000_000_000, using: &self)
            let length = Int.random(in: 1...whole, using: &self) + digits
            return Decimal(significand % Self.powers[min(length, 17)]) / power(digits)
        }
    }

    private func power(_ exponent: Int) -> Decimal { Decimal(Self.powers[exponent]) }

    private static let powers: [Int] = (0..<17).reduce(into: [1]) { powers, _ in
        powers.append(powers[powers.count - 1] * 10)
    }
}
