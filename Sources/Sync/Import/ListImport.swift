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
    var includeInactive = true
    /// The floor of the first import.
    var changedSince: Date?
    /// A digest of the settings that decide what is sent; when it changes, the whole list is read.
    let settings: Fingerprint
    /// Visma's list, from its first page on.
    let pages: @Sendable (ListQuery) -> Pages<Page<Record>>
    /// Asks Visma for a record by its identifier, which returns `nil` where there is none.
    ///
    /// Only for a list of which OutSmart shall not use any more what is gone.
    var record: (@Sendable (_ vismaID: String) async throws(RemoteAPIError) -> Record?)?
    /// Turns a page's records into rows, with whatever else has to be known for that.
    let map: @Sendable ([Record]) async throws(StepEnd) -> [Mapped<Row>]
    /// The identifier at Visma, also of records that can't be mapped.
    let vismaID: @Sendable (Record) -> String
    /// Writes rows of one kind out, and returns what hands them to OutSmart, which takes all of them or none.
    let sending: @Sendable ([Row]) -> OutSmartClient.Sending
    let keeping: Keeping
    /// What else has to be done once a record was accepted.
    ///
    /// Returns whether it is done, or need not be done any more; else it is asked again with the next sync.
    var followUp: (@Sendable (Link) async throws(StepEnd) -> Bool)?

    /// How OutSmart keeps the rows, and how to find them there by their natural key.
    enum Keeping: Sendable {
        /// It inserts or updates; the row that it holds can be compared.
        case upserts(stored: @Sendable (_ code: String) async throws(RemoteAPIError) -> Row?)
        /// Each row is sent once, and a row of its key is the one.
        case once(exists: @Sendable (_ code: String) async throws(RemoteAPIError) -> Bool)
    }

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
        try await followUp(step, at: desk)

        step.state = step.counts.failed > 0 ? .partial : .succeeded
        try await desk.save(step)
        try await desk.summarize(step)
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

    /// Does what is still to be done about accepted records, once for each.
    private func followUp(_ step: Run.Step, at desk: Desk) async throws(StepEnd) {
        guard let followUp else { return }
        var last: String?
        while true {
            let position = last
            let links = try await desk.kept { () async throws(StoreError) in
                try await desk.store.linksAwaitingFollowUp(of: desk.account.id, scope, after: position, limit: 100)
            }
            guard let end = links.last else { return }
            last = end.vismaID
            for var link in links {
                try desk.control.check()
                guard try await followUp(link) else { continue }
                link.awaitsFollowUp = false
                try await desk.save([link], scope, step)
            }
        }
    }

    /// From when on changes are enough, or `nil` when the whole list has to be read.
    private func changes(since cursor: Cursor, at now: Date) -> Date? {
        guard let position = cursor.position else { return changedSince }
        let isFullReadDue = cursor.lastFullRead.map { now.timeIntervalSince($0) >= Self.fullReadInterval } ?? true
        guard !isFullReadDue, cursor.settings == settings, !cursor.isRemovalConfirmed else { return nil }
        return position.addingTimeInterval(-Self.overlap)
    }
}

extension SyncFailure {
    /// Visma's 6000 and 6001: it can't be asked in this way.
    fileprivate var isRefusedQuery: Bool {
        detail["vendorCode"] == "6000" || detail["vendorCode"] == "6001"
    }
}
