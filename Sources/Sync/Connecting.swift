package import Domain
import EAccounting
package import Foundation
package import Persistence
import RemoteAPI

/// Visma's login, from the button to the stored consent.
package struct Connecting: Sendable {
    let store: any Store
    let sealing: Sealing
    let vendors: Vendors
    let journal: Journal
    let license: LicenseCheck

    /// How long a user may take at Visma's page, in seconds.
    private static let patience: TimeInterval = 600

    package init(
        store: any Store,
        sealing: Sealing,
        vendors: Vendors,
        bulletin: Bulletin,
        license: @escaping LicenseCheck,
        now: @escaping @Sendable () -> Date
    ) {
        self.store = store
        self.sealing = sealing
        self.vendors = vendors
        self.journal = Journal(store: store, bulletin: bulletin, now: now)
        self.license = license
    }

    /// Starts a consent that only this browser session can finish.
    ///
    /// - Returns: The address of Visma's login page.
    /// - Throws: `LICENSE_INACTIVE`, or a failure of the store.
    package func begin(_ id: Account.ID, session: Session.ID) async throws(SyncFailure) -> String {
        let account = try await stored { () async throws(StoreError) in try await store.account(id) }
        guard let account else { throw SyncFailure(.unknownAccount(id)) }
        guard await license(account).isActive else { throw .inactiveLicense }
        let state = Token.random()
        let verifier = Token.random()
        let request = ConsentRequest(
            stateDigest: Token.digest(state),
            account: id,
            session: session,
            codeVerifier: try sealed(verifier, for: id),
            expiresAt: journal.now().addingTimeInterval(Self.patience)
        )
        try await stored { () async throws(StoreError) in try await store.insert(request) }
        return vendors.authorization.authorizeURL(
            state: state,
            codeChallenge: Authorization.codeChallenge(for: verifier)
        )
    }

    /// What Visma's page handed back.
    package enum Answer: Sendable {
        case code(String)
        case error(String, description: String?)
    }

    /// How a consent ended.
    package struct Outcome: Sendable {
        /// `nil` when the `state` was unknown, used, expired or another browser's.
        package var account: Account.ID?
        /// The company that is connected now.
        package var company: Company?
        package var failure: SyncFailure?

        package init(account: Account.ID? = nil, company: Company? = nil, failure: SyncFailure? = nil) {
            self.account = account
            self.company = company
            self.failure = failure
        }
    }

    /// Ends a consent: exactly one of company and failure is set.
    package func finish(state: String?, answer: Answer, session: Session.ID?) async -> Outcome {
        let request: ConsentRequest
        do throws(SyncFailure) {
            request = try await takeRequest(state, session)
        } catch {
            return Outcome(failure: error)
        }
        do throws(SyncFailure) {
            return Outcome(account: request.account, company: try await connect(request, answer))
        } catch {
            try? await journal.record(error, of: request.account)
            return Outcome(account: request.account, failure: error)
        }
    }

    /// Revokes the refresh token at Visma and forgets both tokens; what was imported stays.
    package func disconnect(_ account: Account.ID) async throws(SyncFailure) {
        let connection = try await stored { () async throws(StoreError) in
            while true {
                let connection = try await store.connection(of: account)
                guard connection.state != .disconnected else { return nil as Connection? }
                // A renewal that came between makes it another generation: look again.
                let generation = connection.generation
                if try await store.dropTokens(
                    of: account,
                    generation: generation,
                    state: .disconnected,
                    at: journal.now()
                ) {
                    return connection
                }
            }
        }
        guard let connection else { return }
        if let refresh = connection.tokens?.refresh {
            do {
                try await vendors.authorization.revoke(Secret(try sealing.open(refresh, for: account)))
            } catch {
                let words = (error as? RemoteAPIError)?.vendorWords ?? "the stored token can't be opened"
                try await note(account, .warning, "Visma did not revoke the access: \(words)")
            }
        }
        try await note(account, .info, "Disconnected from Visma eAccounting.")
    }
}
