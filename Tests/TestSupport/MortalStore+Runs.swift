package import Domain
package import Foundation
package import Persistence

// Whatever is no step: it works as long as the process lives.

// MARK: - RunStore

extension MortalStore {
    package func enqueue(_ account: Account.ID, scopes: [Scope], trigger: Run.Trigger, at time: Date)
        async throws(StoreError) -> (run: Run, isNew: Bool)
    {
        try await living { () async throws(StoreError) in
            try await store.enqueue(account, scopes: scopes, trigger: trigger, at: time)
        }
    }

    package func claimNextRun(by holder: String, until deadline: Date, now: Date) async throws(StoreError) -> Run? {
        try await living { () async throws(StoreError) in
            try await store.claimNextRun(by: holder, until: deadline, now: now)
        }
    }

    package func renewClaim(on run: Run.ID, by holder: String, until deadline: Date) async throws(StoreError)
        -> ClaimState
    {
        try await living { () async throws(StoreError) in
            try await store.renewClaim(on: run, by: holder, until: deadline)
        }
    }

    package func releaseClaim(on run: Run.ID, by holder: String) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.releaseClaim(on: run, by: holder) }
    }

    package func save(_ step: Run.Step, of run: Run.ID, holder: String, now: Date) async throws(StoreError) -> Bool {
        try await living { () async throws(StoreError) in
            try await store.save(step, of: run, holder: holder, now: now)
        }
    }

    package func finish(_ run: Run.ID, holder: String, state: Run.State, problem: Run.Problem?, at time: Date)
        async throws(StoreError) -> Bool
    {
        try await living { () async throws(StoreError) in
            try await store.finish(run, holder: holder, state: state, problem: problem, at: time)
        }
    }

    package func cancel(_ run: Run.ID, of account: Account.ID, at time: Date) async throws(StoreError) -> Run? {
        try await living { () async throws(StoreError) in try await store.cancel(run, of: account, at: time) }
    }

    package func run(_ id: Run.ID, of account: Account.ID) async throws(StoreError) -> Run? {
        try await living { () async throws(StoreError) in try await store.run(id, of: account) }
    }

    package func runs(of account: Account.ID, before: Date?, limit: Int) async throws(StoreError) -> [Run] {
        try await living { () async throws(StoreError) in
            try await store.runs(of: account, before: before, limit: limit)
        }
    }

    package func deleteRuns(finishedBefore time: Date) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.deleteRuns(finishedBefore: time) }
    }

    package func claimTurns(now: Date, interval: TimeInterval) async throws(StoreError) -> [Account.ID] {
        try await living { () async throws(StoreError) in try await store.claimTurns(now: now, interval: interval) }
    }

    package func nextTurn() async throws(StoreError) -> Date? {
        try await living { () async throws(StoreError) in try await store.nextTurn() }
    }
}

// MARK: - LinkStore

extension MortalStore {
    package func links(of account: Account.ID, _ scope: Scope, vismaIDs: [String]) async throws(StoreError) -> [String:
        Link]
    {
        try await living { () async throws(StoreError) in try await store.links(of: account, scope, vismaIDs: vismaIDs)
        }
    }

    package func owners(of account: Account.ID, _ scope: Scope, codes: [String]) async throws(StoreError) -> [String:
        String]
    {
        try await living { () async throws(StoreError) in try await store.owners(of: account, scope, codes: codes) }
    }

    package func linksAwaitingFollowUp(of account: Account.ID, _ scope: Scope, after vismaID: String?, limit: Int)
        async throws(StoreError) -> [Link]
    {
        try await living { () async throws(StoreError) in
            try await store.linksAwaitingFollowUp(of: account, scope, after: vismaID, limit: limit)
        }
    }

    package func pendingLinks(of account: Account.ID, _ scope: Scope, limit: Int) async throws(StoreError) -> [Link] {
        try await living { () async throws(StoreError) in try await store.pendingLinks(of: account, scope, limit: limit)
        }
    }

    package func save(
        _ links: [Link],
        accepted: [Acceptance],
        of account: Account.ID,
        _ scope: Scope,
        step: Run.Step,
        run: Run.ID,
        holder: String,
        now: Date
    ) async throws(StoreError) -> Bool {
        try await stepping { () async throws(StoreError) in
            try await store.save(
                links,
                accepted: accepted,
                of: account,
                scope,
                step: step,
                run: run,
                holder: holder,
                now: now
            )
        }
    }

    package func markSeen(_ vismaIDs: [String], of account: Account.ID, _ scope: Scope, generation: String)
        async throws(StoreError)
    {
        try await living { () async throws(StoreError) in
            try await store.markSeen(vismaIDs, of: account, scope, generation: generation)
        }
    }

    package func unseenLinks(
        of account: Account.ID,
        _ scope: Scope,
        generation: String,
        after vismaID: String?,
        limit: Int
    ) async throws(StoreError) -> [Link] {
        try await living { () async throws(StoreError) in
            try await store.unseenLinks(of: account, scope, generation: generation, after: vismaID, limit: limit)
        }
    }

    package func unseenCount(of account: Account.ID, _ scope: Scope, generation: String) async throws(StoreError) -> (
        active: Int, unseen: Int
    ) {
        try await living { () async throws(StoreError) in
            try await store.unseenCount(of: account, scope, generation: generation)
        }
    }

    package func cursor(of account: Account.ID, _ scope: Scope) async throws(StoreError) -> Cursor {
        try await living { () async throws(StoreError) in try await store.cursor(of: account, scope) }
    }

    package func save(_ cursor: Cursor, of account: Account.ID, _ scope: Scope) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.save(cursor, of: account, scope) }
    }
}
