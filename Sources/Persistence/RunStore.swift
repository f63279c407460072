package import Domain
package import Foundation

/// The queue of runs, and what became of them.
package protocol RunStore: Sendable {
    /// Asks for a run.
    ///
    /// - Returns: A run of that account that waits or runs for these scopes, or in which none of them is done yet, else
    ///   the new one.
    func enqueue(
        _ account: Account.ID,
        scopes: [Scope],
        trigger: Run.Trigger,
        at time: Date
    ) async throws(StoreError) -> (run: Run, isNew: Bool)

    /// Takes the oldest run that waits, or one whose holder has not renewed its claim in time.
    ///
    /// Never one of an account that has another run under a valid claim: one run per account at a time.
    /// The run is `running` afterwards; `startedAt` keeps its first value when a run is taken over.
    func claimNextRun(by holder: String, until deadline: Date, now: Date) async throws(StoreError) -> Run?
    /// Prolongs a claim.
    func renewClaim(on run: Run.ID, by holder: String, until deadline: Date) async throws(StoreError) -> ClaimState
    /// Lets go of an unfinished run, so that it can be claimed at once: the process stops.
    func releaseClaim(on run: Run.ID, by holder: String) async throws(StoreError)

    /// Stores how far a step has come, for the process that holds the claim on the run.
    ///
    /// This may be lost with the machine's power, not with the process: an interrupted step begins anew anyway.
    ///
    /// - Returns: `false`, and nothing was stored, when `holder` doesn't hold the running run at `now`.
    func save(
        _ step: Run.Step,
        of run: Run.ID,
        holder: String,
        now: Date
    ) async throws(StoreError) -> Bool
    /// Ends a run: its state, its problem, its steps that never started as `skipped`, and its claim.
    ///
    /// One that ended `failed` or `partial` is announced, unless the run before it for the same lists that was
    /// announced ended with the same state, problem and counts of failed records. A lost connection is
    /// announced when it is lost and not with each run that it ends.
    ///
    /// - Returns: `false`, and nothing was stored, when `holder` doesn't hold the running run at that time.
    func finish(
        _ run: Run.ID,
        holder: String,
        state: Run.State,
        problem: Run.Problem?,
        at time: Date
    ) async throws(StoreError) -> Bool
    /// Cancels a run that waits at once; asks the holder of one that is running to stop.
    ///
    /// - Returns: The run as it is then. `nil` when the account has no such run.
    func cancel(_ run: Run.ID, of account: Account.ID, at time: Date) async throws(StoreError) -> Run?

    func run(_ id: Run.ID, of account: Account.ID) async throws(StoreError) -> Run?
    /// Runs of an account, newest first.
    func runs(of account: Account.ID, before: Date?, limit: Int) async throws(StoreError) -> [Run]
    func deleteRuns(finishedBefore time: Date) async throws(StoreError)

    /// Takes every account whose turn has come, and sets its next turn.
    ///
    /// Only connected accounts with an enabled schedule have turns. The next turn is the first multiple of
    /// `interval` after its last turn that lies in the future: a missed turn is taken once. An account that never
    /// had a turn gets a first one within the next interval, at a point that its identifier decides, so that
    /// accounts do not all start at once.
    func claimTurns(now: Date, interval: TimeInterval) async throws(StoreError) -> [Account.ID]
    /// When the next turn of any account comes. `nil` when no account has one.
    ///
    /// A time in the past while an account waits for ``claimTurns(now:interval:)`` to set its first turn.
    func nextTurn() async throws(StoreError) -> Date?
}

/// What became of a claim on a run.
package enum ClaimState: Hashable, Sendable {
    case held
    /// Still held, and someone asked to cancel the run.
    case cancelRequested
    /// Another process took it over, or the run is over.
    case lost
}
