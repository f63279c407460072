package import Domain
package import Foundation
package import Persistence

/// Links that sign a browser in once, made in one process and opened in any that shares the store.
package struct LaunchLinks: Sendable {
    private let store: any Store
    private let now: @Sendable () -> Date

    package init(store: any Store, now: @escaping @Sendable () -> Date) {
        self.store = store
        self.now = now
    }

    /// Makes a link's token for the holder, which opens one session within the next `lifetime` seconds.
    package func issue(for holder: Session.Holder, lifetime: TimeInterval = 900) async throws(AccountError) -> String {
        let token = Token.random()
        let link = LaunchLink(
            tokenDigest: Token.digest(token),
            holder: holder,
            expiresAt: now().addingTimeInterval(lifetime)
        )
        do throws(StoreError) {
            try await store.deleteExpired(at: now())
            try await store.insert(link)
        } catch {
            throw AccountError(error)
        }
        return token
    }

    /// Whose link it is, unless it is unknown, used or expired; it is used up in any case.
    package func redeem(_ token: String) async throws(SyncFailure) -> Session.Holder? {
        let link = try await stored { () async throws(StoreError) in
            try await store.takeLaunchLink(tokenDigest: Token.digest(token))
        }
        return link.flatMap { $0.expiresAt > now() ? $0.holder : nil }
    }
}
