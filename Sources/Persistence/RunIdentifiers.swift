import Domain
import Foundation

extension Run.ID {
    /// Makes a UUID of version 7: identifiers made later sort after those made earlier.
    static func new(at time: Date) -> Run.ID {
        let milliseconds = UInt64(max(0, time.milliseconds)) & 0xffff_ffff_ffff
        let high = milliseconds << 16 | 0x7000 | UInt64.random(in: 0...0x0fff)
        let low = 0x8000_0000_0000_0000 | UInt64.random(in: 0...0x3fff_ffff_ffff_ffff)
        let digits = [high, low].map { half in
            let text = String(half, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }
        .joined()
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { range in
            digits.dropFirst(range.lowerBound).prefix(range.count)
        }
        return Run.ID(groups.joined(separator: "-"))
    }
}
