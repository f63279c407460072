import Domain
import Persistence

/// What a page makes necessary, compared with what the store knew when it was made.
struct Comparison<Row: OutSmartRow>: Sendable {
    let plan: ImportPlan<Row>
    /// The records that have links.
    let linkedIDs: [String]
    /// The records of the page.
    private let vismaIDs: Set<String>
    /// The natural keys that come to or leave one of its records.
    private let codes: Set<String>

    /// Looks up what is known of a page's records.
    init<Record>(
        of mapped: [Mapped<Row>],
        _ vismaIDs: [String],
        _ list: ListImport<Record, Row>,
        at desk: Desk
    ) async throws(StepEnd) {
        let links = try await desk.kept { () async throws(StoreError) in
            try await desk.store.links(of: desk.account.id, list.scope, vismaIDs: vismaIDs)
        }
        // Who keeps its key keeps it; of the others, the key that they want and the one that they had are of interest.
        let moves = mapped.compactMap(\.key).filter { links[$0.vismaID]?.code != $0.code }
        let moving = moves.map(\.code) + moves.compactMap { links[$0.vismaID]?.code }
        let owners = try await desk.kept { () async throws(StoreError) in
            moving.isEmpty ? [:] : try await desk.store.owners(of: desk.account.id, list.scope, codes: moving)
        }
        plan = ImportPlan(
            mapped,
            links: links,
            owners: owners,
            includeInactive: list.includeInactive,
            floor: list.changedSince,
            sendsOnce: list.sendsOnce
        )
        linkedIDs = Array(links.keys)
        self.vismaIDs = Set(vismaIDs)
        codes = Set(moving + plan.retired.map(\.code))
    }

    /// Whether delivering the page before may have changed what was looked up for this one.
    func depends(on other: Comparison) -> Bool {
        !vismaIDs.isDisjoint(with: other.vismaIDs) || !codes.isDisjoint(with: other.codes)
    }
}
