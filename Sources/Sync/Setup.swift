package import Domain
import OutSmart
import Persistence
import RemoteAPI

/// The first visit: what people decide, and the licence and the token that they enter.
package struct Setup: Sendable {
    private let accounts: Accounts
    private let connecting: Connecting
    /// How long anyone waits for OutSmart.
    private let patience: Duration

    package init(accounts: Accounts, connecting: Connecting, patience: Duration = .seconds(8)) {
        self.accounts = accounts
        self.connecting = connecting
        self.patience = patience
    }

    private var store: any Store { connecting.store }

    /// The decisions that were made for the account.
    package func decidedSteps(of account: Account.ID) async throws(SyncFailure) -> Set<SetupStep> {
        try await stored { () async throws(StoreError) in try await store.decidedSteps(of: account) }
    }

    package func decide(_ step: SetupStep, of account: Account.ID) async throws(SyncFailure) {
        try await stored { () async throws(StoreError) in try await store.decide(step, of: account) }
    }

    /// Disconnects a company that was connected by mistake.
    ///
    /// - Returns: Whether the account is free for another company: not when anything of this one was delivered.
    package func rejectCompany(of account: Account.ID) async throws(SyncFailure) -> Bool {
        try await connecting.disconnect(account)
        return try await stored { () async throws(StoreError) in try await store.forgetCompany(of: account) }
    }

    /// Says what a licence is worth for an account, without storing it.
    package func state(ofLicense license: String, for id: Account.ID) async throws(AccountError) -> LicenseState {
        var account = try await accounts.status(of: id).account
        account.license = license
        return await connecting.license(account)
    }

    /// Replaces the account's token once OutSmart has accepted it.
    ///
    /// - Throws: `OUTSMART_TOKEN_INVALID`, or why OutSmart can't be asked; then nothing was changed.
    package func setOutSmart(
        token: String,
        bearer: String?,
        of id: Account.ID
    ) async throws -> Accounts.Status {
        var account = try await accounts.status(of: id).account
        account.outSmart = Account.OutSmartCredentials(
            token: try connecting.sealed(token, for: id),
            bearer: try bearer.map { try connecting.sealed($0, for: id) }
        )
        let client: OutSmartClient
        do { client = try connecting.vendors.outSmart(account) } catch { throw SyncFailure(error) }
        let failure = await within(patience) { () -> SyncFailure? in
            do throws(RemoteAPIError) {
                _ = try await client.workTypes()
                return nil
            } catch {
                return SyncFailure(error, at: .outSmart)
            }
        }
        guard let failure else { throw SyncFailure(.upstreamUnreachable, "OutSmart did not answer in time.") }
        if let failure { throw failure }
        return try await accounts.update(id, .init(outSmartToken: token, outSmartBearer: .some(bearer)))
    }
}
