import Domain
import EAccounting
import Foundation
import OutSmart
import Persistence
import RemoteAPI

extension ListImport<EAccountingClient.Order, WorkOrderRow> {
    /// Visma's confirmed sales orders, each of which becomes a work order once, whatever happens.
    static func orders(_ desk: Desk) -> Self {
        let settings = desk.settings.import
        let ship: @Sendable (Link) async throws(StepEnd) -> Bool = { (link) async throws(StepEnd) in
            try await desk.ship(link)
        }
        return ListImport(
            scope: .orders,
            recordName: "Order",
            changedSince: settings.changedSince,
            settings: .of(settings.changedSince, settings.orderStatuses),
            pages: { desk.visma.orders($0) },
            map: { (orders) async throws(StepEnd) in try await OrderMapping(desk: desk).rows(for: orders) },
            vismaID: \.id,
            sending: { rows in desk.outSmart.sending(rows.map(\.workOrder)) },
            keeping: .once { (number) async throws(RemoteAPIError) in
                try await desk.outSmart.workOrder(number: number, updatesStatus: false) != nil
            },
            followUp: settings.shipImportedOrders ? ship : nil
        )
    }
}

extension Desk {
    /// Imports orders, if the company has them at all.
    func importOrders(_ step: Run.Step) async throws(StepEnd) -> Run.Step {
        let company = try await kept { () async throws(StoreError) in
            try await store.connection(of: account.id).company
        }
        // The module may have been bought since, or given up.
        if company?.hasOrders == false, try await !hasOrdersNow() { return try await leaveOrders(step) }
        do throws(StepEnd) {
            return try await ListImport.orders(self).perform(step, at: self)
        } catch .failure(let failure) where failure.code == .moduleMissing {
            guard try await !hasOrdersNow() else { throw .failure(failure) }
            return try await leaveOrders(step)
        }
    }

    /// Asks Visma whether the company has orders, and remembers the answer.
    func hasOrdersNow() async throws(StepEnd) -> Bool {
        let company: Company
        do { company = Company(try await visma.companySettings()) } catch { throw end(error, at: .visma) }
        try await kept { () async throws(StoreError) in try await store.update(company, of: account.id) }
        return company.hasOrders
    }

    /// Skips the list, and says why: each time that someone asked for it, else once.
    private func leaveOrders(_ step: Run.Step) async throws(StepEnd) -> Run.Step {
        let failure = SyncFailure(.moduleMissing, "The company has no sales orders: the module is not active at Visma.")
        let entry = entry(.warning, .orders, failure)
        let isNews = try await !isLogged(entry)
        if isNews || run.trigger != .schedule { try await log([entry]) }
        var step = step
        step.state = .skipped
        try await save(step)
        return step
    }

    /// Sets an imported order to shipped.
    ///
    /// - Returns: Whether that is done, or no longer to be done.
    fileprivate func ship(_ link: Link) async throws(StepEnd) -> Bool {
        do throws(RemoteAPIError) {
            guard var order = try await visma.order(id: link.vismaID), order.order.status == 2 else { return true }
            order.ship(on: CalendarDay(office.now()))
            _ = try await visma.updateOrder(order)
            return true
        } catch {
            let failure = SyncFailure(error, at: .visma)
            if failure.reach == .run { throw end(error, at: .visma) }
            let name = "Order \(link.code.trimmingPrefix("V"))"
            let entry = entry(.warning, .orders, record: name, failure)
            if try await !isLogged(entry) { try await log([entry]) }
            return false
        }
    }
}
