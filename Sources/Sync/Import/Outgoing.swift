import Crypto
import Domain
import Foundation

/// A row that OutSmart takes, found again by its natural key.
protocol OutSmartRow: Sendable {
    /// The natural key among all rows of the list, such as a debtor number.
    ///
    /// Where a list feeds several tables of OutSmart, the table's name comes first: `hourtypes/ARB`.
    var code: String { get }
    /// The table of OutSmart that the row belongs to, where a list feeds several; else empty.
    var kind: String { get }
    var isActive: Bool { get }
    /// The row that deactivates this one at OutSmart, or `nil` when it is inactive or can't be.
    var deactivated: Self? { get }
    /// Everything that is sent, in a fixed order, as OutSmart would hand it back.
    var fields: [String?] { get }
    /// What its users call the row with that key.
    static func number(ofCode code: String) -> String
    /// What people should know when the row's former key was one of another kind.
    func changeOfKind(from formerCode: String) -> SyncFailure?
}

extension OutSmartRow {
    var kind: String { "" }

    static func number(ofCode code: String) -> String { code }

    func changeOfKind(from formerCode: String) -> SyncFailure? { nil }

    /// A digest of all fields, to which an empty field and a missing one are the same, as they are to OutSmart.
    var fingerprint: Fingerprint {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        for field in fields {
            let text = (field ?? "").utf8
            if text.count >= 10 { bytes.append(contentsOf: String(text.count / 10).utf8) }
            bytes.append(UInt8(ascii: "0") + UInt8(text.count % 10))
            bytes.append(UInt8(ascii: ":"))
            bytes.append(contentsOf: text)
        }
        return Fingerprint(Array(SHA256.hash(data: bytes).prefix(16)))
    }
}

/// A record of Visma as OutSmart shall have it.
///
/// A class, because a page's thousand of them go from hand to hand, and copies of their texts would cost more than all
/// that is done with them.
final class Outgoing<Row: OutSmartRow>: Sendable {
    let vismaID: String
    /// The record as its users call it, such as `Customer 10042`.
    let name: String
    let row: Row
    /// The row's own, which takes a while to compute.
    let fingerprint: Fingerprint
    /// Whether it is in use at Visma, which OutSmart can't say of every kind of row.
    let isActive: Bool
    /// When it last changed at Visma, where Visma says so.
    let changedAt: Date?
    /// What people should know about it although it is sent.
    let warning: SyncFailure?
    /// What an export has to know of it, as its link keeps it.
    let facts: String

    init(
        vismaID: String,
        name: String,
        row: Row,
        isActive: Bool? = nil,
        changedAt: Date?,
        warning: SyncFailure? = nil,
        facts: String = ""
    ) {
        self.vismaID = vismaID
        self.name = name
        self.row = row
        fingerprint = row.fingerprint
        self.isActive = isActive ?? row.isActive
        self.changedAt = changedAt
        self.warning = warning
        self.facts = facts
    }
}

/// What a record of Visma becomes.
enum Mapped<Row: OutSmartRow>: Sendable {
    case outgoing(Outgoing<Row>)
    /// It can't be sent, and this is why.
    case unusable(name: String, SyncFailure)
    /// It is none of OutSmart's business.
    case left
    /// OutSmart shall not use it any more, if it ever had it.
    case retired(vismaID: String)

    /// What its users call it, where it can be sent.
    var name: String? {
        if case .outgoing(let outgoing) = self { outgoing.name } else { nil }
    }

    /// The identifier at Visma, and the natural key under which it is to be sent.
    var key: (vismaID: String, code: String)? {
        if case .outgoing(let outgoing) = self { (outgoing.vismaID, outgoing.row.code) } else { nil }
    }
}
