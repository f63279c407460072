package import Domain
package import Foundation
import OutSmart
import Persistence
import RemoteAPI

/// The export of work orders as people see it: what became of each, what waits, and what would be sent.
package struct Exports: Sendable {
    private let office: Office

    package init(office: Office) { self.office = office }

    /// The ledger's entries, the newest change first; with `search` those whose number has that text in it.
    package func entries(
        of account: Account.ID,
        state: ExportEntry.State? = nil,
        search: String? = nil,
        before position: ExportPosition? = nil,
        limit: Int = 100
    ) async throws(SyncFailure) -> [ExportEntry] {
        try await stored { () async throws(StoreError) in
            try await office.store.exports(
                of: account,
                state: state,
                search: search,
                before: position,
                limit: limit
            )
        }
    }

    /// How many entries are in each state, of all or of those that the search finds.
    package func counts(
        of account: Account.ID,
        search: String? = nil
    ) async throws(SyncFailure) -> [ExportEntry.State: Int] {
        try await stored { () async throws(StoreError) in
            try await office.store.exportCounts(of: account, search: search)
        }
    }

    /// Asks that a work order be tried again by the next run of the work orders, which is for the caller to start.
    ///
    /// One whose document exists is left as it is then, unless someone deleted the document at Visma.
    ///
    /// - Returns: The entry, or `nil` when the ledger has none of this work order.
    package func retry(_ workOrder: String, of account: Account.ID) async throws(SyncFailure) -> ExportEntry? {
        try await stored { () async throws(StoreError) in
            try await office.store.askForRetry(workOrder, of: account, at: office.now())
        }
    }

    /// What an export would find now.
    package struct Waiting: Sendable, Hashable {
        /// How many work orders would be exported, or tried again.
        package var count = 0
        package var oldest: Date?
        /// How many are completed, but older than the settings want.
        package var leftOut = 0
        package var oldestLeftOut: Date?

        package init() {}
    }

    /// Counts the completed work orders at OutSmart, and writes nothing anywhere.
    ///
    /// - Throws: Why OutSmart can't be asked, such as `AUTH_EXPIRED` without a connection.
    package func waiting(of account: Account.ID) async throws(SyncFailure) -> Waiting {
        let desk = try await desk(for: account)
        do throws(StepEnd) {
            let selection = try await desk.completedWorkOrders()
            let done = try await desk.kept { () async throws(StoreError) in
                try await desk.store.exports(of: account, workOrders: selection.orders.map(\.rowID))
            }
            let open = selection.orders.filter { done[$0.rowID]?.state != .done }
            var waiting = Waiting()
            (waiting.count, waiting.oldest) = (open.count, open.compactMap(\.day).min())
            waiting.leftOut = selection.leftOut.count
            waiting.oldestLeftOut = selection.leftOut.compactMap(\.day).min()
            return waiting
        } catch {
            throw error.failure
        }
    }

    /// A desk that only reads.
    func desk(for account: Account.ID) async throws(SyncFailure) -> Desk {
        let run = Run(id: Run.ID("preview"), account: account, trigger: .manual, queuedAt: office.now(), steps: [])
        return try await Desk(for: run, at: office, RunControl(), Claim(holder: "", until: .distantFuture))
    }
}

extension StepEnd {
    /// What people are told.
    var failure: SyncFailure {
        switch self {
        case .failure(let failure): failure
        case .interrupted: SyncFailure(.internalError, "It was interrupted.")
        }
    }
}

extension OutSmartClient.WorkOrder {
    /// The beginning of the day of the work, in UTC.
    fileprivate var day: Date? {
        (workDate?.value ?? workEndDate?.value).map {
            Date(timeIntervalSince1970: TimeInterval($0.daysSince1970) * 86_400)
        }
    }
}
