import Domain

/// A record that has to be sent.
struct Delivery<Row: OutSmartRow>: Sendable {
    let outgoing: Outgoing<Row>
    /// What is known of the record so far.
    let link: Link?
    /// Whether another record has taken over the key that this one had.
    var isFormerCodeTaken = false

    var isNew: Bool { link?.accepted == nil }
    var isUnchanged: Bool { link?.accepted == outgoing.fingerprint }

    /// The key under which OutSmart still holds the record, when Visma gave it another number or kind.
    var formerCode: String? {
        guard let link, !isNew, link.code != outgoing.row.code else { return nil }
        return link.code
    }

    /// Whether what OutSmart holds under the former key is still this record's, and active.
    var leavesFormerBehind: Bool { formerCode != nil && !isFormerCodeTaken && link?.isActive == true }

    /// What OutSmart has accepted of it and still has: under a former key it was taken out of use before.
    private var kept: Fingerprint? { formerCode == nil ? link?.accepted : nil }

    /// The link while the answer is not known.
    var pendingLink: Link {
        Link(
            vismaID: outgoing.vismaID,
            code: outgoing.row.code,
            accepted: kept,
            pending: outgoing.fingerprint,
            isActive: link?.isActive ?? outgoing.isActive,
            awaitsFollowUp: link?.awaitsFollowUp ?? false,
            facts: outgoing.facts
        )
    }

    /// The link once OutSmart refused the record: nothing of it is under way, and what it had it keeps.
    var refusedLink: Link {
        var link = self.link ?? pendingLink
        link.accepted = kept
        link.pending = nil
        return link
    }

    /// The link of a record that OutSmart has as it is, and of which Visma says something else now; `nil` if not.
    var notedLink: Link? {
        guard var link, isUnchanged, link.facts != outgoing.facts else { return nil }
        link.facts = outgoing.facts
        return link
    }

    /// The link of a record that is not sent again, once people were told that it changed.
    var reportedLink: Link {
        var link = self.link ?? pendingLink
        link.accepted = outgoing.fingerprint
        link.pending = nil
        return link
    }
}
