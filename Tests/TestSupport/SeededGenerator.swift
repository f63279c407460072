/// Random numbers that are the same in every run of a test.
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: Int) { state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 }

    // SplitMix64.
    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    package mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

    /// Text such as real lists hold, and worse: quotes, control characters, combining marks, emoji, other directions.
    package mutating func text(scalars: ClosedRange<Int>) -> String {
        let pieces: [Unicode.Scalar] = [
            "a", "B", "7", "0", " ", "\u{a0}", "\t", "\n", "\r", "\"", "\\", "/", "'", "<", "&", ",", ";", "%", "+",
            "å", "Ö", "é", "\u{301}", "\u{200d}", "👷", "🔧", "ł", "ش", "\u{202e}", "\u{2028}", "\u{feff}", "\u{1}",
            "\u{7f}", "中", "\u{10ffff}",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: scalars, using: &self) {
            text.append(pieces[Int.random(in: 0..<pieces.count, using: &self)])
        }
        return String(text)
    }

    /// Nothing, emptiness, white space, or text.
    package mutating func optionalText(upTo scalars: Int) -> String? {
        switch Int.random(in: 0..<8, using: &self) {
        case 0: nil
        case 1: ""
        case 2: " \n"
        default: text(scalars: 0...scalars)
        }
    }
}
