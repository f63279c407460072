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
    private let store: any Store
    private let sealing: Sealing
    private let authorization: Authorization
    private let journal: Journal
    private let timing: Timing

    /// Tokens that end sooner than this are renewed before they are used.
    private static let margin: TimeInterval = 120
    /// Tokens that end sooner than this are renewed in the background.
    private static let foresight: TimeInterval = 600
    /// How long a claim on a renewal lasts: two calls of at most 60 s each, and a bit.
    private static let claimLength: TimeInterval = 130

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
        guard try await store.dropTokens(of: account, generation: generation, state: .expired) else { return }
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

// MARK: - Renewal

extension TokenCustody {
    /// Returns an access token that is good enough, after a renewal where there is none.
    private func token(
        of account: Account.ID,
        unless isGood: (SealedTokens) throws(RemoteAPIError) -> Bool
    ) async throws(RemoteAPIError) -> Secret {
        while true {
            let connection = try await local { () async throws(StoreError) in try await store.connection(of: account) }
            guard let tokens = connection.tokens else { throw .unauthorized(nil) }
            if try isGood(tokens) { return try open(tokens.access, account) }

            let holder = UUID().uuidString
            let isClaimed = try await local { () async throws(StoreError) in
                let now = journal.now()
                return try await store.claimRefresh(
                    of: account,
                    by: holder,
                    until: now.addingTimeInterval(Self.claimLength),
                    now: now
                )
            }
            if isClaimed {
                let outcome = await Result { () async throws(RemoteAPIError) in try await renew(account, isGood) }
                // The claim ends by itself should this fail.
                try? await store.releaseRefresh(of: account, by: holder)
                return try outcome.get()
            }
            do { try await timing.sleep(.milliseconds(100)) } catch { throw .cancelled }
        }
    }

    /// Renews under a claim, unless that was done since.
    private func renew(
        _ account: Account.ID,
        _ isGood: (SealedTokens) throws(RemoteAPIError) -> Bool
    ) async throws(RemoteAPIError) -> Secret {
        let connection = try await local { () async throws(StoreError) in try await store.connection(of: account) }
        guard let tokens = connection.tokens else { throw .unauthorized(nil) }
        if try isGood(tokens) { return try open(tokens.access, account) }

        let (reply, used) = try await askVisma(connection, tokens)
        let renewed = try seal(reply, replacing: used, for: account)
        let isStored = try await local { () async throws(StoreError) in
            try await store.replaceTokens(of: account, generation: connection.generation, with: renewed)
        }
        return isStored ? reply.accessToken : try await giveWay(account, reply)
    }

    /// Lets go of an answer that came too late: someone disconnected, connected anew or renewed meanwhile.
    private func giveWay(
        _ account: Account.ID,
        _ reply: Authorization.TokenReply
    ) async throws(RemoteAPIError) -> Secret {
        let connection = try await local { () async throws(StoreError) in try await store.connection(of: account) }
        let kept = try connection.tokens.map { (tokens) throws(RemoteAPIError) in try open(tokens.refresh, account) }
        // What Visma just gave must not live on, unless it is what the connection lives by.
        if let fresh = reply.refreshToken, fresh != kept { try? await authorization.revoke(fresh) }
        guard let tokens = connection.tokens else { throw .unauthorized(nil) }
        return try open(tokens.access, account)
    }

    /// Asks with the refresh token, and with the one before it when Visma does not know the newer one.
    private func askVisma(
        _ connection: Connection,
        _ tokens: SealedTokens
    ) async throws(RemoteAPIError) -> (Authorization.TokenReply, used: SealedSecret) {
        var refusal: RemoteAPIError = .unauthorized(nil)
        for candidate in [tokens.refresh, tokens.previousRefresh].compactMap(\.self) {
            do {
                return (try await askOnceMore(try open(candidate, connection.account)), candidate)
            } catch {
                guard case .unauthorized = error else { throw error }
                refusal = error
            }
        }
        try await local { () async throws(StoreError) in
            try await expire(connection.account, generation: connection.generation, because: refusal.vendorWords)
        }
        throw refusal
    }

    /// Repeats a renewal whose answer was lost, once, with the same refresh token.
    private func askOnceMore(_ refreshToken: Secret) async throws(RemoteAPIError) -> Authorization.TokenReply {
        do {
            return try await authorization.tokens(refreshing: refreshToken)
        } catch {
            guard error.mayHaveHappened else { throw error }
            return try await authorization.tokens(refreshing: refreshToken)
        }
    }

    /// Seals Visma's answer; without a refresh token in it the used one stays.
    private func seal(
        _ reply: Authorization.TokenReply,
        replacing used: SealedSecret,
        for account: Account.ID
    ) throws(RemoteAPIError) -> SealedTokens {
        do throws(SealingError) {
            return SealedTokens(
                access: try sealing.seal(reply.accessToken.value, for: account),
                accessExpiresAt: journal.now().addingTimeInterval(reply.expiresIn / .seconds(1)),
                refresh: try reply.refreshToken.map { (token) throws(SealingError) in
                    try sealing.seal(token.value, for: account)
                } ?? used,
                previousRefresh: reply.refreshToken == nil ? nil : used
            )
        } catch {
            throw .unreadable(reason: "the new token can't be sealed")
        }
    }

    private func open(_ sealed: SealedSecret, _ account: Account.ID) throws(RemoteAPIError) -> Secret {
        do { return Secret(try sealing.open(sealed, for: account)) } catch {
            throw .unreadable(reason: "the stored token can't be opened")
        }
    }

    /// A store that does not answer leaves us without a token, and nothing was sent.
    private func local<Value>(
        _ operation: () async throws(StoreError) -> Value
    ) async throws(RemoteAPIError) -> Value {
        do { return try await operation() } catch {
            throw .unreachable(reason: "the connector's own store does not answer", mayHaveHappened: false)
        }
    }
}

extension Result where Failure == RemoteAPIError {
    fileprivate init(_ body: () async throws(RemoteAPIError) -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
