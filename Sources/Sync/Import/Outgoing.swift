import Crypto
import Domain
import Foundation

/// A row that OutSmart takes, found again by its natural key.
protocol OutSmartRow: Sendable {
    /// The natural key, such as a debtor number.
    var code: String { get }
    var isActive: Bool { get set }
    /// Everything that is sent, in a fixed order, as OutSmart would hand it back.
    var fields: [String?] { get }
}

extension OutSmartRow {
    /// A digest of all fields, to which an empty field and a missing one are the same, as they are to OutSmart.
    var fingerprint: Fingerprint {
        var hash = SHA256()
        for field in fields {
            let bytes = Array((field ?? "").utf8)
            hash.update(data: Array("\(bytes.count):".utf8))
            hash.update(data: bytes)
        }
        return Fingerprint(Array(hash.finalize().prefix(16)))
    }
}

/// A record of Visma as OutSmart shall have it.
struct Outgoing<Row: OutSmartRow>: Sendable {
    let vismaID: String
    /// The record as its users call it, such as `Customer 10042`.
    let name: String
    let row: Row
    /// When it last changed at Visma, where Visma says so.
    let changedAt: Date?
    /// What people should know about it although it is sent.
    let warning: SyncFailure?
}

/// What a record of Visma becomes.
enum Mapped<Row: OutSmartRow>: Sendable {
    case outgoing(Outgoing<Row>)
    /// It can't be sent, and this is why.
    case unusable(name: String, SyncFailure)
}
