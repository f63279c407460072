import Domain
package import EAccounting
package import Foundation
package import Persistence
import RemoteAPI

/// Keeps Visma's tokens: the only place that opens, renews and drops them.
///
/// At most one renewal of an account is under way, across all processes that share the store. The answer is stored
/// before it is used, and the refresh token before it is kept until the newer one has worked: a crash between Visma's
/// answer and our commit costs nobody their consent.
package struct TokenCustody: Sendable {
    let store: any Store
    let sealing: Sealing
    let authorization: Authorization
    let journal: Journal
    let timing: Timing

    /// Tokens that end sooner than this are renewed before they are used.
    private static let margin: TimeInterval = 120
    /// Tokens that end sooner than this are renewed in the background.
    private static let foresight: TimeInterval = 600
    /// How long a claim on a renewal lasts: two calls of at most 60 s each, and a bit.
    static let claimLength: TimeInterval = 130

    package init(
        store: any Store,
        sealing: Sealing,
        authorization: Authorization,
        bulletin: Bulletin,
        now: @escaping @Sendable () -> Date
    ) {
        self.store = store
        self.sealing = sealing
        self.authorization = authorization
        self.journal = Journal(store: store, bulletin: bulletin, now: now)
        self.timing = .live
    }

    /// The access tokens of an account, renewed when they are about to end or were refused.
    func tokens(of account: Account.ID) -> AccessTokens {
        AccessTokens(
            current: { () async throws(RemoteAPIError) in
                try await token(of: account) { $0.accessExpiresAt.timeIntervalSince(journal.now()) > Self.margin }
            },
            renewed: { (refused) async throws(RemoteAPIError) in
                try await token(of: account) { (tokens) throws(RemoteAPIError) in
                    try open(tokens.access, account) != refused
                }
            }
        )
    }

    /// Renews, until the task is cancelled, what would end soon.
    package func serve() async throws(CancellationError) {
        while !Task.isCancelled {
            let soon = journal.now().addingTimeInterval(Self.foresight)
            for account in (try? await store.accountsExpiring(before: soon)) ?? [] where !Task.isCancelled {
                // A failure is met again, and reported, by the next sync.
                _ = try? await token(of: account) { $0.accessExpiresAt > soon }
            }
            try await timing.sleep(.seconds(60))
        }
    }

    /// Marks the consent as gone, and says so once.
    func expire(_ account: Account.ID, generation: Int, because words: String) async throws(StoreError) {
        guard try await store.dropTokens(of: account, generation: generation, state: .expired, at: journal.now()) else {
            return
        }
        try await journal.record(
            SyncFailure(.authExpired, "Visma no longer accepts this connection: \(words)", reach: .run),
            of: account
        )
    }

    /// Marks the consent as gone although its tokens could be renewed: Visma refuses even fresh ones.
    func expire(_ account: Account.ID, because words: String) async throws(StoreError) {
        try await expire(account, generation: try await store.connection(of: account).generation, because: words)
    }
}
