package import Domain
package import Foundation

/// The ledger of work orders: what became of each, so that none is exported twice.
///
/// Entries stay as long as their account.
package protocol ExportStore: Sendable {
    /// The entries of these work orders, by OutSmart's identifier.
    func exports(of account: Account.ID, workOrders: [String]) async throws(StoreError) -> [String: ExportEntry]
    /// The entries that are neither done nor failed, or that someone asked for, in the order in which their attempts
    /// began.
    func openExports(of account: Account.ID) async throws(StoreError) -> [ExportEntry]
    /// Entries of one state, or of any, whose last change lies before `before`; the newest change first.
    ///
    /// With `search` only those whose number or identifier has that text in it, whatever the case of A to Z.
    /// Page by page, from the position of the last entry of the page before: an entry that changes meanwhile moves to
    /// the front, and every other one is on one page.
    func exports(
        of account: Account.ID,
        state: ExportEntry.State?,
        search: String?,
        before: ExportPosition?,
        limit: Int
    ) async throws(StoreError) -> [ExportEntry]
    /// The entries whose documents these are at Visma.
    func exports(of account: Account.ID, documentIDs: [String]) async throws(StoreError) -> [ExportEntry]
    /// How many entries are in each state, of all or of those that the search finds; states without any are left out.
    func exportCounts(of account: Account.ID, search: String?) async throws(StoreError) -> [ExportEntry.State: Int]

    /// Stores an entry as it is given, times to the millisecond, and what people are told about it, for the process that
    /// holds the claim on that run.
    ///
    /// The commit survives a loss of power: the call that it announces may follow. Only that of an entry whose document
    /// exists may be lost with the machine's power, as the answer before it may be: the document is found again then.
    ///
    /// - Returns: `false`, and nothing was stored, when `holder` doesn't hold the running run at `now`.
    func save(
        _ entry: ExportEntry,
        telling log: [LogEntry],
        of account: Account.ID,
        run: Run.ID,
        holder: String,
        now: Date
    ) async throws(StoreError) -> Bool
    /// Notes the invoices that documents became, by the documents' identifiers at Visma.
    ///
    /// Nothing else of the entries changes, and documents that the ledger does not have are left alone.
    func noteInvoices(
        _ invoices: [String: ExportEntry.Invoice],
        of account: Account.ID
    ) async throws(StoreError)
    /// Asks for another attempt at a work order that failed or is done, or whose posting is in doubt.
    ///
    /// - Returns: The entry as it is then: unchanged in any other state, or when someone asked before. `nil` when there
    ///   is none.
    func askForRetry(
        _ workOrder: String,
        of account: Account.ID,
        at time: Date
    ) async throws(StoreError) -> ExportEntry?
}

extension ExportStore {
    /// Entries of one state, or of any, whatever their numbers.
    package func exports(
        of account: Account.ID,
        state: ExportEntry.State?,
        before: ExportPosition?,
        limit: Int
    ) async throws(StoreError) -> [ExportEntry] {
        try await exports(of: account, state: state, search: nil, before: before, limit: limit)
    }

    /// How many entries are in each state; states without any are left out.
    package func exportCounts(of account: Account.ID) async throws(StoreError) -> [ExportEntry.State: Int] {
        try await exportCounts(of: account, search: nil)
    }

    /// Stores an entry of which there is nothing to tell.
    package func save(
        _ entry: ExportEntry,
        of account: Account.ID,
        run: Run.ID,
        holder: String,
        now: Date
    ) async throws(StoreError) -> Bool {
        try await save(entry, telling: [], of: account, run: run, holder: holder, now: now)
    }
}
