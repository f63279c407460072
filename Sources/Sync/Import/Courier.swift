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
    ///
    /// While a batch is under way, the store learns what became of the one before and that the one behind is to be
    /// sent: an import waits for OutSmart and for nothing else.
    func deliver(_ deliveries: [Delivery<Row>], _ step: Run.Step) async throws(StepEnd) -> Run.Step {
        var step = step
        if deliveries.isEmpty { try await desk.save(step) }
        let batches = batches(of: deliveries)
        var arrived: [Link] = []
        var isAnnounced = false
        for (index, batch) in batches.enumerated() {
            if !isAnnounced {
                try desk.control.check()
                for delivery in batch { try await retireFormer(delivery) }
                try await desk.save(batch.map(\.pendingLink), list.scope, step)
            }
            let next = index + 1 < batches.count ? batches[index + 1] : []
            // What retires a former row at OutSmart waits for its turn.
            let announced = next.contains { $0.formerCode != nil } ? [] : next
            async let answer = answer(to: batch)
            try await desk.save(arrived + announced.map(\.pendingLink), list.scope, step)
            arrived = []
            do throws(StepEnd) {
                switch await answer {
                case .success:
                    for delivery in batch { step.counts.deliver(isNew: delivery.isNew) }
                    arrived = batch.map(accepted)
                case .failure(let error):
                    try await recover(batch, from: error, &step, attempt: 1)
                }
                if !announced.isEmpty { try desk.control.check() }
            } catch {
                try await desk.save(arrived + announced.map(\.refusedLink), list.scope, step)
                throw error
            }
            isAnnounced = !announced.isEmpty
            if !isAnnounced {
                try await desk.save(arrived, list.scope, step)
                arrived = []
            }
            try await warn(of: batch)
        }
        return step
    }

    /// Sends a batch whose links say that it is under way.
    func send(_ batch: [Delivery<Row>], _ step: inout Run.Step, attempt: Int) async throws(StepEnd) {
        if case .failure(let error) = await answer(to: batch) {
            return try await recover(batch, from: error, &step, attempt: attempt)
        }
        for delivery in batch { step.counts.deliver(isNew: delivery.isNew) }
        try await desk.save(batch.map(accepted), list.scope, step)
    }

    /// The link of a record that OutSmart has accepted.
    func accepted(_ delivery: Delivery<Row>) -> Link {
        var link = delivery.acceptedLink
        link.awaitsFollowUp = list.followUp != nil
        return link
    }

    // MARK: - Private parts

    private func batches(of deliveries: [Delivery<Row>]) -> [[Delivery<Row>]] {
        Set(deliveries.map(\.outgoing.row.kind)).sorted().flatMap { kind in
            let rows = deliveries.filter { $0.outgoing.row.kind == kind }
            return stride(from: 0, to: rows.count, by: Self.batchSize).map { start in
                Array(rows[start..<min(start + Self.batchSize, rows.count)])
            }
        }
    }

    private func answer(to batch: [Delivery<Row>]) async -> Result<Void, RemoteAPIError> {
        do throws(RemoteAPIError) {
            return .success(try await list.send(batch.map(\.outgoing.row)))
        } catch {
            return .failure(error)
        }
    }

    /// Does what is left to do when a batch was not accepted, or when nobody knows whether it was.
    private func recover(
        _ batch: [Delivery<Row>],
        from error: RemoteAPIError,
        _ step: inout Run.Step,
        attempt: Int
    ) async throws(StepEnd) {
        if case .refused(let refusal) = error { return try await isolate(batch, &step, refusal) }
        if error.mayHaveHappened, attempt < Self.attempts, desk.control.interruption == nil {
            return try await askAndRepeat(batch, &step, attempt: attempt)
        }
        // What may have arrived stays marked, and is asked for before it is sent again.
        if !error.mayHaveHappened { try await desk.save(batch.map(\.refusedLink), list.scope, step) }
        throw desk.end(error, at: .outSmart)
    }

    /// Halves a refused batch until the rows that OutSmart does not take stand alone.
    private func isolate(
        _ batch: [Delivery<Row>],
        _ step: inout Run.Step,
        _ refusal: Refusal
    ) async throws(StepEnd) {
        guard batch.count > 1 else {
            step.counts.read += 1
            step.counts.failed += 1
            try await desk.save(batch.map(\.refusedLink), list.scope, step)
            let failure = SyncFailure(.refused(refusal), at: .outSmart)
            return try await desk.log(batch.map { desk.entry(.error, list.scope, record: $0.outgoing.name, failure) })
        }
        let middle = batch.count / 2
        for half in [batch[..<middle], batch[middle...]] {
            try desk.control.check()
            try await send(Array(half), &step, attempt: 1)
        }
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
