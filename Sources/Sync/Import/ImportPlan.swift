import Domain
import Foundation

/// What one page of a list makes necessary, decided before anything is sent.
struct ImportPlan<Row: OutSmartRow>: Sendable {
    /// Records to send, in the list's order, with the link to store once OutSmart accepted them.
    var deliveries: [Delivery<Row>] = []
    /// Records that can't be sent.
    var unusable: [(name: String, failure: SyncFailure)] = []
    /// How many records are left out on purpose.
    var skipped = 0

    /// Compares a page with what OutSmart last accepted.
    ///
    /// - Parameters:
    ///   - records: The page's records, mapped.
    ///   - links: The links of these records, by their identifier at Visma.
    ///   - includeInactive: Whether inactive records are sent although they never were.
    ///   - floor: Records that never were sent and did not change after this moment stay away.
    init(_ records: [Mapped<Row>], links: [String: Link], includeInactive: Bool, floor: Date?) {
        for record in records {
            switch record {
            case .unusable(let name, let failure):
                unusable.append((name, failure))
            case .outgoing(let outgoing):
                let link = links[outgoing.vismaID]
                let wasSent = link?.accepted != nil
                let isOld = floor.map { outgoing.changedAt ?? .distantPast <= $0 } ?? false
                if !wasSent, !outgoing.row.isActive && !includeInactive || isOld {
                    skipped += 1
                } else if link?.accepted != outgoing.row.fingerprint {
                    deliveries.append(Delivery(outgoing: outgoing, link: link))
                }
            }
        }
    }
}

/// A record that has to be sent.
struct Delivery<Row: OutSmartRow>: Sendable {
    let outgoing: Outgoing<Row>
    /// What is known of the record so far.
    let link: Link?

    var isNew: Bool { link?.accepted == nil }

    /// The link while the answer is not known.
    var pendingLink: Link {
        Link(
            vismaID: outgoing.vismaID,
            code: outgoing.row.code,
            accepted: link?.accepted,
            pending: outgoing.row.fingerprint,
            isActive: link?.isActive ?? outgoing.row.isActive
        )
    }

    /// The link once OutSmart accepted the record.
    var acceptedLink: Link {
        Link(
            vismaID: outgoing.vismaID,
            code: outgoing.row.code,
            accepted: outgoing.row.fingerprint,
            isActive: outgoing.row.isActive
        )
    }

    /// The link once OutSmart refused the record: nothing of it is under way.
    var refusedLink: Link {
        var link = pendingLink
        link.pending = nil
        return link
    }
}
