import Domain
import Foundation
import Persistence

// What a run writes down.

extension Desk {
    func save(_ step: Run.Step) async throws(StepEnd) {
        try await keptAsOurs { () async throws(StoreError) in
            try await store.save(step, of: run.id, holder: claim.holder, now: office.now())
        }
    }

    /// Stores links as they are given, what was accepted of those under way, and how far the step has come.
    func save(
        _ links: [Link],
        accepted: [Acceptance] = [],
        _ scope: Scope,
        _ step: Run.Step
    ) async throws(StepEnd) {
        try await keptAsOurs { () async throws(StoreError) in
            try await store.save(
                links,
                accepted: accepted,
                of: account.id,
                scope,
                step: step,
                run: run.id,
                holder: claim.holder,
                now: office.now()
            )
        }
    }

    /// Commits an entry of the ledger, and with it what people are told about it: a crash costs neither.
    func save(_ entry: ExportEntry, telling log: [LogEntry] = []) async throws(StepEnd) {
        try await keptAsOurs { () async throws(StoreError) in
            try await store.save(
                entry,
                telling: log,
                of: account.id,
                run: run.id,
                holder: claim.holder,
                now: office.now()
            )
        }
        office.bulletin.watch.logged(log)
    }

    func log(_ entries: [LogEntry]) async throws(StepEnd) {
        try await kept { () async throws(StoreError) in try await office.journal.record(entries) }
    }

    /// Whether the last that was said of the same record was the same.
    func isLogged(_ entry: LogEntry) async throws(StepEnd) -> Bool {
        let filter = LogEntry.Filter(scope: entry.scope, record: entry.record, code: entry.code)
        return try await kept { () async throws(StoreError) in
            try await store.log(of: account.id, matching: filter, before: nil, limit: 1).first?.gist
        } == entry.gist
    }

    func entry(
        _ level: LogEntry.Level,
        _ scope: Scope,
        record: String? = nil,
        _ failure: SyncFailure
    ) -> LogEntry {
        LogEntry(
            time: office.now(),
            account: account.id,
            run: run.id,
            level: level,
            scope: scope,
            record: record,
            code: failure.code,
            message: failure.message,
            detail: failure.detail
        )
    }

    /// Says in one entry what happened, unless nothing did.
    func summarize(_ step: Run.Step) async throws(StepEnd) {
        let counts = step.counts
        guard counts.created + counts.updated + counts.failed > 0 || run.trigger != .schedule else { return }
        let message =
            "\(counts.read) read: \(counts.created) created, \(counts.updated) updated, "
            + "\(counts.unchanged) unchanged, \(counts.skipped) skipped, \(counts.failed) failed."
        try await log([
            LogEntry(
                time: office.now(),
                account: account.id,
                run: run.id,
                level: .info,
                scope: step.scope,
                message: message
            )
        ])
    }

    /// Stores something that only the holder of the run may store.
    ///
    /// - Throws: `interrupted` when the run is ours no longer.
    private func keptAsOurs(_ operation: () async throws(StoreError) -> Bool) async throws(StepEnd) {
        var isKept = try await kept(operation)
        if !isKept, try await isProlonged() { isKept = try await kept(operation) }
        guard isKept else {
            control.interrupt(.lost)
            throw .interrupted
        }
        office.bulletin.post(account.id)
    }

    /// Whether the run is ours still, although this process stood still until its claim had ended.
    private func isProlonged() async throws(StepEnd) -> Bool {
        try await kept { () async throws(StoreError) in try await claim.renew(run.id, at: office) } != .lost
    }
}

extension LogEntry {
    /// The message without the identifier that Visma gives each refusal.
    fileprivate var gist: String { detail["errorId"].map { message.replacing($0, with: "") } ?? message }
}
