package import Foundation

/// A signed-in browser.
package struct Session: Hashable, Sendable, Identifiable {
    /// The hexadecimal SHA-256 of the cookie's value: a stolen store signs nobody in.
    package typealias ID = Identifier<Session>

    /// What the browser may see.
    package enum Holder: Hashable, Sendable {
        case `operator`
        case account(Account.ID)
    }

    package let id: ID
    package var holder: Holder
    package var expiresAt: Date

    package init(id: ID, holder: Holder, expiresAt: Date) {
        self.id = id
        self.holder = holder
        self.expiresAt = expiresAt
    }

    /// Whether the browser may see and change that account.
    package func reaches(_ account: Account.ID) -> Bool {
        switch holder {
        case .operator: true
        case .account(let own): own == account
        }
    }
}
