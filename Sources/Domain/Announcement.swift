package import Foundation

/// Trouble that an account's webhook is told about.
package struct Announcement: Hashable, Sendable, Identifiable {
    /// The message's name, the same however often it is sent.
    package typealias ID = Identifier<Announcement>

    package enum Kind: String, Sendable {
        case runFailed = "run.failed"
        case runPartial = "run.partial"
        case connectionExpired = "connection.expired"
    }

    package let id: ID
    package let account: Account.ID
    package let kind: Kind
    /// The run that is told of, if it is one.
    package let run: Run.ID?
    /// When it happened.
    package let time: Date
    /// How often it was sent without success, the present attempt included.
    package let attempts: Int

    package init(id: ID, account: Account.ID, kind: Kind, run: Run.ID?, time: Date, attempts: Int) {
        self.id = id
        self.account = account
        self.kind = kind
        self.run = run
        self.time = time
        self.attempts = attempts
    }
}
