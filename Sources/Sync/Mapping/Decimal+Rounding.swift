import Foundation

extension Decimal {
    /// This number with at most that many decimals, rounded half away from zero.
    func rounded(to scale: Int) -> Decimal {
        var (value, result) = (self, Decimal())
        unsafe NSDecimalRound(&result, &value, scale, .plain)
        return result
    }
}
