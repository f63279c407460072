import Domain
import Foundation
import Persistence
import RemoteAPI

/// Takes rows to OutSmart in batches, each row once.
///
/// A link says that its row is under way before the row is sent. Where the answer is then not known, because it was
/// lost or the process died, OutSmart is asked what it holds before anything is sent again.
struct Courier<Record: Decodable & Sendable, Row: OutSmartRow>: Sendable {
    let list: ListImport<Record, Row>
    let desk: Desk

    static var batchSize: Int { 100 }
    /// How often a batch is sent whose answers get lost.
    static var attempts: Int { 3 }

    /// Finds out what became of rows that were under way when an earlier step ended.
    func settle(_ step: Run.Step) async throws(StepEnd) -> Run.Step {
        var step = step
        while true {
            let pending = try await desk.kept { () async throws(StoreError) in
                try await desk.store.pendingLinks(of: desk.account.id, list.scope, limit: Self.batchSize)
            }
            guard !pending.isEmpty else { return step }
            var settled: [Link] = []
            for link in pending {
                try desk.control.check()
                let stored = try await stored(link.code)
                var link = link
                if let stored, stored.fingerprint == link.pending {
                    step.counts.note(isNew: link.accepted == nil)
                    link.accepted = link.pending
                    link.isActive = stored.isActive
                }
                link.pending = nil
                settled.append(link)
            }
            try await save(settled, step)
        }
    }

    /// Sends rows in batches of ``batchSize``.
    func deliver(_ deliveries: [Delivery<Row>], _ step: Run.Step) async throws(StepEnd) -> Run.Step {
        var step = step
        if deliveries.isEmpty { try await desk.save(step) }
        for start in stride(from: 0, to: deliveries.count, by: Self.batchSize) {
            try desk.control.check()
            let batch = Array(deliveries[start..<min(start + Self.batchSize, deliveries.count)])
            try await save(batch.map(\.pendingLink), step)
            step = try await send(batch, step, attempt: 1)
            try await warn(of: batch)
        }
        return step
    }

    // MARK: - Private parts

    /// Sends a batch whose links say that it is under way.
    private func send(
        _ batch: [Delivery<Row>],
        _ step: Run.Step,
        attempt: Int
    ) async throws(StepEnd) -> Run.Step {
        do throws(RemoteAPIError) {
            try await list.send(batch.map(\.outgoing.row))
        } catch .refused(let refusal) {
            return try await isolate(batch, step, refusal)
        } catch  where error.mayHaveHappened && attempt < Self.attempts && desk.control.interruption == nil {
            return try await askAndRepeat(batch, step, attempt: attempt)
        } catch {
            // What may have arrived stays marked, and is asked for before it is sent again.
            if !error.mayHaveHappened { try await save(batch.map(\.refusedLink), step) }
            throw desk.end(error, at: .outSmart)
        }
        var step = step
        for delivery in batch { step.counts.deliver(isNew: delivery.isNew) }
        try await save(batch.map(\.acceptedLink), step)
        return step
    }

    /// Halves a refused batch until the rows that OutSmart does not take stand alone.
    private func isolate(
        _ batch: [Delivery<Row>],
        _ step: Run.Step,
        _ refusal: Refusal
    ) async throws(StepEnd) -> Run.Step {
        var step = step
        guard batch.count > 1 else {
            step.counts.read += 1
            step.counts.failed += 1
            try await save(batch.map(\.refusedLink), step)
            let failure = SyncFailure(.refused(refusal), at: .outSmart)
            try await desk.log(batch.map { desk.entry(.error, list.scope, record: $0.outgoing.name, failure) })
            return step
        }
        let middle = batch.count / 2
        for half in [batch[..<middle], batch[middle...]] {
            try desk.control.check()
            step = try await send(Array(half), step, attempt: 1)
        }
        return step
    }

    /// Asks OutSmart what arrived of a batch whose answer was lost, and sends the rest.
    private func askAndRepeat(
        _ batch: [Delivery<Row>],
        _ step: Run.Step,
        attempt: Int
    ) async throws(StepEnd) -> Run.Step {
        var step = step
        var missing: [Delivery<Row>] = []
        var arrived: [Link] = []
        for delivery in batch {
            try desk.control.check()
            if try await stored(delivery.outgoing.row.code)?.fingerprint == delivery.outgoing.row.fingerprint {
                step.counts.deliver(isNew: delivery.isNew)
                arrived.append(delivery.acceptedLink)
            } else {
                missing.append(delivery)
            }
        }
        try await save(arrived, step)
        return missing.isEmpty ? step : try await send(missing, step, attempt: attempt + 1)
    }

    /// Reports what people should know about records that were sent, once.
    private func warn(of batch: [Delivery<Row>]) async throws(StepEnd) {
        var entries: [LogEntry] = []
        for delivery in batch {
            guard let warning = delivery.outgoing.warning else { continue }
            let entry = desk.entry(.warning, list.scope, record: delivery.outgoing.name, warning)
            if !delivery.isNew, try await desk.isLogged(entry) { continue }
            entries.append(entry)
        }
        try await desk.log(entries)
    }

    private func stored(_ code: String) async throws(StepEnd) -> Row? {
        do { return try await list.stored(code) } catch { throw desk.end(error, at: .outSmart) }
    }

    private func save(_ links: [Link], _ step: Run.Step) async throws(StepEnd) {
        try await desk.kept { () async throws(StoreError) in
            try await desk.store.save(links, of: desk.account.id, list.scope, step: step, run: desk.run.id)
        }
        desk.office.bulletin.post(desk.account.id)
    }
}

extension Run.Counts {
    /// Counts a row that OutSmart accepted in an earlier attempt, and that will be read again.
    mutating func note(isNew: Bool) {
        if isNew { created += 1 } else { updated += 1 }
    }

    /// Counts a row of this pass that OutSmart accepted.
    mutating func deliver(isNew: Bool) {
        read += 1
        note(isNew: isNew)
    }
}
