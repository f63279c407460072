import Domain
import RemoteAPI

extension Courier {
    /// Sends what OutSmart holds of these records back as inactive; what it no longer holds, or can't deactivate, is
    /// let go.
    func deactivate(_ links: [Link], _ step: Run.Step) async throws(StepEnd) -> Run.Step {
        var step = step
        var deliveries: [Delivery<Row>] = []
        var forgotten: [Link] = []
        for var link in links {
            try desk.control.check()
            let stored: Row?
            do { stored = try await list.stored(link.code) } catch { throw desk.end(error, at: .outSmart) }
            if let row = stored?.deactivated {
                let name = "\(list.recordName) \(Row.number(ofCode: link.code))"
                let outgoing = Outgoing(vismaID: link.vismaID, name: name, row: row, changedAt: nil)
                deliveries.append(Delivery(outgoing: outgoing, link: link))
            } else {
                link.isActive = false
                // Should the record come back to Visma, it has to be sent again.
                link.accepted = nil
                forgotten.append(link)
            }
        }
        let count = deliveries.count
        step.total = step.total.map { $0 + count }
        try await desk.save(forgotten, list.scope, step)
        return try await deliver(deliveries, step).0
    }

    /// Says of records that are never sent twice that they changed since, and remembers that it was said.
    func report(_ outdated: [Delivery<Row>], _ step: Run.Step) async throws(StepEnd) {
        guard !outdated.isEmpty else { return }
        try await desk.log(
            outdated.map { delivery in
                let code = delivery.reportedLink.code
                let failure = SyncFailure(
                    .orderChanged,
                    "It changed at Visma after it was sent to OutSmart as \(code), and is not sent again.",
                    reach: .record
                )
                return desk.entry(.warning, list.scope, record: delivery.outgoing.name, failure)
            }
        )
        try await desk.save(outdated.map(\.reportedLink), list.scope, step)
    }
}
