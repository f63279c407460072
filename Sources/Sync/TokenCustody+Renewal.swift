import Domain
import EAccounting
import Foundation
import Persistence
import RemoteAPI

extension TokenCustody {
    /// Returns an access token that is good enough, after a renewal where there is none.
    func token(
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

    func open(_ sealed: SealedSecret, _ account: Account.ID) throws(RemoteAPIError) -> Secret {
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
