import Domain
import Persistence
import RemoteAPI

/// Deactivates at OutSmart what a full read no longer found at Visma.
struct Removal<Record: Decodable & Sendable, Row: OutSmartRow>: Sendable {
    let list: ListImport<Record, Row>
    let desk: Desk
    let courier: Courier<Record, Row>
    /// Names the full read.
    let generation: String
    /// Asks Visma for a record by its identifier.
    let record: @Sendable (_ vismaID: String) async throws(RemoteAPIError) -> Record?
    /// Delivers records that the full read has missed.
    let deliver: @Sendable ([Record], Run.Step) async throws(StepEnd) -> Run.Step

    /// Deactivates, unless it is suspiciously much and nobody confirmed it.
    ///
    /// A record that Visma still has is none of them: while a list is read, records move between its pages when
    /// others are deleted.
    ///
    /// - Returns: The step as it stands, and how many records are held back.
    func perform(_ step: Run.Step, isConfirmed: Bool) async throws(StepEnd) -> (Run.Step, heldBack: Int) {
        let (active, unseen) = try await desk.kept { () async throws(StoreError) in
            try await desk.store.unseenCount(of: desk.account.id, list.scope, generation: generation)
        }
        if !isConfirmed, Self.isSuspicious(gone: unseen, of: active) {
            let failure = SyncFailure(
                .manyRecordsGone,
                "\(unseen) of \(active) records are gone from Visma's list. They stay active in OutSmart for now."
            )
            try await desk.log([desk.entry(.warning, list.scope, failure)])
            return (step, unseen)
        }
        return (try await deactivateAll(step), 0)
    }

    /// More than 10 records and more than 20 % of them.
    static func isSuspicious(gone: Int, of active: Int) -> Bool { gone > 10 && gone * 5 > active }

    private func deactivateAll(_ step: Run.Step) async throws(StepEnd) -> Run.Step {
        var step = step
        var last: String?
        while true {
            let position = last
            let gone = try await desk.kept { () async throws(StoreError) in
                try await desk.store.unseenLinks(
                    of: desk.account.id,
                    list.scope,
                    generation: generation,
                    after: position,
                    limit: Courier<Record, Row>.batchSize
                )
            }
            guard let end = gone.last else { return step }
            last = end.vismaID
            var (deleted, missed): ([Link], [Record]) = ([], [])
            for link in gone {
                if let record = try await kept(link.vismaID) { missed.append(record) } else { deleted.append(link) }
            }
            if !missed.isEmpty { step = try await deliver(missed, step) }
            step = try await courier.deactivate(deleted, step)
        }
    }

    /// The record that Visma still has, although the read has missed it.
    private func kept(_ vismaID: String) async throws(StepEnd) -> Record? {
        try desk.control.check()
        do { return try await record(vismaID) } catch { throw desk.end(error, at: .visma) }
    }
}
