package import Domain
import Foundation
import Synchronization

/// Tells watchers that something of an account has changed.
///
/// What it is they read from the store, so a notice can be merged with the next one, and a watcher that starts
/// later or watches another process's work sees the same.
package final class Bulletin: Sendable {
    private let watchers = Mutex<[Account.ID: [UUID: AsyncStream<Void>.Continuation]]>([:])

    let watch: Watch

    /// Creates a bulletin.
    ///
    /// - Parameter watch: What the process itself wants to know.
    package init(watch: Watch = Watch()) { self.watch = watch }

    package func post(_ account: Account.ID) {
        let continuations = watchers.withLock { $0[account].map { Array($0.values) } ?? [] }
        for continuation in continuations { continuation.yield() }
    }

    /// Makes every watcher look, for the sake of what other processes changed.
    func postToAll() {
        let continuations = watchers.withLock { $0.values.flatMap(\.values) }
        for continuation in continuations { continuation.yield() }
    }

    /// A stream of notices; the first comes at once.
    func changes(of account: Account.ID) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let id = UUID()
        watchers.withLock { $0[account, default: [:]][id] = continuation }
        continuation.onTermination = { [weak self] _ in
            self?.watchers.withLock { watchers in
                watchers[account]?[id] = nil
                if watchers[account]?.isEmpty == true { watchers[account] = nil }
            }
        }
        continuation.yield()
        return stream
    }
}
