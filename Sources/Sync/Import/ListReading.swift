import Domain
import EAccounting
import Foundation
import Persistence
import RemoteAPI

/// One pass over a list of Visma: page by page, each mapped, compared and delivered while the next one loads.
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
        if pass.isComplete, !list.sendsOnce {
            let removal = Removal(list: list, desk: desk, courier: courier, generation: generation)
            (step, cursor.heldBack) = try await removal.perform(step, isConfirmed: cursor.isRemovalConfirmed)
            cursor.isRemovalConfirmed = false
        }
        try await save(cursor)
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

        /// Whether as many records came as Visma counted, and any at all.
        ///
        /// A record that can't be read is there although nobody knows which one it is.
        var isComplete: Bool { readable >= total && total > 0 }
    }

    private func pass(_ query: ListQuery, _ step: Run.Step, generation: String?) async throws(StepEnd) -> Pass {
        var pass = Pass(step: step)
        // From here on, a link that is new is one of a record that this read has seen.
        if let generation { try await mark([], generation) }
        let pages = list.pages(query).makeAsyncIterator()
        while let page = try await next(pages) {
            try desk.control.check()
            pass.serverTime = pass.serverTime ?? page.meta.serverTime
            pass.total = max(pass.total, page.meta.totalResults)
            pass.readable += page.rows.count
            pass.step.total = page.meta.totalResults
            // The store would take such an identifier for another one: it cuts a text there.
            let isCut = { (row: Record) in list.vismaID(row).utf8.contains(0) }
            let cut = page.rows.enumerated().filter { isCut($0.element) }.map { index, row in
                UnreadableRow(index: index, name: list.vismaID(row).withoutNUL, reason: "its identifier has a NUL")
            }
            pass.step = try await report(page.unreadableRows + cut, pass.step)
            pass.step = try await deliver(
                cut.isEmpty ? page.rows : page.rows.filter { !isCut($0) },
                pass.step,
                generation
            )
        }
        return pass
    }

    private func next(_ pages: Pages<Record>.Iterator) async throws(StepEnd) -> Page<Record>? {
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
        _ records: [Record],
        _ step: Run.Step,
        _ generation: String?
    ) async throws(StepEnd) -> Run.Step {
        let ids = records.map(list.vismaID)
        async let mapping = mapped(records)
        let links = try await desk.kept { () async throws(StoreError) in
            try await desk.store.links(of: desk.account.id, list.scope, vismaIDs: ids)
        }
        if let generation { try await mark(Array(links.keys), generation) }
        let mapped = try await mapping.get()
        // Who keeps its key keeps it; of the others, the key that they want and the one that they had are of interest.
        let moves = mapped.compactMap(\.key).filter { links[$0.vismaID]?.code != $0.code }
        let wanted = moves.map(\.code) + moves.compactMap { links[$0.vismaID]?.code }
        let owners = try await desk.kept { () async throws(StoreError) in
            wanted.isEmpty ? [:] : try await desk.store.owners(of: desk.account.id, list.scope, codes: wanted)
        }
        let plan = ImportPlan(
            mapped,
            links: links,
            owners: owners,
            includeInactive: list.includeInactive,
            floor: list.changedSince,
            sendsOnce: list.sendsOnce
        )
        var step = step
        // What is to be sent counts as read once its answer is known: until then it is not unchanged.
        step.counts.read += records.count - plan.deliveries.count
        step.counts.skipped += plan.skipped + plan.unusable.count + plan.outdated.count
        try await desk.log(plan.unusable.map { desk.entry(.warning, list.scope, record: $0.name, $0.failure) })
        if !plan.noted.isEmpty { try await desk.save(plan.noted, list.scope, step) }
        step = try await courier.deliver(plan.deliveries, step)
        try await courier.report(plan.outdated, step)
        if !plan.retired.isEmpty { step = try await courier.deactivate(plan.retired, step) }
        return step
    }

    private func mark(_ ids: [String], _ generation: String) async throws(StepEnd) {
        try await desk.kept { () async throws(StoreError) in
            try await desk.store.markSeen(ids, of: desk.account.id, list.scope, generation: generation)
        }
    }

    private func mapped(_ records: [Record]) async -> Result<[Mapped<Row>], StepEnd> {
        do throws(StepEnd) {
            return .success(try await list.map(records).map(\.withoutNUL))
        } catch {
            return .failure(error)
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
