package import Domain
package import Foundation
import Persistence
package import RemoteAPI

/// Runs syncs: many accounts at a time, one run per account, on its own serial queue.
///
/// The queue of runs is a table, so what was asked for survives a crash, and any process that shares the store may
/// take a run whose holder is gone. Button, REST, webhook and schedule are the same verb with another trigger.
package actor SyncEngine {
    private nonisolated let executor = QueueExecutor(label: "sync-engine")
    private let office: Office
    private let configuration: Configuration
    private let timing: Timing
    private var controls: [Run.ID: RunControl] = [:]
    private var isStopping = false
    private var lastTidying = Date.distantPast
    private nonisolated let wakeUps: AsyncStream<Void>
    private nonisolated let bell: AsyncStream<Void>.Continuation

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    package struct Configuration: Sendable {
        /// Names this process among those that share the store.
        package var holder = UUID().uuidString
        /// How many accounts are synced at the same time.
        package var workers = 4
        /// Seconds between automatic syncs of an account.
        package var interval: TimeInterval = 900
        /// How long a run stays ours without a sign of life; another process picks it up then.
        package var claimLength: TimeInterval = 20

        package init() {}
    }

    package init(office: Office, configuration: Configuration, timing: Timing = .live) {
        self.office = office
        self.configuration = configuration
        self.timing = timing
        (wakeUps, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Asks for a run and returns at once.
    ///
    /// - Parameters:
    ///   - account: Whose lists.
    ///   - scopes: The lists to sync; `nil` for all that the account's settings enable.
    ///   - trigger: Who asks.
    /// - Returns: The new run, or the one that waits or runs for the same lists.
    /// - Throws: `LICENSE_INACTIVE`, `AUTH_EXPIRED` without a connection, or a failure of the store.
    package nonisolated func request(
        _ account: Account.ID,
        scopes: [Scope]?,
        trigger: Run.Trigger
    ) async throws(SyncFailure) -> (run: Run, isNew: Bool) {
        let asked = try await office.enqueue(account, scopes: scopes, trigger: trigger)
        bell.yield()
        return asked
    }

    /// Cancels a run: one that waits at once, one that runs after its current call.
    package nonisolated func cancel(_ run: Run.ID, of account: Account.ID) async throws(SyncFailure) -> Run? {
        let (before, cancelled) = try await stored { () async throws(StoreError) in
            (
                try await office.store.run(run, of: account),
                try await office.store.cancel(run, of: account, at: office.now())
            )
        }
        if let cancelled, cancelled.state == .cancelled, before?.state.isFinished == false {
            office.bulletin.watch.ended(cancelled)
        }
        await interrupt(run, .cancelled)
        office.bulletin.post(account)
        return cancelled
    }

    /// Serves the queue until ``stop()``, or until the task is cancelled.
    ///
    /// Returns when every run of this process has ended or was handed back.
    package func serve() async {
        await withDiscardingTaskGroup { group in
            group.addTask { [bell, timing] in
                // Also what other processes asked for, and turns of the schedule, are noticed within a second.
                while (try? await timing.sleep(.seconds(1))) != nil { bell.yield() }
            }
            for await _ in wakeUps {
                guard !isStopping else {
                    // One that was claimed at that very moment does not know yet.
                    interruptAll()
                    // The others ring when they have ended.
                    if controls.isEmpty { break }
                    continue
                }
                await tidyUp()
                await takeTurns()
                office.bulletin.postToAll()
                while controls.count < configuration.workers, !isStopping, let (run, claim) = await claim() {
                    // After a standstill of this process its own runs are for the taking too: they just go on.
                    guard controls[run.id] == nil else { continue }
                    let control = RunControl()
                    controls[run.id] = control
                    group.addTask {
                        await Watch.$currentRun.withValue(run) { await self.work(on: run, control, claim) }
                    }
                }
            }
            // Runs that are still under way are cancelled with this task.
            interruptAll()
            group.cancelAll()
        }
    }

    /// Asks for a graceful stop: no new run, and those under way end after their current call.
    package func stop() {
        isStopping = true
        interruptAll()
        bell.yield()
    }
}

// MARK: - Private parts

extension SyncEngine {
    private func interrupt(_ run: Run.ID, _ reason: RunControl.Interruption) {
        controls[run]?.interrupt(reason)
    }

    private func interruptAll() {
        for control in controls.values { control.interrupt(.stopping) }
    }

    /// Removes, once an hour, what is older than 90 days, and sessions that have expired.
    private func tidyUp() async {
        let now = office.now()
        guard now.timeIntervalSince(lastTidying) >= 3600 else { return }
        lastTidying = now
        let limit = now.addingTimeInterval(-90 * 86_400)
        // What fails here is tried again in an hour; a store that does not work is noticed elsewhere.
        try? await office.store.deleteLog(before: limit)
        try? await office.store.deleteRuns(finishedBefore: limit)
        try? await office.store.deleteExpired(at: now)
        try? await office.store.deleteMessages(keptUntil: now)
    }

    /// Puts the scheduled syncs whose turn has come into the queue.
    private func takeTurns() async {
        let accounts = try? await office.store.claimTurns(now: office.now(), interval: configuration.interval)
        for account in accounts ?? [] {
            // An account without a licence or lists has nothing to do: its page says so.
            _ = try? await office.enqueue(account, scopes: nil, trigger: .schedule)
        }
    }

    private func claim() async -> (run: Run, claim: Claim)? {
        let now = office.now()
        let claim = Claim(
            holder: configuration.holder,
            length: configuration.claimLength,
            until: now.addingTimeInterval(configuration.claimLength)
        )
        let run = try? await office.store.claimNextRun(by: claim.holder, until: claim.end, now: now)
        return run.map { ($0, claim) }
    }

    /// Does a run while its claim is kept alive, and writes how it ended.
    private func work(on run: Run, _ control: RunControl, _ claim: Claim) async {
        defer {
            controls[run.id] = nil
            bell.yield()
        }
        office.bulletin.watch.began(run)
        let performance = Performance(run: run, office: office, control: control, claim: claim)
        let ending: Performance.Ending? = await withTaskGroup(of: Performance.Ending?.self) { group in
            group.addTask { await performance.perform() }
            group.addTask {
                await self.keep(claim, on: run, control)
                return nil
            }
            defer { group.cancelAll() }
            // Whichever ends first: the work, or the claim on it. Then the work is cut off and ends as interrupted.
            if let first = await group.next(), let ending = first { return ending }
            group.cancelAll()
            return await group.next() ?? nil
        }
        await office.close(run, ending ?? .interrupted, control.interruption, holder: claim.holder)
    }

    /// Renews the claim until it is lost or the run was cancelled.
    private func keep(_ claim: Claim, on run: Run, _ control: RunControl) async {
        while (try? await timing.sleep(.seconds(configuration.claimLength / 8))) != nil {
            switch try? await claim.renew(run.id, at: office) {
            case .held?, nil: continue
            case .cancelRequested?: return control.interrupt(.cancelled)
            case .lost?: return control.interrupt(.lost)
            }
        }
    }
}
