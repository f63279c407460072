import Prometheus

extension MetricFamily {
    /// Everything that `/metrics` shows, in that order.
    static let all = [
        MetricFamily("connector_runs_total", .counter, help: "Syncs that ended in this process."),
        MetricFamily(
            "connector_run_duration_seconds",
            .histogram(bounds: [0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600]),
            help: "How long syncs took from their start to their end."
        ),
        MetricFamily(
            "connector_records_total",
            .counter,
            help: "Records that ended syncs handled, by what became of them."
        ),
        MetricFamily("connector_log_entries_total", .counter, help: "Entries added to the log that users read."),
        MetricFamily("connector_upstream_requests_total", .counter, help: "Calls to the vendors, by how they ended."),
        MetricFamily(
            "connector_upstream_request_duration_seconds",
            .histogram(bounds: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]),
            help: "How long calls to the vendors took."
        ),
        MetricFamily(
            "connector_upstream_retries_total",
            .counter,
            help: "Calls to the vendors that were repeated, by what had gone wrong."
        ),
        MetricFamily(
            "connector_request_budget_wait_seconds",
            .histogram(bounds: [0.01, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60]),
            help: "How long calls to Visma waited for their turn in the request budget."
        ),
        MetricFamily("connector_http_requests_total", .counter, help: "Requests that this site answered."),
        MetricFamily(
            "connector_http_request_duration_seconds",
            .histogram(bounds: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10]),
            help: "How long this site took to have an answer."
        ),
        MetricFamily("connector_store_up", .gauge, help: "Whether the store could be read for this answer."),
        MetricFamily("connector_runs_queued", .gauge, help: "Syncs that wait, in the store that all processes share."),
        MetricFamily("connector_runs_running", .gauge, help: "Syncs under way, in the store that all processes share."),
        MetricFamily(
            "connector_oldest_queued_run_age_seconds",
            .gauge,
            help: "How long the sync has waited that waits longest; 0 when none waits."
        ),
        MetricFamily("connector_accounts", .gauge, help: "Accounts by the state of their connection to Visma."),
        MetricFamily("connector_build_info", .gauge, help: "Always 1; its labels name this version."),
        MetricFamily("process_start_time_seconds", .gauge, help: "When this process started, in seconds since 1970."),
        MetricFamily("process_cpu_seconds_total", .counter, help: "Processor time that this process has used."),
        MetricFamily("process_resident_memory_bytes", .gauge, help: "Memory that this process holds."),
        MetricFamily("process_virtual_memory_bytes", .gauge, help: "Address space that this process has reserved."),
        MetricFamily("process_open_fds", .gauge, help: "Files and sockets that this process has open."),
        MetricFamily("process_max_fds", .gauge, help: "How many files and sockets this process may have open."),
    ]
}
