import Domain
import EAccounting
import Foundation
import OutSmart
import Persistence
import RemoteAPI

/// One run, list by list.
struct Performance: Sendable {
    let run: Run
    let office: Office
    let control: RunControl
    let claim: Claim

    /// How it ended.
    enum Ending: Sendable {
        case finished(Run.State, Run.Problem?)
        /// It was asked to stop before its end.
        case interrupted
    }

    /// Does every step that is not done yet: an interrupted run goes on where it was.
    func perform() async -> Ending {
        do throws(StepEnd) {
            let desk = try await openDesk()
            var problem: Run.Problem?
            var steps = run.steps
            for index in steps.indices where !steps[index].isDone {
                do throws(StepEnd) {
                    steps[index] = try await desk.perform(steps[index])
                } catch .failure(let failure) {
                    steps[index] = try await desk.fail(steps[index], failure)
                    problem = problem ?? failure.problem
                    if failure.reach == .run { break }
                }
            }
            return .finished(Self.state(of: steps), problem)
        } catch .failure(let failure) {
            return .finished(.failed, failure.problem)
        } catch {
            return .interrupted
        }
    }

    /// Gathers what the steps work with, if the account may be synced at all.
    private func openDesk() async throws(StepEnd) -> Desk {
        do { return try await Desk(for: run, at: office, control, claim) } catch {
            try await note(error)
            throw .failure(error)
        }
    }

    /// Logs why the run could not even begin, except for a lost connection, which was logged when it was lost.
    private func note(_ failure: SyncFailure) async throws(StepEnd) {
        guard failure.code != .authExpired else { return }
        let entry = LogEntry(
            time: office.now(),
            account: run.account,
            run: run.id,
            level: .error,
            code: failure.code,
            message: failure.message,
            detail: failure.detail
        )
        // A store that fails here fails the run anyway.
        try? await office.journal.record([entry])
    }

    private static func state(of steps: [Run.Step]) -> Run.State {
        let states = Set(steps.map(\.state))
        if states.contains(.failed) { return .failed }
        return states.contains(.partial) ? .partial : .succeeded
    }
}

extension Run.Step {
    fileprivate var isDone: Bool { state != .waiting && state != .running }
}
