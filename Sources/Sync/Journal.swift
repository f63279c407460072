import Domain
import Foundation
import Persistence

/// Writes the log that users read.
struct Journal: Sendable {
    let store: any Store
    let bulletin: Bulletin
    let now: @Sendable () -> Date

    func record(_ entries: [LogEntry]) async throws(StoreError) {
        guard !entries.isEmpty else { return }
        try await store.append(entries)
        bulletin.watch.logged(entries)
        for account in Set(entries.map(\.account)) { bulletin.post(account) }
    }

    /// Records a failure that no run is the cause of.
    func record(_ failure: SyncFailure, of account: Account.ID) async throws(StoreError) {
        try await record([
            LogEntry(
                time: now(),
                account: account,
                level: .error,
                code: failure.code,
                message: failure.message,
                detail: failure.detail
            )
        ])
    }
}
