import Domain
import EAccounting
import Persistence
import RemoteAPI

/// Gathers what a page's orders do not say themselves, and maps them.
struct OrderMapping: Sendable {
    let desk: Desk

    func rows(for orders: [EAccountingClient.Order]) async throws(StepEnd) -> [Mapped<WorkOrderRow>] {
        let settings = desk.settings.import
        let links = try await desk.kept { () async throws(StoreError) in
            try await desk.store.links(of: desk.account.id, .orders, vismaIDs: orders.map(\.id))
        }
        let own = try await ownOrders(among: orders)
        let isKnown = { (order: EAccountingClient.Order) in links[order.id]?.accepted != nil }
        let isWanted = { (order: EAccountingClient.Order) in
            settings.orderStatuses.contains(order.status ?? 0) && !own.contains(order.id)
        }
        let contexts = try await contexts(of: orders.filter { !isKnown($0) && isWanted($0) })
        return orders.map { order in
            // A known order is only compared, whatever its status has become, and its own words are enough for that.
            isKnown(order) || isWanted(order) ? Mapped(order, contexts[order.id], settings) : .left
        }
    }

    /// Orders that the export made of work orders, also those of which it does not know yet that they exist.
    private func ownOrders(among orders: [EAccountingClient.Order]) async throws(StepEnd) -> Set<String> {
        let (made, open) = try await desk.kept { () async throws(StoreError) in
            (
                try await desk.store.exports(of: desk.account.id, documentIDs: orders.map(\.id)),
                try await desk.store.openExports(of: desk.account.id)
            )
        }
        let references = Set(open.map(\.reference))
        let pending = orders.filter { order in
            [order.buyersOrderReference, order.yourReference, order.ourReference].contains { reference in
                reference.map(references.contains) ?? false
            }
        }
        return Set(made.compactMap(\.documentID) + pending.map(\.id))
    }

    /// What has to be known beside new orders, by the order.
    private func contexts(of orders: [EAccountingClient.Order]) async throws(StepEnd) -> [String: OrderContext] {
        guard !orders.isEmpty else { return [:] }
        try await desk.checkChoices()
        let units = HourUnits(try await desk.units(), named: desk.settings.import.hourUnits)
        let customers = try await customers(Set(orders.compactMap(\.customerId)))
        let projects = try await projectNumbers(Set(orders.compactMap(\.projectId)))
        return orders.reduce(into: [:]) { contexts, order in
            contexts[order.id] = OrderContext(
                customer: order.customerId.flatMap { customers[$0] },
                projectNumber: order.projectId.flatMap { projects[$0] },
                units: units
            )
        }
    }

    private func customers(_ ids: Set<String>) async throws(StepEnd) -> [String: EAccountingClient.Customer] {
        var customers: [String: EAccountingClient.Customer] = [:]
        for id in ids.sorted() {
            try desk.control.check()
            do { customers[id] = try await desk.visma.customer(id: id) } catch { throw desk.end(error, at: .visma) }
        }
        return customers
    }

    /// The projects' numbers: from our own links, else asked for.
    private func projectNumbers(_ ids: Set<String>) async throws(StepEnd) -> [String: String] {
        let links = try await desk.kept { () async throws(StoreError) in
            try await desk.store.links(of: desk.account.id, .projects, vismaIDs: ids.sorted())
        }
        var numbers = links.mapValues(\.code)
        for id in ids.sorted() where numbers[id] == nil {
            try desk.control.check()
            do { numbers[id] = try await desk.visma.project(id: id)?.number.trimmed } catch {
                throw desk.end(error, at: .visma)
            }
        }
        return numbers
    }
}

extension EAccountingClient.Order {
    /// The project of the first row that has one.
    fileprivate var projectId: String? { rows?.lazy.compactMap(\.projectId).first }
}
