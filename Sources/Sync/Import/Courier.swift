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

    /// Sends rows in batches of ``batchSize``, each of one kind.
    func deliver(_ deliveries: [Delivery<Row>], _ step: Run.Step) async throws(StepEnd) -> Run.Step {
        var step = step
        if deliveries.isEmpty { try await desk.save(step) }
        for kind in Set(deliveries.map(\.outgoing.row.kind)).sorted() {
            let rows = deliveries.filter { $0.outgoing.row.kind == kind }
            for start in stride(from: 0, to: rows.count, by: Self.batchSize) {
                try desk.control.check()
                let batch = Array(rows[start..<min(start + Self.batchSize, rows.count)])
                for delivery in batch { try await retireFormer(delivery) }
                try await desk.save(batch.map(\.pendingLink), list.scope, step)
                step = try await send(batch, step, attempt: 1)
                try await warn(of: batch)
            }
        }
        return step
    }

    /// Sends a batch whose links say that it is under way.
    func send(
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
            if !error.mayHaveHappened { try await desk.save(batch.map(\.refusedLink), list.scope, step) }
            throw desk.end(error, at: .outSmart)
        }
        var step = step
        for delivery in batch { step.counts.deliver(isNew: delivery.isNew) }
        try await desk.save(batch.map(accepted), list.scope, step)
        return step
    }

    /// The link of a record that OutSmart has accepted.
    func accepted(_ delivery: Delivery<Row>) -> Link {
        var link = delivery.acceptedLink
        link.awaitsFollowUp = list.followUp != nil
        return link
    }

    // MARK: - Private parts

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
            try await desk.save(batch.map(\.refusedLink), list.scope, step)
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

    /// Deactivates what OutSmart holds of a record under the number or kind that it no longer has.
    private func retireFormer(_ delivery: Delivery<Row>) async throws(StepEnd) {
        guard let code = delivery.formerCode else { return }
        do throws(RemoteAPIError) {
            if delivery.leavesFormerBehind, let row = try await list.stored(code)?.deactivated {
                try await list.send([row])
            }
        } catch .refused(let refusal) {
            // Someone has to deactivate it by hand; the record goes on under what it is now.
            let name = "\(list.recordName) \(Row.number(ofCode: code))"
            let failure = SyncFailure(.refused(refusal), at: .outSmart)
            try await desk.log([desk.entry(.warning, list.scope, record: name, failure)])
        } catch {
            throw desk.end(error, at: .outSmart)
        }
        if let change = delivery.outgoing.row.changeOfKind(from: code) {
            try await desk.log([desk.entry(.warning, list.scope, record: delivery.outgoing.name, change)])
        }
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
