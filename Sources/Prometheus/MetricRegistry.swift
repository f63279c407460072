package import CoreMetrics
import Synchronization

/// Keeps metrics and writes them in Prometheus's text format, version 0.0.4.
///
/// Only declared families are kept, each as the kind that it was declared as: timers and recorders of a histogram's
/// name feed the histogram. A metric that nobody declared, or of another kind, goes nowhere.
package final class MetricRegistry: MetricsFactory {
    private let families: [MetricFamily]
    private let kinds: [String: MetricFamily.Kind]
    private let series = Mutex<[String: [Labels: any Series]]>([:])

    /// A value that is read when it is asked for, and not kept.
    package struct Reading: Sendable {
        let name: String
        let labels: Labels
        let value: Double

        package init(_ name: String, _ labels: [(String, String)] = [], _ value: Double) {
            self.name = name
            self.labels = Labels(labels)
            self.value = value
        }
    }

    /// Creates a registry without any series.
    package init(_ families: [MetricFamily]) {
        self.families = families
        kinds = Dictionary(families.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
    }

    /// All series in the order of their families, and with them what was read just now.
    package func text(with readings: [Reading] = []) -> String {
        let series = series.withLock(\.self)
        let readings = Dictionary(grouping: readings, by: \.name)
        var text = ""
        for family in families {
            var lines: [(labels: String, text: String)] = []
            for (labels, series) in series[family.name] ?? [:] {
                var part = ""
                series.write(family.name, labels, to: &part)
                lines.append((labels.text(), part))
            }
            for reading in readings[family.name] ?? [] {
                let labels = reading.labels.text()
                lines.append((labels, "\(family.name)\(labels) \(reading.value.metricText)\n"))
            }
            guard !lines.isEmpty else { continue }
            text += "# HELP \(family.name) \(family.help.escapedHelp)\n# TYPE \(family.name) \(family.kind.name)\n"
            for line in lines.sorted(by: { $0.labels < $1.labels }) { text += line.text }
        }
        return text
    }
}

// MARK: - MetricsFactory

extension MetricRegistry {
    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        guard case .counter? = kinds[label] else { return NOOPMetricsHandler.instance }
        return kept(label, dimensions) { CounterSeries() } ?? NOOPMetricsHandler.instance
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        guard case .gauge? = kinds[label] else { return NOOPMetricsHandler.instance }
        return kept(label, dimensions) { GaugeSeries() } ?? NOOPMetricsHandler.instance
    }

    package func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler {
        switch kinds[label] {
        case .histogram: histogram(label, dimensions) ?? NOOPMetricsHandler.instance
        case .gauge: kept(label, dimensions) { GaugeSeries() } ?? NOOPMetricsHandler.instance
        case .counter, nil: NOOPMetricsHandler.instance
        }
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(label, dimensions) ?? NOOPMetricsHandler.instance
    }

    // A series stays until the process ends: a counter that vanishes and comes back would look like a restart.
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    private func histogram(_ label: String, _ dimensions: [(String, String)]) -> HistogramSeries? {
        guard case .histogram(let bounds)? = kinds[label] else { return nil }
        return kept(label, dimensions) { HistogramSeries(bounds: bounds) }
    }

    private func kept<Kept: Series>(
        _ label: String,
        _ dimensions: [(String, String)],
        _ make: () -> Kept
    ) -> Kept? {
        let labels = Labels(dimensions)
        return series.withLock { series in
            if let known = series[label]?[labels] { return known as? Kept }
            let made = make()
            series[label, default: [:]][labels] = made
            return made
        }
    }
}

extension MetricFamily.Kind {
    fileprivate var name: String {
        switch self {
        case .counter: "counter"
        case .gauge: "gauge"
        case .histogram: "histogram"
        }
    }
}

extension String {
    fileprivate var escapedHelp: String { replacing("\\", with: "\\\\").replacing("\n", with: "\\n") }
}
