import Domain
import EAccounting
import Foundation
import Persistence
import RemoteAPI

extension SyncFailure {
    static let inactiveLicense = SyncFailure(
        .licenseInactive,
        "This account has no active licence.",
        reach: .run
    )

    static let invalidConsent = SyncFailure(
        .consentInvalid,
        "This answer from Visma belongs to no login that is under way here: it was used before, took too long, "
            + "or was begun in another browser."
    )
}

extension Connecting {
    func takeRequest(
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

    func connect(_ request: ConsentRequest, _ answer: Answer) async throws(SyncFailure) -> Company {
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

    func note(
        _ account: Account.ID,
        _ level: LogEntry.Level,
        _ message: String
    ) async throws(SyncFailure) {
        try await stored { () async throws(StoreError) in
            try await journal.record([LogEntry(time: journal.now(), account: account, level: level, message: message)])
        }
    }

    func sealed(_ secret: String, for account: Account.ID) throws(SyncFailure) -> SealedSecret {
        do { return try sealing.seal(secret, for: account) } catch { throw SyncFailure(error) }
    }

    private func opened(_ sealed: SealedSecret, for account: Account.ID) throws(SyncFailure) -> String {
        do { return try sealing.open(sealed, for: account) } catch { throw SyncFailure(error) }
    }
}
