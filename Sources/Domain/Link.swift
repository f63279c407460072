package import Foundation

/// Says that a record at Visma and one at OutSmart are the same.
package struct Link: Hashable, Sendable {
    /// The identifier at Visma.
    package var vismaID: String
    /// The natural key at OutSmart, such as a debtor number.
    package var code: String
    /// What OutSmart last accepted, or `nil` until it accepted something.
    package var accepted: Fingerprint?
    /// What was last sent while the answer is not known.
    package var pending: Fingerprint?
    /// Whether OutSmart last accepted it as active.
    package var isActive: Bool
    /// Whether something is still to be done about it since it was accepted, such as setting its order to shipped.
    package var awaitsFollowUp: Bool
    /// What an export has to know of the record, as the list's mapping wrote it.
    package var facts: String

    package init(
        vismaID: String,
        code: String,
        accepted: Fingerprint? = nil,
        pending: Fingerprint? = nil,
        isActive: Bool = true,
        awaitsFollowUp: Bool = false,
        facts: String = ""
    ) {
        self.vismaID = vismaID
        self.code = code
        self.accepted = accepted
        self.pending = pending
        self.isActive = isActive
        self.awaitsFollowUp = awaitsFollowUp
        self.facts = facts
    }
}

/// Records whose rows were under way, and that OutSmart has accepted as they were sent.
package struct Acceptance: Hashable, Sendable {
    /// The identifiers at Visma.
    package var vismaIDs: [String]
    /// Whether it accepted them as active.
    package var isActive: Bool
    /// Whether something is still to be done about them.
    package var awaitsFollowUp: Bool

    package init(vismaIDs: [String], isActive: Bool, awaitsFollowUp: Bool) {
        self.vismaIDs = vismaIDs
        self.isActive = isActive
        self.awaitsFollowUp = awaitsFollowUp
    }
}

/// A digest of everything that is sent of a record: equal when nothing has to be sent again.
package struct Fingerprint: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// How far the import of one list has come.
package struct Cursor: Hashable, Sendable {
    /// Visma's clock at the first page of the last complete read.
    package var position: Date?
    /// When the list was last read in full.
    package var lastFullRead: Date?
    /// A digest of the settings that the last complete read followed.
    package var settings: Fingerprint?
    /// How many records the last full read found gone and did not dare to deactivate.
    package var heldBack: Int
    /// Whether a person confirmed that they are really gone.
    package var isRemovalConfirmed: Bool

    package init(
        position: Date? = nil,
        lastFullRead: Date? = nil,
        settings: Fingerprint? = nil,
        heldBack: Int = 0,
        isRemovalConfirmed: Bool = false
    ) {
        self.position = position
        self.lastFullRead = lastFullRead
        self.settings = settings
        self.heldBack = heldBack
        self.isRemovalConfirmed = isRemovalConfirmed
    }
}
