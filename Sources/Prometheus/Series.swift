import CoreMetrics
import Synchronization

/// A value per combination of labels, written as one or more lines.
protocol Series: AnyObject, Sendable {
    func write(_ name: String, _ labels: Labels, to text: inout String)
}

final class CounterSeries: Series, CounterHandler {
    private let total = Mutex<Int64>(0)

    /// Adds `amount`; a counter never goes back.
    func increment(by amount: Int64) {
        guard amount > 0 else { return }
        total.withLock { $0 = $0.addingReportingOverflow(amount).partialValue }
    }

    func reset() { total.withLock { $0 = 0 } }

    func write(_ name: String, _ labels: Labels, to text: inout String) {
        text += "\(name)\(labels.text()) \(total.withLock(\.self))\n"
    }
}

final class GaugeSeries: Series, MeterHandler, RecorderHandler {
    private let value = Mutex(0.0)

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { self.value.withLock { $0 = value } }
    func increment(by amount: Double) { value.withLock { $0 += amount } }
    func decrement(by amount: Double) { value.withLock { $0 -= amount } }
    func record(_ value: Int64) { set(value) }
    func record(_ value: Double) { set(value) }

    func write(_ name: String, _ labels: Labels, to text: inout String) {
        text += "\(name)\(labels.text()) \(value.withLock(\.self).metricText)\n"
    }
}

final class HistogramSeries: Series, TimerHandler, RecorderHandler {
    private struct State {
        /// By the smallest bound that holds the observation; the last are those above all bounds.
        var counts: [UInt64]
        var sum = 0.0
    }

    private let bounds: [Double]
    private let state: Mutex<State>

    init(bounds: [Double]) {
        self.bounds = bounds
        state = Mutex(State(counts: Array(repeating: 0, count: bounds.count + 1)))
    }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        let place = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock { state in
            state.counts[place] += 1
            state.sum += value
        }
    }

    /// Times are kept in seconds.
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    func write(_ name: String, _ labels: Labels, to text: inout String) {
        let state = state.withLock(\.self)
        var count: UInt64 = 0
        for (bound, own) in zip(bounds.map(\.metricText) + ["+Inf"], state.counts) {
            count += own
            text += "\(name)_bucket\(labels.text(adding: ("le", bound))) \(count)\n"
        }
        text += "\(name)_sum\(labels.text()) \(state.sum.metricText)\n"
        text += "\(name)_count\(labels.text()) \(count)\n"
    }
}

extension Double {
    /// The number as Prometheus reads it.
    var metricText: String {
        if isNaN { return "NaN" }
        if isInfinite { return self > 0 ? "+Inf" : "-Inf" }
        return Int64(exactly: self).map(String.init) ?? description
    }
}
