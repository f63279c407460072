package import Domain
import Persistence

/// Why an account could not be read or changed.
package enum AccountError: Error {
    case unknown(Account.ID)
    case exists(Account.ID)
    case invalid(field: String, message: String)
    /// The store or the sealing failed.
    case store(SyncFailure)

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
