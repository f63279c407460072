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
