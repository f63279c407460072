import Domain
import EAccounting
import Foundation
import OutSmart
import Persistence
import RemoteAPI

/// One list that travels from Visma to OutSmart.
struct ListImport<Record: Decodable & Sendable, Row: OutSmartRow>: Sendable {
    let scope: Scope
    /// What its users call one record, such as `Customer`.
    let recordName: String
    let includeInactive: Bool
    /// The floor of the first import.
    let changedSince: Date?
    /// A digest of the settings that decide what is sent; when it changes, the whole list is read.
    let settings: Fingerprint
    /// Visma's list, from its first page on.
    let pages: @Sendable (ListQuery) -> Pages<Record>
    let map: @Sendable (Record) -> Mapped<Row>
    /// The identifier at Visma, also of records that can't be mapped.
    let vismaID: @Sendable (Record) -> String
    /// Hands rows to OutSmart, which takes all of them or none.
    let send: @Sendable ([Row]) async throws(RemoteAPIError) -> Void
    /// What OutSmart holds under a natural key.
    let stored: @Sendable (String) async throws(RemoteAPIError) -> Row?

    /// How much earlier than the last read's beginning the next one looks, in seconds: clocks and commits differ.
    static var overlap: TimeInterval { 300 }
    /// After this time the whole list is read, which also notices what is gone.
    static var fullReadInterval: TimeInterval { 24 * 3600 }

    /// Brings the list over.
    ///
    /// - Returns: The step as it ended.
    func perform(_ step: Run.Step, at desk: Desk) async throws(StepEnd) -> Run.Step {
        var step = step
        step.state = .running
        // A step that goes on after an interruption reads again, but what it created and updated is done.
        step.counts = Run.Counts(created: step.counts.created, updated: step.counts.updated)
        try await desk.save(step)

        let courier = Courier(list: self, desk: desk)
        step = try await courier.settle(step)
        step = try await read(step, with: courier, at: desk)

        step.state = step.counts.failed > 0 ? .partial : .succeeded
        try await desk.save(step)
        try await summarize(step, at: desk)
        return step
    }

    /// Reads what changed, or everything when it is time for that or the filter is refused.
    private func read(
        _ step: Run.Step,
        with courier: Courier<Record, Row>,
        at desk: Desk
    ) async throws(StepEnd) -> Run.Step {
        let cursor = try await desk.kept { () async throws(StoreError) in
            try await desk.store.cursor(of: desk.account.id, scope)
        }
        let reading = ListReading(list: self, desk: desk, courier: courier, cursor: cursor)
        guard let since = changes(since: cursor, at: desk.office.now()) else {
            return try await reading.everything(step)
        }
        do throws(StepEnd) {
            return try await reading.changes(since: since, step)
        } catch .failure(let failure) where failure.isRefusedQuery {
            return try await reading.everything(step)
        }
    }

    /// From when on changes are enough, or `nil` when the whole list has to be read.
    private func changes(since cursor: Cursor, at now: Date) -> Date? {
        guard let position = cursor.position else { return changedSince }
        let isFullReadDue = cursor.lastFullRead.map { now.timeIntervalSince($0) >= Self.fullReadInterval } ?? true
        guard !isFullReadDue, cursor.settings == settings, !cursor.isRemovalConfirmed else { return nil }
        return position.addingTimeInterval(-Self.overlap)
    }

    /// Says in one entry what happened, unless nothing did.
    private func summarize(_ step: Run.Step, at desk: Desk) async throws(StepEnd) {
        let counts = step.counts
        guard counts.created + counts.updated + counts.failed > 0 || desk.run.trigger != .schedule else { return }
        let message =
            "\(counts.read) read: \(counts.created) created, \(counts.updated) updated, "
            + "\(counts.unchanged) unchanged, \(counts.skipped) skipped, \(counts.failed) failed."
        try await desk.log([
            LogEntry(
                time: desk.office.now(),
                account: desk.account.id,
                run: desk.run.id,
                level: .info,
                scope: scope,
                message: message
            )
        ])
    }
}

extension SyncFailure {
    /// Visma's 6000 and 6001: it can't be asked in this way.
    fileprivate var isRefusedQuery: Bool {
        detail["vendorCode"] == "6000" || detail["vendorCode"] == "6001"
    }
}
