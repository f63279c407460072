import Domain
import EAccounting
import Foundation
import Persistence
import RemoteAPI

/// One pass over a list of Visma: page by page, each compared and delivered while the next one loads and is mapped.
struct ListReading<Record: Decodable & Sendable, Row: OutSmartRow>: Sendable {
    let list: ListImport<Record, Row>
    let desk: Desk
    let courier: Courier<Record, Row>
    let cursor: Cursor

    /// Reads what changed after `since`.
    func changes(since: Date, _ step: Run.Step) async throws(StepEnd) -> Run.Step {
        var query = ListQuery()
        query.changedAfter = since
        let pass = try await pass(query, step, generation: nil)
        var cursor = cursor
        cursor.position = pass.serverTime
        // The first read may begin at a floor; a day later everything is read.
        if cursor.lastFullRead == nil { cursor.lastFullRead = desk.office.now() }
        try await save(cursor)
        return pass.step
    }

    /// Reads the whole list, and then deactivates what is gone from it.
    func everything(_ step: Run.Step) async throws(StepEnd) -> Run.Step {
        let generation = UUID().uuidString
        let pass = try await pass(ListQuery(), step, generation: generation)
        var step = pass.step
        var cursor = cursor
        cursor.position = pass.serverTime
        cursor.lastFullRead = desk.office.now()
        cursor.heldBack = 0
        if pass.isComplete, let record = list.record {
            let removal = Removal(
                list: list,
                desk: desk,
                courier: courier,
                generation: generation,
                record: record,
                deliver: { (missed, step) async throws(StepEnd) in try await deliver(missed, step, generation) }
            )
            (step, cursor.heldBack) = try await removal.perform(step, isConfirmed: cursor.isRemovalConfirmed)
            cursor.isRemovalConfirmed = false
        }
        try await save(cursor)
        return step
    }

    /// Delivers records that a full read has missed.
    private func deliver(_ missed: [Record], _ step: Run.Step, _ generation: String) async throws(StepEnd) -> Run.Step {
        var step = step
        step.total = step.total.map { $0 + missed.count }
        let mapped = try await list.map(missed).map(\.withoutNUL)
        let found = try await Comparison(of: mapped, missed.map(list.vismaID), list, at: desk)
        step = try await deliver(found, step, generation).0
        try await refuse(found.plan.conflicting, &step)
        return step
    }

    private struct Pass {
        var step: Run.Step
        /// Visma's clock at the first page.
        var serverTime: Date?
        /// The largest number of records that any page named.
        var total = 0
        /// How many records came that can be read.
        var readable = 0
        /// Records whose number another one holds.
        ///
        /// That one may give it up further down the list, so they come last.
        var postponed: [Mapped<Row>] = []

        /// Whether as many records came as Visma counted, and any at all.
        ///
        /// A record that can't be read is there although nobody knows which one it is.
        var isComplete: Bool { readable >= total && total > 0 }
    }

    private func pass(_ query: ListQuery, _ step: Run.Step, generation: String?) async throws(StepEnd) -> Pass {
        var pass = Pass(step: step)
        // From here on, a link that is new is one of a record that this read has seen.
        if let generation { try await mark([], generation) }
        let pages = list.pages(query)
            .prepared { [list, desk] page in await PreparedPage(page, of: list, at: desk) }
            .makeAsyncIterator()
        var delivered: Comparison<Row>?
        var open = Courier<Record, Row>.Open()
        while let page = try await next(pages) {
            // What is announced is taken back when the step ends, so it must have begun.
            if open.announced.isEmpty { try desk.control.check() }
            pass.serverTime = pass.serverTime ?? page.meta.serverTime
            pass.total = max(pass.total, page.meta.totalResults)
            pass.readable += page.readableCount
            pass.step.total = page.meta.totalResults
            pass.step = try await report(page.unreadableRows, pass.step)
            var comparison = try page.comparison.get()
            if let delivered, comparison.depends(on: delivered) {
                comparison = try await Comparison(of: try page.mapped.get(), page.vismaIDs, list, at: desk)
            }
            let (current, coming, sendsOnce) = (comparison, pages.coming, list.sendsOnce)
            (pass.step, open) = try await deliver(current, pass.step, generation, after: open) {
                guard !sendsOnce, let next = try? await coming()?.comparison.get() else { return [] }
                return next.depends(on: current) ? [] : next.plan.deliveries
            }
            delivered = comparison
            let isRoom = pass.postponed.count + current.plan.conflicting.count <= Self.postponedLimit
            if isRoom { pass.postponed += current.plan.conflicting }
            try await refuse(isRoom ? [] : current.plan.conflicting, &pass.step)
        }
        if !pass.postponed.isEmpty {
            let ids = pass.postponed.compactMap(\.key?.vismaID)
            let last = try await Comparison(of: pass.postponed, ids, list, at: desk)
            pass.step = try await deliver(last, pass.step, generation).0
            try await refuse(last.plan.conflicting, &pass.step)
        }
        return pass
    }

