/// Prometheus's text format, read as strictly as `promtool check metrics` reads it.
package struct MetricDocument: Sendable {
    /// The values by the series' name with its labels, as they stand in the text.
    package private(set) var values: [String: Double] = [:]
    /// The kinds of the families by their names.
    package private(set) var kinds: [String: String] = [:]
    /// What is wrong, a line each.
    package private(set) var faults: [String] = []
    /// Every value of every label.
    package private(set) var labelValues: [String: Set<String>] = [:]

    package init(_ text: String) {
        var helped: Set<String> = []
        var family = ""
        if !text.isEmpty, !text.hasSuffix("\n") { faults.append("the last line has no end") }
        for line in text.split(separator: "\n") {
            if let comment = line.wholeMatch(of: /# (HELP|TYPE) ([a-z][a-z0-9_]*) (.+)/) {
                family = String(comment.2)
                if comment.1 == "HELP", !helped.insert(family).inserted { faults.append("\(family) is there twice") }
                if comment.1 == "TYPE" { kinds[family] = String(comment.3) }
                lintName(family, comment.1 == "TYPE" ? String(comment.3) : nil)
            } else if let series = line.wholeMatch(of: /([a-z][a-z0-9_]*)(\{.*\})? (\S+)/) {
                read(String(series.1), String(series.2 ?? ""), String(series.3), in: family)
            } else {
                faults.append("no line of the format: \(line)")
            }
        }
        for (name, kind) in kinds where kind == "histogram" { checkHistogram(name) }
        for name in kinds.keys where !helped.contains(name) { faults.append("\(name) has no help") }
    }

    /// The sum of all series of a name whose labels include these.
    package func sum(of name: String, with labels: String...) -> Double {
        values.filter { key, _ in
            (key == name || key.hasPrefix(name + "{")) && labels.allSatisfy(key.contains)
        }
        .values.reduce(0, +)
    }

    private mutating func read(_ name: String, _ labels: String, _ value: String, in family: String) {
        let base = kinds[family] == "histogram" ? name.replacing(/_(bucket|sum|count)$/, with: "") : name
        if base != family { faults.append("\(name) stands in the family \(family)") }
        guard let number = Double(value.replacing("Inf", with: "infinity")) else {
            return faults.append("\(name) is no number: \(value)")
        }
        if kinds[family] != "gauge", number < 0 { faults.append("\(name) is negative") }
        if values.updateValue(number, forKey: name + labels) != nil { faults.append("\(name)\(labels) is there twice") }
        guard !labels.isEmpty else { return }
        let pair = /([a-z][a-z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"/
        var rest = labels.dropFirst().dropLast()
        while !rest.isEmpty {
            guard let match = rest.prefixMatch(of: pair) else { return faults.append("labels of \(name): \(labels)") }
            labelValues[String(match.1), default: []].insert(String(match.2))
            rest = rest[match.range.upperBound...]
            if rest.first == "," { rest = rest.dropFirst() }
        }
    }

    /// The naming rules that promtool warns of.
    private mutating func lintName(_ name: String, _ kind: String?) {
        if let kind, (kind == "counter") != name.hasSuffix("_total") { faults.append("\(name) is a \(kind)") }
        for unit in ["milliseconds", "minutes", "hours", "kilobytes", "megabytes"] where name.contains(unit) {
            faults.append("\(name) has no base unit")
        }
    }

    /// Whether each histogram's buckets grow up to its count.
    private mutating func checkHistogram(_ name: String) {
        var buckets: [String: [(bound: Double, count: Double)]] = [:]
        for (key, value) in values where key.hasPrefix("\(name)_bucket{") {
            guard let bound = key.firstMatch(of: /,?le="([^"]+)"/) else {
                faults.append("\(key) has no bound")
                continue
            }
            let labels = key.replacing(bound.0, with: "").replacing("\(name)_bucket", with: "")
            let number = Double(bound.1.replacing("Inf", with: "infinity")) ?? .nan
            buckets[labels == "{}" ? "" : labels, default: []].append((number, value))
        }
        for (labels, list) in buckets {
            let sorted = list.sorted { $0.bound < $1.bound }
            if zip(sorted, sorted.dropFirst()).contains(where: { $0.count > $1.count }) {
                faults.append("\(name)\(labels) does not grow")
            }
            if sorted.last?.bound != .infinity || sorted.last?.count != values["\(name)_count\(labels)"] {
                faults.append("\(name)\(labels) does not end with its count")
            }
            if values["\(name)_sum\(labels)"] == nil { faults.append("\(name)\(labels) has no sum") }
        }
    }
}
