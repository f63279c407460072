package import Domain
package import Foundation
package import Persistence

/// Texts that are kept for one browser, until the next page that it opens.
package struct KeptTexts: Sendable {
    private let store: any Store
    private let sealing: Sealing
    private let now: @Sendable () -> Date

    package init(store: any Store, sealing: Sealing, now: @escaping @Sendable () -> Date) {
        self.store = store
        self.sealing = sealing
        self.now = now
    }

    /// Keeps a text that belongs to an account.
    ///
    /// - Returns: What takes it out again, once.
    package func keep(
        _ text: String,
        of account: Account.ID,
        for seconds: TimeInterval
    ) async throws(SyncFailure) -> String {
        let key = Token.random()
        let sealed: SealedSecret
        do { sealed = try sealing.seal(text, for: account) } catch { throw SyncFailure(error) }
        let kept = KeptText(
            id: KeptText.ID(key: key),
            account: account,
            text: sealed,
            expiresAt: now().addingTimeInterval(seconds)
        )
        try await stored { () async throws(StoreError) in try await store.keep(kept) }
        return key
    }

    /// Takes a text of an account: `nil` when it is not there any more, or another account's.
    package func take(_ key: String, of account: Account.ID) async throws(SyncFailure) -> String? {
        let kept = try await stored { () async throws(StoreError) in
            try await store.takeKeptText(KeptText.ID(key: key))
        }
        guard let kept, kept.account == account, kept.expiresAt > now() else { return nil }
        do { return try sealing.open(kept.text, for: account) } catch { throw SyncFailure(error) }
    }
}

extension KeptText.ID {
    fileprivate init(key: String) { self.init(Session.ID(cookie: key).rawValue) }
}