    /// At most so many records wait for the end of the list.
    private static var postponedLimit: Int { 1000 }

    /// Reports records whose number another one keeps.
    private func refuse(_ records: [Mapped<Row>], _ step: inout Run.Step) async throws(StepEnd) {
        step.counts.read += records.count
        step.counts.skipped += records.count
        try await desk.log(
            records.map { desk.entry(.warning, list.scope, record: $0.name, .numberNotUnique) }
        )
    }

    private func next(_ pages: Pages<PreparedPage<Row>>.Iterator) async throws(StepEnd) -> PreparedPage<Row>? {
        do { return try await pages.next() } catch { throw desk.end(error, at: .visma) }
    }

    /// Rows that are not what Visma's documentation says fail alone.
    private func report(_ rows: [UnreadableRow], _ step: Run.Step) async throws(StepEnd) -> Run.Step {
        guard !rows.isEmpty else { return step }
        var step = step
        step.counts.read += rows.count
        step.counts.failed += rows.count
        try await desk.log(
            rows.map { row in
                let failure = SyncFailure(.vismaError, "Visma sent a record that can't be read: \(row.reason)")
                return desk.entry(.error, list.scope, record: "\(list.recordName) \(row.name ?? "?")", failure)
            }
        )
        return step
    }

    private func deliver(
        _ comparison: Comparison<Row>,
        _ step: Run.Step,
        _ generation: String?,
        after former: Courier<Record, Row>.Open = Courier.Open(),
        following: @escaping @Sendable () async -> [Delivery<Row>] = { [] }
    ) async throws(StepEnd) -> (Run.Step, Courier<Record, Row>.Open) {
        let plan = comparison.plan
        if let generation, !comparison.linkedIDs.isEmpty { try await mark(comparison.linkedIDs, generation) }
        var step = step
        // What is to be sent counts as read once its answer is known: until then it is not unchanged.
        step.counts.read += plan.count - plan.deliveries.count - plan.conflicting.count
        step.counts.skipped += plan.skipped + plan.unusable.count + plan.outdated.count
        try await desk.log(plan.unusable.map { desk.entry(.warning, list.scope, record: $0.name, $0.failure) })
        if !plan.noted.isEmpty { try await desk.save(plan.noted, list.scope, step) }
        let open: Courier<Record, Row>.Open
        (step, open) = try await courier.deliver(plan.deliveries, step, after: former, following: following)
        try await courier.report(plan.outdated, step)
        if !plan.retired.isEmpty { step = try await courier.deactivate(plan.retired, step) }
        return (step, open)
    }

    private func mark(_ ids: [String], _ generation: String) async throws(StepEnd) {
        try await desk.kept { () async throws(StoreError) in
            try await desk.store.markSeen(ids, of: desk.account.id, list.scope, generation: generation)
        }
    }

    private func save(_ cursor: Cursor) async throws(StepEnd) {
        var cursor = cursor
        cursor.settings = list.settings
        try await desk.kept { () async throws(StoreError) in
            try await desk.store.save(cursor, of: desk.account.id, list.scope)
        }
    }
}
