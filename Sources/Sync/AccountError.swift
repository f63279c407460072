package import Domain
import Persistence

/// Why an account could not be read or changed.
package enum AccountError: Error {
    case unknown(Account.ID)
    case exists(Account.ID)
    case invalid(field: String, Fault)
    /// The store or the sealing failed.
    case store(SyncFailure)

    /// What is wrong with a value.
    package enum Fault: Hashable, Sendable {
        /// An identifier with other characters than those of a path.
        case identifier
        /// A text that has not so many characters.
        case length(ClosedRange<Int>)
        /// A text with line breaks or control characters.
        case unprintable
        /// An address that is not on the internet, or that is none.
        case webhookAddress
        /// A text that signs nothing.
        case webhookSecret
    }

    init(_ error: StoreError) {
        switch error {
        case .unknownAccount(let id): self = .unknown(id)
        case .accountExists(let id): self = .exists(id)
        case .companyInUse, .unusable: self = .store(SyncFailure(error))
        }
    }
}

extension SyncFailure {
    /// A secret of the account can't be sealed or opened.
    init(_ error: SealingError) {
        self.init(.internalError, "A stored secret can't be opened: \(error)", reach: .run)
    }
}
