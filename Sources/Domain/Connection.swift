package import Foundation

/// An account's consent at Visma: which company, and the tokens that reach it.
package struct Connection: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        case disconnected
        case connected
        /// Visma no longer accepts the tokens: someone must connect again.
        case expired
    }

    package var account: Account.ID
    package var state: State
    /// The first company connected; it stays the account's company after a disconnect.
    package var company: Company?
    /// When the account was connected for the first time; disconnects and reconnects don't change it.
    package var firstConnectedAt: Date?
    /// When it was last connected.
    package var connectedAt: Date?
    package var tokens: SealedTokens?
    /// Grows with every change of the tokens, so that an outdated answer cannot replace a newer one.
    package var generation: Int

    package init(
        account: Account.ID,
        state: State = .disconnected,
        company: Company? = nil,
        firstConnectedAt: Date? = nil,
        connectedAt: Date? = nil,
        tokens: SealedTokens? = nil,
        generation: Int = 0
    ) {
        self.account = account
        self.state = state
        self.company = company
        self.firstConnectedAt = firstConnectedAt
        self.connectedAt = connectedAt
        self.tokens = tokens
        self.generation = generation
    }
}

/// Visma's tokens, sealed.
package struct SealedTokens: Hashable, Sendable {
    package var access: SealedSecret
    package var accessExpiresAt: Date
    package var refresh: SealedSecret
    /// The refresh token before this one, kept until the newer one has worked.
    package var previousRefresh: SealedSecret?

    package init(
        access: SealedSecret,
        accessExpiresAt: Date,
        refresh: SealedSecret,
        previousRefresh: SealedSecret? = nil
    ) {
        self.access = access
        self.accessExpiresAt = accessExpiresAt
        self.refresh = refresh
        self.previousRefresh = previousRefresh
    }
}

/// A company in Visma eAccounting.
package struct Company: Hashable, Sendable, Codable {
    package var id: String
    package var name: String
    package var registrationNumber: String?
    package var country: String?
    package var currency: String?
    /// Whether the company can use sales orders.
    package var hasOrders: Bool

    package init(
        id: String,
        name: String,
        registrationNumber: String? = nil,
        country: String? = nil,
        currency: String? = nil,
        hasOrders: Bool
    ) {
        self.id = id
        self.name = name
        self.registrationNumber = registrationNumber
        self.country = country
        self.currency = currency
        self.hasOrders = hasOrders
    }
}

/// A consent that was asked for and not yet answered.
package struct ConsentRequest: Hashable, Sendable {
    /// SHA-256 of the `state` that Visma hands back.
    package var stateDigest: [UInt8]
    package var account: Account.ID
    package var session: Session.ID
    /// The PKCE code verifier.
    package var codeVerifier: SealedSecret
    package var expiresAt: Date

    package init(
        stateDigest: [UInt8],
        account: Account.ID,
        session: Session.ID,
        codeVerifier: SealedSecret,
        expiresAt: Date
    ) {
        self.stateDigest = stateDigest
        self.account = account
        self.session = session
        self.codeVerifier = codeVerifier
        self.expiresAt = expiresAt
    }
}
