package import Foundation

/// One of the lists that are kept in step.
package enum Scope: String, CaseIterable, Sendable, Codable {
    // In the order in which a run does them.
    case customers, articles, projects, orders, workOrders
}

/// A sync of one account: asked for, under way, or done.
package struct Run: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Run>

    package enum Trigger: String, CaseIterable, Sendable { case schedule, manual, api, webhook }

    package enum State: String, CaseIterable, Sendable {
        case queued, running, succeeded
        /// Every record was tried and some failed.
        case partial
        /// The run could not go on.
        case failed
        case cancelled

        package var isFinished: Bool { self != .queued && self != .running }
    }

    package let id: ID
    package let account: Account.ID
    package let trigger: Trigger
    package var state: State
    package let queuedAt: Date
    package var startedAt: Date?
    package var finishedAt: Date?
    package var steps: [Step]
    package var problem: Problem?

    package init(
        id: ID,
        account: Account.ID,
        trigger: Trigger,
        state: State = .queued,
        queuedAt: Date,
        startedAt: Date? = nil,
        finishedAt: Date? = nil,
        steps: [Step],
        problem: Problem? = nil
    ) {
        self.id = id
        self.account = account
        self.trigger = trigger
        self.state = state
        self.queuedAt = queuedAt
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.steps = steps
        self.problem = problem
    }

    package var scopes: [Scope] { steps.map(\.scope) }
}

extension Run {
    /// How far a run has come with one list.
    package struct Step: Hashable, Sendable {
        package enum State: String, CaseIterable, Sendable {
            case waiting, running, succeeded, partial, failed, skipped
        }

        package let scope: Scope
        package var state: State
        /// How many records the list holds this time, once that is known.
        package var total: Int?
        package var counts: Counts

        package init(scope: Scope, state: State = .waiting, total: Int? = nil, counts: Counts = Counts()) {
            self.scope = scope
            self.state = state
            self.total = total
            self.counts = counts
        }
    }

    /// What became of a step's records.
    package struct Counts: Hashable, Sendable {
        package var read = 0
        package var created = 0
        package var updated = 0
        package var skipped = 0
        package var failed = 0

        package init(read: Int = 0, created: Int = 0, updated: Int = 0, skipped: Int = 0, failed: Int = 0) {
            self.read = read
            self.created = created
            self.updated = updated
            self.skipped = skipped
            self.failed = failed
        }

        /// The rest: read, and already as it should be.
        package var unchanged: Int { max(0, read - created - updated - skipped - failed) }
    }

    /// Why a run could not go on, and what to do about it.
    package struct Problem: Hashable, Sendable {
        package var code: LogEntry.Code
        package var message: String

        package init(code: LogEntry.Code, message: String) {
            self.code = code
            self.message = message
        }
    }
}
