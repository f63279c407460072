package import Domain
package import Foundation
package import Persistence

/// The store as one process sees it: gone with the process, while the file stays.
package struct MortalStore: Store {
    let store: SQLiteStore
    let life: Fate.Life

    package init(_ store: SQLiteStore, _ life: Fate.Life) {
        self.store = store
        self.life = life
    }

    /// Runs an operation, unless its process is dead.
    func living<Value>(_ operation: () async throws(StoreError) -> Value) async throws(StoreError) -> Value {
        guard !life.isOver else { throw .ofTheDead }
        return try await operation()
    }

    /// Runs an operation that is a step.
    func stepping<Value>(_ operation: () async throws(StoreError) -> Value) async throws(StoreError) -> Value {
        let blow = life.step()
        switch blow {
        case .death(.before)?:
            life.end()
            throw .ofTheDead
        case .standstill(.before)?: await life.standStill()
        default: break
        }
        let value = try await operation()
        switch blow {
        case .death?:
            life.end()
            throw .ofTheDead
        case .standstill(.after)?: await life.standStill()
        default: break
        }
        return value
    }

    /// Commits a state of the ledger: a step, at which the process may die.
    package func save(
        _ entry: ExportEntry,
        telling log: [LogEntry],
        of account: Account.ID,
        run: Run.ID,
        holder: String,
        now: Date
    ) async throws(StoreError) -> Bool {
        try await stepping { () async throws(StoreError) in
            try await store.save(entry, telling: log, of: account, run: run, holder: holder, now: now)
        }
    }
}

extension StoreError {
    fileprivate static let ofTheDead = StoreError.unusable("The process is dead.")
}

// MARK: - ExportStore

extension MortalStore {
    package func exports(of account: Account.ID, workOrders: [String]) async throws(StoreError) -> [String: ExportEntry]
    {
        try await living { () async throws(StoreError) in try await store.exports(of: account, workOrders: workOrders) }
    }

    package func openExports(of account: Account.ID) async throws(StoreError) -> [ExportEntry] {
        try await living { () async throws(StoreError) in try await store.openExports(of: account) }
    }

    package func exports(
        of account: Account.ID,
        state: ExportEntry.State?,
        search: String?,
        before: ExportPosition?,
        limit: Int
    ) async throws(StoreError) -> [ExportEntry] {
        try await living { () async throws(StoreError) in
            try await store.exports(of: account, state: state, search: search, before: before, limit: limit)
        }
    }

    package func exports(of account: Account.ID, documentIDs: [String]) async throws(StoreError) -> [ExportEntry] {
        try await living { () async throws(StoreError) in try await store.exports(of: account, documentIDs: documentIDs)
        }
    }

    package func exportCounts(of account: Account.ID, search: String?)
        async throws(StoreError) -> [ExportEntry.State: Int]
    {
        try await living { () async throws(StoreError) in try await store.exportCounts(of: account, search: search) }
    }

    package func noteInvoices(_ invoices: [String: ExportEntry.Invoice], of account: Account.ID)
        async throws(StoreError)
    {
        try await living { () async throws(StoreError) in try await store.noteInvoices(invoices, of: account) }
    }

    package func askForRetry(_ workOrder: String, of account: Account.ID, at time: Date) async throws(StoreError)
        -> ExportEntry?
    {
        try await living { () async throws(StoreError) in try await store.askForRetry(workOrder, of: account, at: time)
        }
    }
}

// MARK: - Store

extension MortalStore {
    package func check() async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.check() }
    }

    package func restoredAt() async throws(StoreError) -> Date? {
        try await living { () async throws(StoreError) in try await store.restoredAt() }
    }

    package func checkKey(_ sealing: Sealing) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.checkKey(sealing) }
    }

    package func census() async throws(StoreError) -> Census {
        try await living { () async throws(StoreError) in try await store.census() }
    }
}
