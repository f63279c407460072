import Domain
import Foundation

/// What one page of a list makes necessary, decided before anything is sent.
struct ImportPlan<Row: OutSmartRow>: Sendable {
    /// Records to send, in the list's order, with the link to store once OutSmart accepted them.
    var deliveries: [Delivery<Row>] = []
    /// Records that can't be sent.
    var unusable: [(name: String, failure: SyncFailure)] = []
    /// Records whose number another one holds, which may yet give it up.
    var conflicting: [Mapped<Row>] = []
    /// Records that were sent, may not be sent again, and have changed since.
    var outdated: [Delivery<Row>] = []
    /// Links of records that OutSmart has as they are, with what else is to be known of them.
    var noted: [Link] = []
    /// Records that were sent and that OutSmart shall not use any more.
    var retired: [Link] = []
    /// How many records are left out on purpose.
    var skipped = 0
    /// How many records the page has.
    let count: Int

    /// Compares a page with what OutSmart last accepted.
    ///
    /// - Parameters:
    ///   - records: The page's records, mapped.
    ///   - links: The links of these records, by their identifier at Visma.
    ///   - owners: The records that hold natural keys at OutSmart, by the key.
    ///   - includeInactive: Whether inactive records are sent although they never were.
    ///   - floor: Records that never were sent and did not change after this moment stay away.
    ///   - sendsOnce: Whether a record that was sent is never sent again.
    init(
        _ records: [Mapped<Row>],
        links: [String: Link],
        owners: [String: String] = [:],
        includeInactive: Bool,
        floor: Date?,
        sendsOnce: Bool = false
    ) {
        count = records.count
        var owners = Self.owners(owners, keepingAfter: records)
        for record in records {
            switch record {
            case .left:
                skipped += 1
            case .retired(let id):
                if let link = links[id], link.accepted != nil, link.isActive { retired.append(link) }
                skipped += 1
            case .unusable(let name, let failure):
                unusable.append((name, failure))
            case .outgoing(let outgoing):
                let delivery = Delivery(outgoing: outgoing, link: links[outgoing.vismaID])
                let isOld = floor.map { outgoing.changedAt ?? .distantPast <= $0 } ?? false
                if delivery.isNew, !outgoing.isActive && !includeInactive || isOld {
                    skipped += 1
                } else if delivery.isUnchanged {
                    // What an order was when it was imported stays known.
                    if !sendsOnce, let link = delivery.notedLink { noted.append(link) }
                } else if sendsOnce, !delivery.isNew {
                    outdated.append(delivery)
                } else if let owner = owners[outgoing.row.code], owner != outgoing.vismaID {
                    conflicting.append(record)
                } else {
                    owners[outgoing.row.code] = outgoing.vismaID
                    deliveries.append(delivery)
                }
            }
        }
        // Hardly any page has such a record.
        guard deliveries.contains(where: { $0.formerCode != nil }) else { return }
        let kept = records.compactMap(\.key).filter { key in
            links[key.vismaID].map { $0.code == key.code && $0.accepted != nil } ?? false
        }
        let keys = Set(kept.map(\.code) + deliveries.map(\.outgoing.row.code))
        for index in deliveries.indices {
            let (former, id) = (deliveries[index].formerCode, deliveries[index].outgoing.vismaID)
            deliveries[index].isFormerCodeTaken =
                former.map { keys.contains($0) || (owners[$0] ?? id) != id } ?? false
        }
    }
}

extension ImportPlan {
    /// The holders of natural keys without those who give them up on this very page: their keys are free.
    private static func owners(
        _ owners: [String: String],
        keepingAfter records: [Mapped<Row>]
    ) -> [String: String] {
        if owners.isEmpty { return [:] }
        let codes = Dictionary(records.compactMap(\.key), uniquingKeysWith: { first, _ in first })
        return owners.filter { code, owner in codes[owner].map { $0 == code } ?? true }
    }
}

extension SyncFailure {
    static let numberNotUnique = SyncFailure(
        .numberNotUnique,
        "Another record at Visma has the same number and was sent first; OutSmart can't tell them apart.",
        reach: .record
    )
}
