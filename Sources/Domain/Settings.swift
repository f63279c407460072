package import Foundation

/// What a user chose for an account.
package struct Settings: Hashable, Sendable, Codable {
    package var `import` = Import()
    package var schedule = Schedule()

    package init() {}

    /// What travels from Visma to OutSmart.
    package struct Import: Hashable, Sendable, Codable {
        package var customers = true
        /// Whether inactive customers are sent although they never were before.
        package var includeInactive = false
        /// The floor of the first import of each list.
        package var changedSince: Date?

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
        `import`.customers ? [.customers] : []
    }
}
