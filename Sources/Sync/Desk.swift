import Domain
import EAccounting
import Foundation
import OutSmart
import Persistence
import RemoteAPI

/// What the steps of one run work with.
struct Desk: Sendable {
    let run: Run
    let account: Account
    let settings: Settings
    let visma: EAccountingClient
    let outSmart: OutSmartClient
    let office: Office
    let control: RunControl
    /// The process that holds the claim on the run.
    let holder: String
    let knownUnits = Remembered<[EAccountingClient.Unit]>()
    let checkedChoices = Remembered<Bool>()

    var store: any Store { office.store }

    /// Does one list.
    ///
    /// - Returns: The step as it ended: succeeded, or partial when records failed.
    func perform(_ step: Run.Step) async throws(StepEnd) -> Run.Step {
        switch step.scope {
        case .customers: return try await ListImport.customers(self).perform(step, at: self)
        case .articles: return try await ListImport.articles(self).perform(step, at: self)
        case .projects: return try await ListImport.projects(self).perform(step, at: self)
        case .orders: return try await importOrders(step)
        case .workOrders: return try await WorkOrderExport(self).perform(step)
        }
    }

    /// Marks a step as failed, and says why in the log.
    func fail(_ step: Run.Step, _ failure: SyncFailure) async throws(StepEnd) -> Run.Step {
        // How far it came before is in the store.
        let stored = try await kept { () async throws(StoreError) in try await store.run(run.id, of: account.id) }
        var step = stored?.steps.first { $0.scope == step.scope } ?? step
        step.state = .failed
        if failure.code == .authExpired {
            // Logged once, when the connection is marked as expired.
            try await kept { () async throws(StoreError) in
                try await office.custody.expire(account.id, because: failure.message)
            }
        } else {
            try await log([entry(.error, step.scope, failure)])
        }
        try await save(step)
        return step
    }

    // MARK: - Writing down

    func save(_ step: Run.Step) async throws(StepEnd) {
        try await kept { () async throws(StoreError) in try await store.save(step, of: run.id) }
        office.bulletin.post(account.id)
    }

    /// Stores links as they are given, and how far the step has come.
    func save(_ links: [Link], _ scope: Scope, _ step: Run.Step) async throws(StepEnd) {
        try await kept { () async throws(StoreError) in
            try await store.save(links, of: account.id, scope, step: step, run: run.id)
        }
        office.bulletin.post(account.id)
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

    // MARK: - Errors

    /// Runs a store operation; without the store nothing can go on.
    func kept<Value>(_ operation: () async throws(StoreError) -> Value) async throws(StepEnd) -> Value {
        do { return try await operation() } catch {
            try control.check()
            throw .failure(SyncFailure(error))
        }
    }

    /// Turns a failed call into the end of the step: as interrupted, when that is why it failed.
    func end(_ error: RemoteAPIError, at vendor: Vendor) -> StepEnd {
        if control.interruption != nil || Task.isCancelled { return .interrupted }
        return .failure(SyncFailure(error, at: vendor))
    }
}

extension LogEntry {
    /// The message without the identifier that Visma gives each refusal.
    fileprivate var gist: String { detail["errorId"].map { message.replacing($0, with: "") } ?? message }
}
