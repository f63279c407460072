package import Foundation

/// What a user chose for an account.
package struct Settings: Hashable, Sendable, Codable {
    package var `import` = Import()
    package var export = Export()
    package var schedule = Schedule()
    package var notifications = Notifications()
    /// The language of the account's pages; `nil` for that of each browser.
    package var language: Language?

    package init() {}

    /// What travels from Visma to OutSmart.
    package struct Import: Hashable, Sendable, Codable {
        package var customers = true
        package var articles = true
        package var projects = true
        package var orders = true
        /// Whether inactive customers and articles are sent although they never were before.
        package var includeInactive = false
        /// The floor of the first import of each list.
        package var changedSince: Date?
        /// What units of hours are called, in any case; articles of these units are hour types.
        package var hourUnits = [
            "h", "hr", "hrs", "hour", "hours", "tim", "timme", "timmar", "time", "timer", "uur", "uren", "std",
            "stunde", "stunden", "hora", "horas", "heure", "heures",
        ]
        /// The statuses of the orders that become work orders: 1 draft, 2 ongoing, 3 shipped, 4 invoiced.
        package var orderStatuses = [2]
        /// The type of work of work orders that come from orders, as OutSmart names it.
        package var typeOfWork = "Service"
        /// Their payment method, as OutSmart names it.
        package var paymentMethod = "op rekening"
        /// Whether an order is set to shipped once its work order exists.
        package var shipImportedOrders = false

        package init() {}
    }

    package struct Schedule: Hashable, Sendable, Codable {
        /// Whether syncs start by themselves.
        package var enabled = true

        package init() {}
    }
}

extension Settings {
    /// The lists that a sync without a wish covers, in their order.
    package var enabledScopes: [Scope] {
        let lists: [(Scope, Bool)] = [
            (.customers, `import`.customers), (.articles, `import`.articles), (.projects, `import`.projects),
            (.orders, `import`.orders), (.workOrders, export.workOrders),
        ]
        return lists.filter(\.1).map(\.0)
    }
}
