import TestSupport

/// How much of what is optional gets filled in; the values are random.
struct Filling: Sendable {
    enum Extent: Sendable {
        case required, everything
        /// Half of it, another half for each seed.
        case some
    }

    let extent: Extent
    var random: SeededGenerator

    init(_ extent: Extent, seed: Int) {
        self.extent = extent
        random = SeededGenerator(seed: seed)
    }

    mutating func optional<Value>(_ make: (inout SeededGenerator) -> Value) -> Value? {
        switch extent {
        case .required: nil
        case .everything: make(&random)
        case .some: random.chance(0.5) ? make(&random) : nil
        }
    }
}
