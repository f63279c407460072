package import Domain
import EAccounting
package import Foundation
package import Persistence
import RemoteAPI

/// Visma's login, from the button to the stored consent.
package struct Connecting: Sendable {
    private let store: any Store
    private let sealing: Sealing
    private let vendors: Vendors
    private let journal: Journal
    private let license: LicenseCheck

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
                if try await store.dropTokens(of: account, generation: generation, state: .disconnected) {
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

// MARK: - Private parts

extension SyncFailure {
    static let inactiveLicense = SyncFailure(
        .licenseInactive,
        "This account has no active licence.",
        reach: .run
    )

    fileprivate static let invalidConsent = SyncFailure(
        .consentInvalid,
        "This answer from Visma belongs to no login that is under way here: it was used before, took too long, "
            + "or was begun in another browser."
    )
}

extension Connecting {
    private func takeRequest(
        _ state: String?,
        _ session: Session.ID?
    ) async throws(SyncFailure) -> ConsentRequest {
        guard let state else { throw .invalidConsent }
        let request = try await stored { () async throws(StoreError) in
            try await store.takeConsentRequest(stateDigest: Token.digest(state))
        }
        guard let request, request.expiresAt > journal.now(), request.session == session else {
            throw .invalidConsent
        }
        return request
    }

    private func connect(_ request: ConsentRequest, _ answer: Answer) async throws(SyncFailure) -> Company {
        switch answer {
        case .code(let code):
            return try await connect(request, code: code)
        case .error("access_denied", _):
            throw SyncFailure(.consentDenied, "The access was not approved on Visma's page.")
        case .error(let error, let description):
            let words = [error, description].compactMap(\.self).joined(separator: ": ").prefix(300)
            throw SyncFailure(.consentInvalid, "Visma's login page answered with an error: \(words)")
        }
    }

    private func connect(_ request: ConsentRequest, code: String) async throws(SyncFailure) -> Company {
        let account = request.account
        let reply: Authorization.TokenReply
        do {
            let verifier = try opened(request.codeVerifier, for: account)
            reply = try await vendors.authorization.tokens(code: code, codeVerifier: verifier)
        } catch let failure as SyncFailure {
            throw failure
        } catch let error as RemoteAPIError {
            throw SyncFailure(.consentInvalid, "Visma did not accept the login: \(error.vendorWords)")
        } catch {
            throw SyncFailure(.internalError, "\(type(of: error))")
        }
        do throws(SyncFailure) {
            guard let refresh = reply.refreshToken else {
                throw SyncFailure(.scopeMissing, "Visma granted no lasting access (no refresh token).")
            }
            let company = try await company(of: account, reply.accessToken)
            let tokens = SealedTokens(
                access: try sealed(reply.accessToken.value, for: account),
                accessExpiresAt: journal.now().addingTimeInterval(reply.expiresIn / .seconds(1)),
                refresh: try sealed(refresh.value, for: account)
            )
            try await stored { () async throws(StoreError) in
                try await store.connect(account, company: company, tokens: tokens, at: journal.now())
            }
            try await note(account, .info, "Connected to \(company.name) at Visma eAccounting.")
            return company
        } catch {
            // Nothing of this consent may live on.
            try? await vendors.authorization.revoke(reply.refreshToken ?? reply.accessToken)
            throw error
        }
    }

    /// Reads which company was chosen, and whether this account may have it.
    private func company(of account: Account.ID, _ token: Secret) async throws(SyncFailure) -> Company {
        let fixed = AccessTokens(
            current: { () async throws(RemoteAPIError) in token },
            renewed: { (_) async throws(RemoteAPIError) in throw .unauthorized(nil) }
        )
        let company: Company
        do throws(RemoteAPIError) {
            let settings = try await vendors.eAccounting(account, tokens: fixed).companySettings()
            guard settings.isActive else {
                throw .refused(Refusal(status: 200, code: 4004, message: "The company is not active."))
            }
            company = Company(settings)
        } catch {
            throw SyncFailure(error, at: .visma)
        }
        let known = try await stored { () async throws(StoreError) in try await store.connection(of: account).company }
        guard known == nil || known?.id == company.id else {
            throw SyncFailure(
                .companyMismatch,
                "\(company.name) was chosen at Visma, but this account belongs to \(known?.name ?? "another company")."
            )
        }
        return company
    }

    private func note(
        _ account: Account.ID,
        _ level: LogEntry.Level,
        _ message: String
    ) async throws(SyncFailure) {
        try await stored { () async throws(StoreError) in
            try await journal.record([LogEntry(time: journal.now(), account: account, level: level, message: message)])
        }
    }

    private func sealed(_ secret: String, for account: Account.ID) throws(SyncFailure) -> SealedSecret {
        do { return try sealing.seal(secret, for: account) } catch { throw SyncFailure(error) }
    }

    private func opened(_ sealed: SealedSecret, for account: Account.ID) throws(SyncFailure) -> String {
        do { return try sealing.open(sealed, for: account) } catch { throw SyncFailure(error) }
    }
}
