package import Domain
package import Foundation
package import Persistence

/// What happened: runs and the log.
package struct History: Sendable {
    private let store: any Store
    private let bulletin: Bulletin

    package init(store: any Store, bulletin: Bulletin) {
        self.store = store
        self.bulletin = bulletin
    }

    package func run(_ id: Run.ID, of account: Account.ID) async throws(SyncFailure) -> Run? {
        try await stored { () async throws(StoreError) in try await store.run(id, of: account) }
    }

    /// Runs of an account, newest first.
    package func runs(of account: Account.ID, before: Date?, limit: Int) async throws(SyncFailure) -> [Run] {
        try await stored { () async throws(StoreError) in
            try await store.runs(of: account, before: before, limit: limit)
        }
    }

    /// Log entries, newest first.
    package func log(
        of account: Account.ID,
        matching filter: LogEntry.Filter,
        before: Int64?,
        limit: Int
    ) async throws(SyncFailure) -> [LogEntry] {
        try await stored { () async throws(StoreError) in
            try await store.log(of: account, matching: filter, before: before, limit: limit)
        }
    }

    /// How many records of each list a full read found gone and did not dare to deactivate.
    package func heldBack(of account: Account.ID) async throws(SyncFailure) -> [Scope: Int] {
        var counts: [Scope: Int] = [:]
        for scope in Scope.allCases {
            let cursor = try await stored { () async throws(StoreError) in
                try await store.cursor(of: account, scope)
            }
            if cursor.heldBack > 0, !cursor.isRemovalConfirmed { counts[scope] = cursor.heldBack }
        }
        return counts
    }

    /// Lets the next sync of that list deactivate what it finds gone, however much it is.
    package func confirmRemoval(_ scope: Scope, of account: Account.ID) async throws(SyncFailure) {
        try await stored { () async throws(StoreError) in
            var cursor = try await store.cursor(of: account, scope)
            cursor.isRemovalConfirmed = true
            try await store.save(cursor, of: account, scope)
        }
        bulletin.post(account)
    }

    /// Throws when the store can't be used.
    package func check() async throws(SyncFailure) {
        try await stored { () async throws(StoreError) in try await store.check() }
    }

    /// What waits and who is connected, for those who watch the process.
    package func census() async throws(SyncFailure) -> Census {
        try await stored { () async throws(StoreError) in try await store.census() }
    }

    /// Something that a page which watches should show.
    package enum Event: Sendable {
        case run(Run)
        case log(LogEntry)
        /// Something else may have changed, such as the connection or the exports.
        case other
    }

    /// Runs as they change, and log entries after `afterLog` as they come, until the task is cancelled.
    ///
    /// The latest runs come first, so that a watcher which reconnects misses nothing.
    package func events(of account: Account.ID, afterLog: Int64?) -> AsyncStream<Event> {
        let follower = Follower(
            account: account,
            afterLog: afterLog,
            store: store,
            changes: bulletin.changes(of: account)
        )
        return AsyncStream { await follower.next() }
    }
}

/// Runs a store operation and turns its error into the failure that people see.
func stored<Value>(
    _ operation: () async throws(StoreError) -> Value
) async throws(SyncFailure) -> Value {
    do { return try await operation() } catch { throw SyncFailure(error) }
}

/// Reads from the store whatever a watcher has not seen, whenever there is notice of a change.
private actor Follower {
    private let account: Account.ID
    private let store: any Store
    private let changes: AsyncStream<Void>
    private var lastLog: Int64?
    private var seenRuns: [Run.ID: Run] = [:]
    private var waiting: [History.Event] = []

    init(account: Account.ID, afterLog: Int64?, store: any Store, changes: AsyncStream<Void>) {
        self.account = account
        self.lastLog = afterLog
        self.store = store
        self.changes = changes
    }

    func next() async -> History.Event? {
        while waiting.isEmpty {
            // One watcher reads this; each notice may stand for several changes.
            var notices = changes.makeAsyncIterator()
            guard await notices.next(isolation: self) != nil, await look() else { return nil }
        }
        return waiting.removeFirst()
    }

    private func look() async -> Bool {
        do throws(StoreError) {
            for run in try await store.runs(of: account, before: nil, limit: 5).reversed()
            where seenRuns[run.id] != run {
                seenRuns[run.id] = run
                waiting.append(.run(run))
            }
            if lastLog == nil {
                lastLog =
                    try await store.log(of: account, matching: LogEntry.Filter(), before: nil, limit: 1).first?.id ?? 0
            }
            for entry in try await store.log(of: account, after: lastLog ?? 0, limit: 500) {
                lastLog = entry.id
                waiting.append(.log(entry))
            }
            if waiting.isEmpty { waiting.append(.other) }
            return true
        } catch {
            return false
        }
    }
}
