import Domain
import EAccounting
import Foundation
import OutSmart
import Persistence
import RemoteAPI

/// What the steps of one run work with.
struct Desk: Sendable {
    let run: Run
    let account: Account
    let settings: Settings
    let visma: EAccountingClient
    let outSmart: OutSmartClient
    let office: Office
    let control: RunControl
    let claim: Claim
    let knownUnits = Remembered<[EAccountingClient.Unit]>()
    let checkedChoices = Remembered<Bool>()

    var store: any Store { office.store }

    /// Does one list.
    ///
    /// - Returns: The step as it ended: succeeded, or partial when records failed.
    func perform(_ step: Run.Step) async throws(StepEnd) -> Run.Step {
        switch step.scope {
        case .customers: return try await ListImport.customers(self).perform(step, at: self)
        case .articles: return try await ListImport.articles(self).perform(step, at: self)
        case .projects: return try await ListImport.projects(self).perform(step, at: self)
        case .orders: return try await importOrders(step)
        case .workOrders: return try await WorkOrderExport(self).perform(step)
        }
    }

    /// Marks a step as failed, and says why in the log.
    func fail(_ step: Run.Step, _ failure: SyncFailure) async throws(StepEnd) -> Run.Step {
        // How far it came before is in the store.
        let stored = try await kept { () async throws(StoreError) in try await store.run(run.id, of: account.id) }
        var step = stored?.steps.first { $0.scope == step.scope } ?? step
        step.state = .failed
        if failure.code == .authExpired {
            // Logged once, when the connection is marked as expired.
            try await kept { () async throws(StoreError) in
                try await office.custody.expire(account.id, because: failure.message)
            }
        } else {
            try await log([entry(.error, step.scope, failure)])
        }
        try await save(step)
        return step
    }

    // MARK: - Errors

    /// Runs a store operation; without the store nothing can go on.
    func kept<Value>(_ operation: () async throws(StoreError) -> Value) async throws(StepEnd) -> Value {
        do { return try await operation() } catch {
            try control.check()
            throw .failure(SyncFailure(error))
        }
    }

    /// Turns a failed call into the end of the step: as interrupted, when that is why it failed.
    func end(_ error: RemoteAPIError, at vendor: Vendor) -> StepEnd {
        if control.interruption != nil || Task.isCancelled { return .interrupted }
        return .failure(SyncFailure(error, at: vendor))
    }
}
