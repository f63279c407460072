package import Foundation

/// A text that is kept for one browser, for the next page that it opens.
package struct KeptText: Hashable, Sendable, Identifiable {
    /// The hexadecimal SHA-256 of the key that the browser holds: a stolen store opens nothing.
    package typealias ID = Identifier<KeptText>

    package let id: ID
    package var account: Account.ID
    package var text: SealedSecret
    package var expiresAt: Date

    package init(id: ID, account: Account.ID, text: SealedSecret, expiresAt: Date) {
        self.id = id
        self.account = account
        self.text = text
        self.expiresAt = expiresAt
    }
}
