import CoreMetrics
import Domain
import Foundation
import Prometheus
import RemoteAPI
import Sync
import Web

/// What this process counts and measures.
///
/// Every label's value is one of a fixed set, so that no stranger can make series, and none names an account.
struct ConnectorMetrics: Sendable {
    private let registry = MetricRegistry(MetricFamily.all)

    init() {
        // What did not happen yet is zero, so that its first time shows as an increase.
        for trigger in Run.Trigger.allCases {
            for state in Run.State.allCases where state.isFinished {
                runs(trigger, state).increment(by: 0)
            }
        }
    }

    /// All metrics, with what was read just now.
    func text(with readings: [MetricRegistry.Reading]) -> String { registry.text(with: readings) }

    func count(_ run: Run) {
        runs(run.trigger, run.state).increment()
        if let start = run.startedAt, let end = run.finishedAt {
            timer("connector_run_duration_seconds", [("trigger", run.trigger.rawValue)])
                .recordSeconds(end.timeIntervalSince(start))
        }
        for step in run.steps {
            for (outcome, count) in step.counts.byOutcome where count > 0 {
                counter("connector_records_total", [("scope", step.scope.rawValue), ("outcome", outcome)])
                    .increment(by: count)
            }
        }
    }

    func count(_ entries: [LogEntry]) {
        for entry in entries {
            counter(
                "connector_log_entries_total",
                [("level", entry.level.rawValue), ("code", entry.code?.rawValue ?? "none")]
            )
            .increment()
        }
    }

    func count(_ vendor: Vendor, _ call: Transport.Call, _ outcome: UpstreamWatch.Outcome, _ duration: Duration) {
        let labels = [("vendor", vendor.label), ("route", call.route)]
        counter("connector_upstream_requests_total", labels + [("outcome", outcome.label)]).increment()
        timer("connector_upstream_request_duration_seconds", labels).recordNanoseconds(duration.nanoseconds)
    }

    func countRetry(_ vendor: Vendor, _ error: RemoteAPIError) {
        counter("connector_upstream_retries_total", [("vendor", vendor.label), ("reason", error.label)]).increment()
    }

    func countWait(_ route: String, _ duration: Duration) {
        timer("connector_request_budget_wait_seconds", [("route", route)]).recordNanoseconds(duration.nanoseconds)
    }

    func count(_ request: AnsweredRequest) {
        let labels = [("route", request.route), ("method", request.method)]
        counter("connector_http_requests_total", labels + [("status", "\(request.status)")]).increment()
        timer("connector_http_request_duration_seconds", labels).recordNanoseconds(request.duration.nanoseconds)
    }

    private func runs(_ trigger: Run.Trigger, _ state: Run.State) -> Counter {
        counter("connector_runs_total", [("trigger", trigger.rawValue), ("state", state.rawValue)])
    }

    private func counter(_ name: String, _ labels: [(String, String)]) -> Counter {
        Counter(label: name, dimensions: labels, factory: registry)
    }

    private func timer(_ name: String, _ labels: [(String, String)]) -> CoreMetrics.Timer {
        CoreMetrics.Timer(label: name, dimensions: labels, factory: registry)
    }
}

extension Run.Counts {
    var byOutcome: KeyValuePairs<String, Int> {
        ["created": created, "updated": updated, "unchanged": unchanged, "skipped": skipped, "failed": failed]
    }
}

extension Vendor {
    var label: String { rawValue.lowercased() }
}

extension UpstreamWatch.Outcome {
    /// How a call ended, in one of a few words.
    var label: String {
        switch self {
        case .failure(let error): error.label
        case .success(let reply):
            switch reply.status {
            case 200..<400: "success"
            case 401: "unauthorized"
            case 429: "throttled"
            case 400..<500: "refused"
            default: "failed"
            }
        }
    }
}

extension RemoteAPIError {
    var label: String {
        switch self {
        case .unreachable: "unreachable"
        case .unauthorized: "unauthorized"
        case .throttled: "throttled"
        case .refused: "refused"
        case .failed: "failed"
        case .unreadable: "unreadable"
        }
    }
}

extension Duration {
    fileprivate var nanoseconds: Int64 {
        Int64(clamping: components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000)
    }
}
