package import Domain
package import Foundation

/// Signed messages that came in, and those that wait to go out.
package protocol WebhookStore: Sendable {
    /// Asks for a run because of a message, once for each message.
    ///
    /// - Returns: The run that the message asked for before, else what
    ///   ``RunStore/enqueue(_:scopes:trigger:at:)`` returns.
    func enqueue(
        _ account: Account.ID,
        scopes: [Scope],
        trigger: Run.Trigger,
        receipt: MessageReceipt,
        at time: Date
    ) async throws(StoreError) -> (run: Run, isNew: Bool)
    /// Forgets messages that are no longer to be known again.
    func deleteMessages(keptUntil time: Date) async throws(StoreError)

    // Announcements are stored by what they tell of, in the same transaction: the end of a run by
    // ``RunStore/finish(_:holder:state:problem:at:)`` and that of a connection by
    // ``ConnectionStore/dropTokens(of:generation:state:at:)``, when the account's settings have an address for them.

    /// Takes the announcement that is due for the longest time, and counts an attempt.
    ///
    /// It is due again at `deadline`, unless it is deleted or postponed before: so it outlives the process that took
    /// it.
    func claimAnnouncement(until deadline: Date, now: Date) async throws(StoreError) -> Announcement?
    /// Makes an announcement due at another time, unless another process has taken it since.
    func postpone(_ announcement: Announcement, until time: Date) async throws(StoreError)
    /// Removes an announcement: it was delivered, or there is nobody to tell any more.
    func delete(_ announcement: Announcement) async throws(StoreError)
    /// Removes an announcement that nobody took, and with it the memory of what was told of the account's runs: what
    /// goes on going wrong is told again.
    func giveUp(_ announcement: Announcement) async throws(StoreError)
}

/// What is kept of a message that came in, so that it is known again.
package struct MessageReceipt: Hashable, Sendable {
    /// The sender's name for it.
    package var id: String
    package var keptUntil: Date

    package init(id: String, keptUntil: Date) {
        self.id = id
        self.keptUntil = keptUntil
    }
}
