package import Domain
package import Foundation

/// Figures about a store.
package struct Census: Hashable, Sendable {
    package var queuedRuns: Int
    package var runningRuns: Int
    /// When the run was asked for that has waited longest.
    package var oldestQueuedAt: Date?
    /// How many accounts are in each state of their connection; states without any are left out.
    package var accounts: [Connection.State: Int]

    package init(
        queuedRuns: Int = 0,
        runningRuns: Int = 0,
        oldestQueuedAt: Date? = nil,
        accounts: [Connection.State: Int] = [:]
    ) {
        self.queuedRuns = queuedRuns
        self.runningRuns = runningRuns
        self.oldestQueuedAt = oldestQueuedAt
        self.accounts = accounts
    }
}
