import Domain
import Persistence
import RemoteAPI

// What happens when nobody knows whether a row arrived.

extension Courier {
    /// Finds out what became of rows that were under way when an earlier step ended.
    func settle(_ step: Run.Step) async throws(StepEnd) -> Run.Step {
        var step = step
        while true {
            let pending = try await desk.kept { () async throws(StoreError) in
                try await desk.store.pendingLinks(of: desk.account.id, list.scope, limit: Self.batchSize)
            }
            guard !pending.isEmpty else { return step }
            var settled: [Link] = []
            for var link in pending {
                try desk.control.check()
                if let sent = link.pending, let isActive = try await held(link.code, sent) {
                    step.counts.note(isNew: link.accepted == nil)
                    link.awaitsFollowUp = list.followUp != nil
                    link.accepted = sent
                    link.isActive = isActive
                }
                link.pending = nil
                settled.append(link)
            }
            try await desk.save(settled, list.scope, step)
        }
    }

    /// Asks OutSmart what arrived of a batch whose answer was lost, and sends the rest.
    func askAndRepeat(_ batch: [Delivery<Row>], _ step: inout Run.Step, attempt: Int) async throws(StepEnd) {
        var missing: [Delivery<Row>] = []
        var arrived: [Delivery<Row>] = []
        for delivery in batch {
            try desk.control.check()
            if try await held(delivery.outgoing.row.code, delivery.outgoing.fingerprint) != nil {
                step.counts.deliver(isNew: delivery.isNew)
                arrived.append(delivery)
            } else {
                missing.append(delivery)
            }
        }
        try await desk.save([], accepted: acceptances(of: arrived), list.scope, step)
        if !missing.isEmpty { try await send(missing, &step, attempt: attempt + 1) }
    }

    /// Whether OutSmart holds exactly this row: `nil` if not, else whether it is active.
    private func held(_ code: String, _ fingerprint: Fingerprint) async throws(StepEnd) -> Bool? {
        do throws(RemoteAPIError) {
            switch list.keeping {
            case .upserts(let stored):
                guard let row = try await stored(code), row.fingerprint == fingerprint else { return nil }
                return row.isActive
            case .once(let exists):
                return try await exists(code) ? true : nil
            }
        } catch {
            throw desk.end(error, at: .outSmart)
        }
    }
}

extension ListImport {
    var sendsOnce: Bool {
        if case .once = keeping { true } else { false }
    }

    /// The row that OutSmart holds under a natural key, where it can be changed.
    func stored(_ code: String) async throws(RemoteAPIError) -> Row? {
        guard case .upserts(let stored) = keeping else { return nil }
        return try await stored(code)
    }
}
