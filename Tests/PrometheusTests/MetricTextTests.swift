import CoreMetrics
import Prometheus
import TestSupport
import Testing

@Suite struct MetricTextTests {
    private let registry = MetricRegistry([
        MetricFamily("requests_total", .counter, help: "Requests.\nAnd a \\."),
        MetricFamily("wait_seconds", .histogram(bounds: [0.1, 1, 10]), help: "Waits."),
        MetricFamily("level", .gauge, help: "A level."),
    ])

    @Test func `a metric that has no series is not there`() {
        #expect(registry.text() == "")
    }

    @Test func `series stand in the order of their families, with help and kind`() {
        let counter = Counter(label: "requests_total", dimensions: [("b", "2"), ("a", "1")], factory: registry)
        counter.increment()
        counter.increment(by: 2)
        Meter(label: "level", factory: registry).set(-1.5)
        Timer(label: "wait_seconds", factory: registry).recordNanoseconds(1_000_000_000)
        Timer(label: "wait_seconds", factory: registry).recordNanoseconds(20_500_000_000)
        #expect(
            registry.text() == #"""
                # HELP requests_total Requests.\nAnd a \\.
                # TYPE requests_total counter
                requests_total{a="1",b="2"} 3
                # HELP wait_seconds Waits.
                # TYPE wait_seconds histogram
                wait_seconds_bucket{le="0.1"} 0
                wait_seconds_bucket{le="1"} 1
                wait_seconds_bucket{le="10"} 1
                wait_seconds_bucket{le="+Inf"} 2
                wait_seconds_sum 21.5
                wait_seconds_count 2
                # HELP level A level.
                # TYPE level gauge
                level -1.5

                """#
        )
        #expect(MetricDocument(registry.text()).faults == [])
    }

    @Test func `a label's value can't end its quotes or its line`() {
        Counter(label: "requests_total", dimensions: [("a", "x\"\\\n} 1")], factory: registry).increment()
        let text = registry.text()
        #expect(text.contains(#"requests_total{a="x\"\\\n} 1"} 1"#))
        #expect(MetricDocument(text).faults == [])
    }

    @Test func `what nobody declared, or declared as something else, goes nowhere`() {
        Counter(label: "unknown_total", factory: registry).increment()
        Counter(label: "level", factory: registry).increment()
        Timer(label: "requests_total", factory: registry).recordNanoseconds(1)
        Recorder(label: "other", factory: registry).record(1)
        #expect(registry.text() == "")
    }

    @Test func `what is read just now stands among the series and is forgotten`() {
        Counter(label: "requests_total", dimensions: [("a", "2")], factory: registry).increment()
        let text = registry.text(with: [.init("requests_total", [("a", "1")], 0.5), .init("level", [], .infinity)])
        #expect(text.contains("requests_total{a=\"1\"} 0.5\nrequests_total{a=\"2\"} 1\n"))
        #expect(text.contains("level +Inf\n"))
        #expect(!registry.text().contains("level"))
    }

    @Test func `nothing is lost when many count at once`() async {
        await withTaskGroup { group in
            for number in 0..<8 {
                group.addTask { [registry] in
                    for _ in 0..<1000 {
                        Counter(label: "requests_total", dimensions: [("a", "\(number % 2)")], factory: registry)
                            .increment()
                        Recorder(label: "wait_seconds", factory: registry).record(0.25)
                    }
                }
            }
        }
        let document = MetricDocument(registry.text())
        #expect(document.sum(of: "requests_total") == 8000)
        #expect(document.values["wait_seconds_sum"] == 2000)
        #expect(document.values["wait_seconds_bucket{le=\"1\"}"] == 8000)
    }

    @Test(
        arguments: [
            "a_total 1\n", "# HELP a_total x\n# TYPE a_total counter\na_total 1\na_total 1\n",
            "# HELP a x\n# TYPE a counter\na 1\n", "# HELP a_total x\n# TYPE a_total counter\na_total{b=\"\"\"} 1\n",
            "# HELP a x\n# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 1\n",
            "# HELP a x\n# TYPE a gauge\na 1", "# HELP a x\n# TYPE a gauge\na one\n",
        ]
    )
    func `the check of these tests notices what is wrong`(text: String) {
        #expect(MetricDocument(text).faults != [])
    }
}
