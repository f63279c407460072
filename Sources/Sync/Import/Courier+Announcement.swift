import Domain
import OutSmart

// What the store learns of rows before they are sent, and once they have arrived.

extension Courier {
    /// A batch that the store knows of, and what sends it.
    struct Announced: Sendable {
        let deliveries: [Delivery<Row>]
        let sending: OutSmartClient.Sending
    }

    /// What is left open behind rows that were delivered, because others follow.
    struct Open: Sendable {
        /// Batches of those others.
        var announced: [Announced] = []
        /// Rows of which the store does not know yet that they arrived.
        var arrived: [Delivery<Row>] = []
    }

    /// Rows in the batches in which they are sent, and those in the groups in which they are announced.
    func groups(of deliveries: [Delivery<Row>]) -> [[[Delivery<Row>]]] {
        let kinds = Dictionary(grouping: deliveries, by: \.outgoing.row.kind).sorted { $0.key < $1.key }
        return kinds.flatMap { _, rows in rows.chunked(Self.batchSize).chunked(Self.groupSize) }
    }

    /// Announces what can be announced before all that comes before it has arrived.
    func prepare(
        _ group: [[Delivery<Row>]],
        accepting arrived: [Delivery<Row>],
        _ step: Run.Step
    ) async -> Result<[Announced], StepEnd> {
        // What retires a former row at OutSmart waits for its turn.
        let isRetiring = group.joined().contains { $0.formerCode != nil }
        return await announce(isRetiring ? [] : group, accepting: arrived, step)
    }

    /// Stores that these batches are to be sent and what became of others, and writes them out.
    func announce(
        _ group: [[Delivery<Row>]],
        accepting arrived: [Delivery<Row>],
        _ step: Run.Step
    ) async -> Result<[Announced], StepEnd> {
        do throws(StepEnd) {
            let links = group.joined().map(\.pendingLink)
            try await desk.save(links, accepted: acceptances(of: arrived), list.scope, step)
            return .success(
                group.map { Announced(deliveries: $0, sending: list.sending($0.map(\.outgoing.row))) }
            )
        } catch {
            return .failure(error)
        }
    }

    /// What the store has to know of rows that OutSmart has accepted.
    func acceptances(of deliveries: [Delivery<Row>]) -> [Acceptance] {
        Dictionary(grouping: deliveries, by: \.outgoing.isActive).map { isActive, deliveries in
            Acceptance(
                vismaIDs: deliveries.map(\.outgoing.vismaID),
                isActive: isActive,
                awaitsFollowUp: list.followUp != nil
            )
        }
    }
}

extension Array {
    /// The elements in arrays of at most so many.
    fileprivate func chunked(_ count: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: count).map { Array(self[$0..<Swift.min($0 + count, self.count)]) }
    }
}
