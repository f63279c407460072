import Domain
import Foundation
import OutSmart
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
    /// How many batches are announced to the store at once.
    static var groupSize: Int { 2 }
    /// How often a batch is sent whose answers get lost.
    static var attempts: Int { 3 }

    /// Sends rows in batches of ``batchSize``, each of one kind.
    ///
    /// While some batches are under way, the store learns what became of those before and that those behind are to be
    /// sent, and these are written out: an import waits for OutSmart and for nothing else.
    ///
    /// - Parameters:
    ///   - deliveries: The rows.
    ///   - step: How far the step has come.
    ///   - former: What an earlier call has left open: it has announced the first batches of these rows.
    ///   - following: Returns the rows that are sent next, to announce the first of them behind the last of these.
    /// - Returns: How far the step has come then, and what the call with those rows has to know.
    /// - Throws: What ends the step. What is announced is taken back then; what may have arrived stays marked.
    func deliver(
        _ deliveries: [Delivery<Row>],
        _ step: Run.Step,
        after former: Open = Open(),
        following: @escaping @Sendable () async -> [Delivery<Row>] = { [] }
    ) async throws(StepEnd) -> (Run.Step, Open) {
        var step = step
        if deliveries.isEmpty { try await desk.save(step) }
        let groups = groups(of: deliveries)
        var (announced, arrived) = (former.announced, former.arrived)
        for (index, group) in groups.enumerated() {
            if announced.isEmpty {
                try desk.control.check()
                for delivery in group.joined() { try await retireFormer(delivery) }
                announced = try await announce(group, accepting: [], step).get()
            }
            let isLast = index + 1 == groups.count
            // Both are values: what is stored meanwhile is how it stands here.
            let (accepted, progress) = (arrived, step)
            async let preparation = prepare(
                isLast ? self.groups(of: await following()).first ?? [] : groups[index + 1],
                accepting: accepted,
                progress
            )
            arrived = []
            var waiting = announced[...]
            do throws(StepEnd) {
                while let batch = waiting.popFirst() {
                    switch await answer(to: batch.sending) {
                    case .success:
                        for delivery in batch.deliveries { step.counts.deliver(isNew: delivery.isNew) }
                        arrived += batch.deliveries
                    case .failure(let error):
                        try await recover(batch.deliveries, from: error, &step, attempt: 1)
                    }
                    if !waiting.isEmpty { try desk.control.check() }
                }
                announced = try await preparation.get()
                if !announced.isEmpty { try desk.control.check() }
            } catch {
                let unsent = waiting + ((try? await preparation.get()) ?? [])
                let links = unsent.flatMap(\.deliveries).map(\.refusedLink)
                try await desk.save(links, accepted: acceptances(of: arrived), list.scope, step)
                throw error
            }
            if announced.isEmpty {
                try await desk.save([], accepted: acceptances(of: arrived), list.scope, step)
                arrived = []
            }
            try await warn(of: group.flatMap(\.self))
        }
        return (step, Open(announced: announced, arrived: arrived))
    }

    /// Sends a batch whose links say that it is under way.
    func send(_ batch: [Delivery<Row>], _ step: inout Run.Step, attempt: Int) async throws(StepEnd) {
        if case .failure(let error) = await answer(to: list.sending(batch.map(\.outgoing.row))) {
            return try await recover(batch, from: error, &step, attempt: attempt)
        }
        for delivery in batch { step.counts.deliver(isNew: delivery.isNew) }
        try await desk.save([], accepted: acceptances(of: batch), list.scope, step)
    }

    // MARK: - Private parts

    private func answer(to sending: OutSmartClient.Sending) async -> Result<Void, RemoteAPIError> {
        do throws(RemoteAPIError) {
            return .success(try await sending())
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
                try await list.sending([row])()
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
