package import Domain
package import Foundation
package import Persistence

/// Signed-in browsers: a cookie's value in, a session out.
package struct Sessions: Sendable {
    private let store: any Store
    private let now: @Sendable () -> Date

    /// How long a session lasts, in seconds.
    package static let lifetime: TimeInterval = 12 * 3600

    package init(store: any Store, now: @escaping @Sendable () -> Date) {
        self.store = store
        self.now = now
    }

    package func open(for holder: Session.Holder) async throws(SyncFailure) -> (cookie: String, session: Session) {
        let cookie = Token.random()
        let session = Session(
            id: Session.ID(cookie: cookie),
            holder: holder,
            expiresAt: now().addingTimeInterval(Self.lifetime)
        )
        try await stored { () async throws(StoreError) in
            try await store.deleteExpired(at: now())
            try await store.insert(session)
        }
        return (cookie, session)
    }

    /// The session that the cookie opens, unless it is unknown or has expired.
    package func session(cookie: String) async throws(SyncFailure) -> Session? {
        let session = try await stored { () async throws(StoreError) in
            try await store.session(Session.ID(cookie: cookie))
        }
        return session.flatMap { $0.expiresAt > now() ? $0 : nil }
    }

    package func close(cookie: String) async throws(SyncFailure) {
        try await stored { () async throws(StoreError) in
            try await store.deleteSession(Session.ID(cookie: cookie))
        }
    }
}
