package import Foundation

/// How far the export of one work order has come: an entry of the ledger.
package struct ExportEntry: Hashable, Sendable {
    package typealias Document = Settings.Export.Document

    package enum State: String, CaseIterable, Sendable {
        /// Someone is at work on it, and nothing was sent yet.
        case claimed
        /// The document was or will be sent, and whether it arrived is not known.
        case posting
        /// The document exists.
        case created
        /// Its PDF is attached, or is not to be.
        case attached
        case done
        case failed
    }

    /// The invoice that the document became.
    package struct Invoice: Hashable, Sendable {
        package var number: Int?
        package var isPaid: Bool

        package init(number: Int? = nil, isPaid: Bool = false) {
            self.number = number
            self.isPaid = isPaid
        }
    }

    /// OutSmart's identifier of the row.
    package var workOrder: String
    /// The work order's number as people see it.
    package var number: String?
    package var state: State
    package var document: Document
    /// What the document is found by at Visma.
    package var reference: String
    package var documentID: String?
    package var documentNumber: Int?
    package var invoice: Invoice?
    package var code: LogEntry.Code?
    package var message: String?
    /// Whether it failed in a way that the next run tries again.
    package var isTransient: Bool
    /// A digest of what was last tried.
    package var fingerprint: Fingerprint?
    package var attempts: Int
    /// When the last attempt began.
    package var claimedAt: Date
    /// When a document whose posting is in doubt was first looked for in vain.
    package var missedAt: Date?
    /// Whether someone asked for another attempt.
    package var isAsked: Bool
    package var updatedAt: Date

    package init(
        workOrder: String,
        number: String? = nil,
        state: State = .claimed,
        document: Document,
        reference: String,
        documentID: String? = nil,
        documentNumber: Int? = nil,
        invoice: Invoice? = nil,
        code: LogEntry.Code? = nil,
        message: String? = nil,
        isTransient: Bool = false,
        fingerprint: Fingerprint? = nil,
        attempts: Int = 1,
        claimedAt: Date,
        missedAt: Date? = nil,
        isAsked: Bool = false,
        updatedAt: Date
    ) {
        self.workOrder = workOrder
        self.number = number
        self.state = state
        self.document = document
        self.reference = reference
        self.documentID = documentID
        self.documentNumber = documentNumber
        self.invoice = invoice
        self.code = code
        self.message = message
        self.isTransient = isTransient
        self.fingerprint = fingerprint
        self.attempts = attempts
        self.claimedAt = claimedAt
        self.missedAt = missedAt
        self.isAsked = isAsked
        self.updatedAt = updatedAt
    }
}
