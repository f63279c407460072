import Domain
import OutSmart
import Persistence
import RemoteAPI

extension Desk {
    /// Gathers what the steps of a run work with.
    ///
    /// - Throws: Why the account can't be synced at all.
    init(
        for run: Run,
        at office: Office,
        _ control: RunControl,
        _ claim: Claim
    ) async throws(SyncFailure) {
        let account = try await stored { () async throws(StoreError) in try await office.store.account(run.account) }
        guard let account else { throw SyncFailure(.unknownAccount(run.account)) }
        guard await office.license(account).isActive else { throw .inactiveLicense }
        let connection = try await stored { () async throws(StoreError) in
            try await office.store.connection(of: account.id)
        }
        guard connection.state == .connected else { throw .notConnected }
        let settings = try await stored { () async throws(StoreError) in
            try await office.store.settings(of: account.id)
        }
        let vendors = office.vendors.writing { () async throws(RemoteAPIError) in
            try await claim.assure(run.id, at: office, control)
        }
        let outSmart: OutSmartClient
        do { outSmart = try vendors.outSmart(account) } catch { throw SyncFailure(error) }
        self.init(
            run: run,
            account: account,
            settings: settings,
            visma: vendors.eAccounting(account.id, tokens: office.custody.tokens(of: account.id)),
            outSmart: outSmart,
            office: office,
            control: control,
            claim: claim
        )
    }
}
