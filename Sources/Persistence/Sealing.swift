import Crypto
package import Domain
import Foundation

/// Seals secrets for the store and opens them again.
///
/// ChaChaPoly, with the account's identifier as associated data: a secret that is copied to another account in the
/// store does not open there.
package struct Sealing: Sendable {
    private let sealingKey: Key
    private let keys: [String: Key]

    /// Creates a sealing that seals with the first key and opens with all of them.
    ///
    /// - Parameter keys: The present key, then former ones. At least one.
    package init(keys: [Key]) {
        guard let first = keys.first else { preconditionFailure("Sealing needs a key.") }
        sealingKey = first
        self.keys = Dictionary(keys.map { ($0.id, $0) }, uniquingKeysWith: { key, _ in key })
    }

    /// Seals a secret that belongs to an account.
    package func seal(_ secret: String, for account: Account.ID) throws(SealingError) -> SealedSecret {
        do {
            let box = try ChaChaPoly.seal(
                Array(secret.utf8),
                using: sealingKey.symmetricKey,
                authenticating: Array(account.rawValue.utf8)
            )
            return SealedSecret(keyID: sealingKey.id, box: Array(box.combined))
        } catch {
            throw .refused
        }
    }

    /// Opens a secret that was sealed for that account.
    package func open(_ sealed: SealedSecret, for account: Account.ID) throws(SealingError) -> String {
        guard let key = keys[sealed.keyID] else { throw .unknownKey(id: sealed.keyID) }
        guard
            let box = try? ChaChaPoly.SealedBox(combined: sealed.box),
            let bytes = try? ChaChaPoly.open(
                box,
                using: key.symmetricKey,
                authenticating: Array(account.rawValue.utf8)
            ),
            let secret = String(validating: bytes, as: UTF8.self)
        else { throw .damaged }
        return secret
    }
}

/// Why a secret was not sealed or opened.
package enum SealingError: Error, Equatable {
    /// It was sealed with a key that is not among the given ones.
    case unknownKey(id: String)
    /// It was changed, or sealed for another account.
    case damaged
    /// The cipher did not seal it.
    case refused
}
