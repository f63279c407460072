import Domain
import OutSmart
import Persistence
import RemoteAPI

extension WorkOrderExport {
    /// The work orders that a pass is about.
    struct Selection: Sendable {
        /// To be exported, or begun and not finished.
        var orders: [OutSmartClient.WorkOrder] = []
        /// Completed before the day from which on the settings want them.
        var leftOut: [OutSmartClient.WorkOrder] = []
        var unreadable: [UnreadableRow] = []
        /// Entries that were begun, and whose work orders OutSmart does not have any more, or not as completed ones.
        var orphans: [ExportEntry] = []

        var count: Int { orders.count + leftOut.count + unreadable.count }

        /// References that several work orders would have.
        var sharedReferences: Set<String> {
            let counts = orders.reduce(into: [:]) { $0[$1.exportReference, default: 0] += 1 }
            return Set(counts.filter { $0.value > 1 }.keys)
        }
    }

    /// Reads which work orders are completed, without marking any of them as handled.
    func select() async throws(StepEnd) -> Selection {
        var selection = try await desk.completedWorkOrders()
        let open = try await desk.kept { () async throws(StoreError) in
            try await desk.store.openExports(of: desk.account.id)
        }
        let listed = Set(selection.orders.map(\.rowID))
        // What was begun is finished, whatever became of the work order since.
        for entry in open where !listed.contains(entry.workOrder) {
            try desk.control.check()
            let order: OutSmartClient.WorkOrder?
            do throws(RemoteAPIError) {
                order = try await desk.outSmart.workOrder(rowID: entry.workOrder, updatesStatus: false)
            } catch {
                throw desk.end(error, at: .outSmart)
            }
            selection.leftOut.removeAll { $0.rowID == entry.workOrder }
            // Where nothing was sent yet, a work order that someone took back or finished by hand is left alone.
            let isBegun = entry.state != .claimed || entry.isAsked
            if let order, isBegun || order.status == "Compleet" {
                selection.orders.append(order)
            } else {
                selection.orphans.append(entry)
            }
        }
        return selection
    }
}

extension Desk {
    /// The completed work orders that the settings want, and those that are too old for them.
    func completedWorkOrders() async throws(StepEnd) -> WorkOrderExport.Selection {
        let list: OutSmartClient.WorkOrderList
        do throws(RemoteAPIError) {
            list = try await outSmart.workOrders(
                status: "Compleet",
                workStatus: settings.export.workStatus.trimmed,
                updatesStatus: false
            )
        } catch {
            throw end(error, at: .outSmart)
        }
        let floor = try await floor()
        var selection = WorkOrderExport.Selection()
        selection.unreadable = list.unreadable
        for order in list.workOrders where order.isWanted(settings.export) {
            if let floor, let day = order.workDate?.value ?? order.workEndDate?.value, day < floor {
                selection.leftOut.append(order)
            } else {
                selection.orders.append(order)
            }
        }
        return selection
    }

    /// The day from which on work orders are exported: by default that of the first connection.
    private func floor() async throws(StepEnd) -> CalendarDay? {
        if let since = settings.export.completedSince { return CalendarDay(since) }
        return try await kept { () async throws(StoreError) in
            try await store.connection(of: account.id).firstConnectedAt
        }
        .map { CalendarDay($0) }
    }
}

extension OutSmartClient.WorkOrder {
    /// OutSmart has been seen to ignore filters: look again.
    fileprivate func isWanted(_ settings: Settings.Export) -> Bool {
        let isArchived = archived.trimmed.map { $0 != "0" } ?? false
        let wanted = settings.workStatus.trimmed
        return !isArchived && (status == nil || status == "Compleet") && (wanted == nil || workStatus.trimmed == wanted)
    }
}
