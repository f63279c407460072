package import Domain
package import Foundation

/// Counts the work orders that wait for an export, for people who look at a page.
package actor WaitingReading {
    private let exports: Exports
    private let now: @Sendable () -> Date
    /// How long anyone waits for OutSmart.
    private let patience: Duration
    private var known: [Account.ID: Answer] = [:]

    private struct Answer {
        let waiting: Exports.Waiting?
        /// What the count depends on.
        let settings: Settings.Export
        let time: Date

        /// How long it stands in for a new one, in seconds; a failure not for long.
        var age: TimeInterval { waiting == nil ? 10 : 60 }
    }

    package init(exports: Exports, now: @escaping @Sendable () -> Date, patience: Duration = .seconds(2)) {
        self.exports = exports
        self.now = now
        self.patience = patience
    }

    /// What an export with these settings would find, counted now or within the last minute.
    ///
    /// `nil` when OutSmart can't be asked, or takes too long.
    package func waiting(of account: Account.ID, with settings: Settings.Export) async -> Exports.Waiting? {
        if let answer = known[account], answer.settings == settings, now().timeIntervalSince(answer.time) < answer.age {
            return answer.waiting
        }
        let waiting = await within(patience) { [exports] in try? await exports.waiting(of: account) } ?? nil
        // Whoever asked has gone: what came of it says nothing about OutSmart.
        if !Task.isCancelled { known[account] = Answer(waiting: waiting, settings: settings, time: now()) }
        return waiting
    }
}
