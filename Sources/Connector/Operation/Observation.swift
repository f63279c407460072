import Domain
import Foundation
import Logging
import Persistence
import Prometheus
import RemoteAPI
import Sync
import Web

/// What this process tells of itself: metrics for machines, and a log for people.
///
/// The log names accounts and runs, and never secrets or a vendor's words, which may hold people's data.
struct Observation: Sendable {
    let metrics = ConnectorMetrics()
    let logger: Logger

    /// Told of runs and of the log that users read.
    var watch: Watch {
        Watch(
            began: { [logger] run in logger.info("Run started.", metadata: run.identifiers) },
            ended: { [metrics, logger] run in
                metrics.count(run)
                logger.log(level: run.state.level, "Run \(run.state.rawValue).", metadata: run.summary)
            },
            logged: { [metrics] entries in metrics.count(entries) }
        )
    }

    /// Told of calls to the vendors.
    var upstream: UpstreamWatch {
        UpstreamWatch(
            called: { [metrics, logger] vendor, call, outcome, duration in
                metrics.count(vendor, call, outcome, duration)
                guard let level = outcome.level else { return }
                var metadata = Watch.currentRun?.identifiers ?? [:]
                metadata["vendor"] = "\(vendor.label)"
                metadata["route"] = "\(call.route)"
                metadata["outcome"] = "\(outcome.label)"
                if case .success(let reply) = outcome { metadata["status"] = "\(reply.status)" }
                metadata["seconds"] = "\(duration.formattedSeconds)"
                logger.log(level: level, "A call to \(vendor.rawValue) failed.", metadata: metadata)
            },
            retried: { [metrics] vendor, error in metrics.countRetry(vendor, error) }
        )
    }

    /// The whole answer of `/metrics`.
    ///
    /// What several processes share is read from the store now; while that fails, only what this process knows is
    /// shown.
    func text(reading history: History, now: Date) async -> String {
        var readings = ProcessReadings.now()
        readings.append(.init("connector_build_info", [("version", Build.version)], 1))
        do throws(SyncFailure) {
            readings += try await history.census().readings(now: now)
            readings.append(.init("connector_store_up", [], 1))
        } catch {
            readings.append(.init("connector_store_up", [], 0))
        }
        return metrics.text(with: readings)
    }
}

extension Census {
    fileprivate func readings(now: Date) -> [MetricRegistry.Reading] {
        let age = oldestQueuedAt.map { max(0, now.timeIntervalSince($0)) } ?? 0
        return [
            .init("connector_runs_queued", [], Double(queuedRuns)),
            .init("connector_runs_running", [], Double(runningRuns)),
            .init("connector_oldest_queued_run_age_seconds", [], age),
        ]
            + Connection.State.allCases.map { state in
                .init("connector_accounts", [("state", state.rawValue)], Double(accounts[state] ?? 0))
            }
    }
}

extension Run {
    fileprivate var identifiers: Logger.Metadata {
        ["run": "\(id)", "account": "\(account)", "trigger": "\(trigger.rawValue)"]
    }

    fileprivate var summary: Logger.Metadata {
        var metadata = identifiers
        metadata["state"] = "\(state.rawValue)"
        if let startedAt, let finishedAt {
            metadata["seconds"] = "\(Duration.seconds(finishedAt.timeIntervalSince(startedAt)).formattedSeconds)"
        }
        if let problem { metadata["code"] = "\(problem.code.rawValue)" }
        for step in steps {
            let counts = step.counts.byOutcome.filter { $0.value > 0 }.map { " \($0.value) \($0.key)" }
            metadata[step.scope.rawValue] =
                "\(step.state.rawValue)\(counts.isEmpty ? "" : ":")\(counts.joined(separator: ","))"
        }
        return metadata
    }
}

extension Run.State {
    fileprivate var level: Logger.Level {
        switch self {
        case .failed: .error
        case .partial: .warning
        case .queued, .running, .succeeded, .cancelled: .info
        }
    }
}

extension UpstreamWatch.Outcome {
    /// How loudly the log says it; `nil` for what is no trouble.
    fileprivate var level: Logger.Level? {
        switch self {
        // A run that is cancelled cuts its calls off.
        case .failure where Task.isCancelled: .debug
        case .failure: .warning
        case .success(let reply):
            switch reply.status {
            case ..<400: nil
            case 401, 429, 500...: .warning
            // Most are answers to a question, such as whether a record is there.
            default: .debug
            }
        }
    }
}

extension Duration {
    /// The time in seconds, to the millisecond.
    fileprivate var formattedSeconds: String {
        (self / .seconds(1)).formatted(
            .number.precision(.fractionLength(3)).grouping(.never).locale(.init(identifier: "C"))
        )
    }
}
