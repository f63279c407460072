import Domain
package import Foundation
package import Persistence

/// What every run works with: the store, the vendors, the log.
package struct Office: Sendable {
    let store: any Store
    let vendors: Vendors
    let custody: TokenCustody
    let license: LicenseCheck
    let bulletin: Bulletin
    let now: @Sendable () -> Date
    /// How long a document whose posting is in doubt is left alone before it is looked for again, in seconds.
    let settleTime: TimeInterval

    package init(
        store: any Store,
        vendors: Vendors,
        custody: TokenCustody,
        license: @escaping LicenseCheck,
        bulletin: Bulletin,
        now: @escaping @Sendable () -> Date,
        settleTime: TimeInterval = 60
    ) {
        self.store = store
        self.vendors = vendors
        self.custody = custody
        self.license = license
        self.bulletin = bulletin
        self.now = now
        self.settleTime = settleTime
    }

    /// Waits for a moment, unless the run is to stop before.
    func wait(until moment: Date, _ control: RunControl) async throws(StepEnd) {
        while now() < moment {
            try control.check()
            try? await Task.sleep(for: .seconds(min(0.5, moment.timeIntervalSince(now()))))
        }
    }

    var journal: Journal { Journal(store: store, bulletin: bulletin, now: now) }
}

extension Office {
    /// Puts a run into the queue, unless nothing of it could succeed.
    ///
    /// - Parameters:
    ///   - id: Whose lists.
    ///   - scopes: The lists; `nil` for all that the settings enable.
    ///   - trigger: Who asks.
    ///   - receipt: The message that asks, which does so once.
    /// - Returns: The new run, or one that there is for it already.
    /// - Throws: What keeps a sync from being asked for.
    func enqueue(
        _ id: Account.ID,
        scopes: [Scope]?,
        trigger: Run.Trigger,
        receipt: MessageReceipt? = nil
    ) async throws(SyncFailure) -> (run: Run, isNew: Bool) {
        let account = try await stored { () async throws(StoreError) in try await store.account(id) }
        guard let account else { throw SyncFailure(.unknownAccount(id)) }
        guard await license(account).isActive else { throw .inactiveLicense }
        let connection = try await stored { () async throws(StoreError) in try await store.connection(of: id) }
        guard connection.state == .connected else { throw .notConnected }
        let enabled = try await stored { () async throws(StoreError) in try await store.settings(of: id).enabledScopes }
        let wanted = Scope.allCases.filter { (scopes ?? enabled).contains($0) }
        guard !wanted.isEmpty else {
            throw SyncFailure(.internalError, "Nothing to sync: no list is switched on in the settings.")
        }
        let asked = try await stored { () async throws(StoreError) in
            if let receipt {
                return try await store.enqueue(id, scopes: wanted, trigger: trigger, receipt: receipt, at: now())
            }
            return try await store.enqueue(id, scopes: wanted, trigger: trigger, at: now())
        }
        if asked.isNew { bulletin.post(id) }
        return asked
    }

    /// Writes how a run ended, or hands it back for later; nothing when another process has taken it over.
    func close(
        _ run: Run,
        _ ending: Performance.Ending,
        _ interruption: RunControl.Interruption?,
        holder: String
    ) async {
        do throws(StoreError) {
            let hasEnded: Bool
            switch (ending, interruption) {
            case (.finished(let state, let problem), _):
                hasEnded = try await store.finish(run.id, holder: holder, state: state, problem: problem, at: now())
            case (.interrupted, .cancelled):
                hasEnded = try await store.finish(run.id, holder: holder, state: .cancelled, problem: nil, at: now())
            case (.interrupted, .lost):
                hasEnded = false
            case (.interrupted, .stopping), (.interrupted, nil):
                try await store.releaseClaim(on: run.id, by: holder)
                hasEnded = false
            }
            if hasEnded, let ended = try await store.run(run.id, of: run.account) { bulletin.watch.ended(ended) }
        } catch {
            // The claim ends by itself, and the run is taken up again.
        }
        bulletin.post(run.account)
    }
}

extension SyncFailure {
    static let notConnected = SyncFailure(
        .authExpired,
        "This account is not connected to Visma eAccounting.",
        reach: .run
    )
}
