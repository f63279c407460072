/// A metric with all its series, as Prometheus knows it.
package struct MetricFamily: Sendable {
    package enum Kind: Sendable {
        case counter
        case gauge
        /// Observations counted by upper bounds, which ascend.
        case histogram(bounds: [Double])
    }

    package let name: String
    package let kind: Kind
    /// One sentence for whoever reads the metrics.
    package let help: String

    package init(_ name: String, _ kind: Kind, help: String) {
        self.name = name
        self.kind = kind
        self.help = help
    }
}

/// The labels of a series, by name.
///
/// Values must come from a fixed set: every other combination is a series of its own, which stays.
struct Labels: Hashable, Sendable {
    private let pairs: [[String]]

    init(_ dimensions: [(String, String)]) {
        pairs = dimensions.sorted { $0.0 < $1.0 }.map { [$0.0, $0.1] }
    }

    /// The labels as they stand behind a name, with one more at the end where there is one.
    func text(adding last: (name: String, value: String)? = nil) -> String {
        var parts = pairs.map { "\($0[0])=\"\($0[1].escapedLabelValue)\"" }
        if let last { parts.append("\(last.name)=\"\(last.value)\"") }
        return parts.isEmpty ? "" : "{\(parts.joined(separator: ","))}"
    }
}

extension String {
    fileprivate var escapedLabelValue: String {
        replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\"", with: "\\\"")
    }
}
