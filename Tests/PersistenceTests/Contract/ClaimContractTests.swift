import Domain
import Foundation
import Persistence
import Synchronization
import Testing

@Suite struct ClaimContractTests {
    @Test(arguments: Backend.all)
    func `the oldest run is claimed first, and each once`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            for id: Account.ID in ["a", "b"] { try await store.insert(.sample(id)) }
            let later = try await store.enqueue("a", at: start + 1)
            let earlier = try await store.enqueue("b", at: start)
            let first = try #require(try await store.claim(by: "1", at: start + 2))
            #expect(first.id == earlier.id)
            #expect(first.state == .running)
            #expect(first.startedAt == start + 2)
            #expect(try await other.claim(by: "2", at: start + 2)?.id == later.id)
            #expect(try await store.claim(by: "1", at: start + 2) == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `an account has one run at a time`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let first = try await store.enqueue("a", .customers)
            let second = try await store.enqueue("a", .articles, at: start + 1)
            #expect(try await store.claim(by: "1", at: start + 2)?.id == first.id)
            #expect(try await other.claim(by: "2", at: start + 2) == nil)
            try await store.finish(first, .succeeded, at: start + 3)
            #expect(try await other.claim(by: "2", at: start + 3)?.id == second.id)
        }
    }

    @Test(arguments: Backend.all)
    func `a run whose holder is silent goes to another, which goes on with it`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let run = try await store.enqueue("a", .customers)
            // Even one that was asked for earlier waits until the interrupted one is over.
            _ = try await store.claim(by: "1", at: start)
            try await store.enqueue("a", .articles, at: start - 5)
            #expect(try await other.claim(by: "2", at: start + 59.999) == nil)

            #expect(try await store.renewClaim(on: run.id, by: "1", until: start + 80) == .held)
            #expect(try await other.claim(by: "2", at: start + 79.999) == nil)
            let taken = try #require(try await other.claim(by: "2", at: start + 80))
            #expect(taken.id == run.id)
            #expect(taken.startedAt == start)
            #expect(try await store.renewClaim(on: run.id, by: "1", until: start + 200) == .lost)
            #expect(try await other.renewClaim(on: run.id, by: "2", until: start + 200) == .held)
        }
    }

    @Test(arguments: Backend.all)
    func `a process that lost its run says nothing more of it`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            let step = Run.Step(scope: .customers, state: .running, total: 9)
            let link = Link(vismaID: "1", code: "1", pending: Fingerprint([1]))
            func write(_ view: any Store, by holder: String, at now: Date) async throws -> [Bool] {
                [
                    try await view.save(step, of: run.id, holder: holder, now: now),
                    try await view.save(
                        [link],
                        accepted: [],
                        of: "a",
                        .customers,
                        step: step,
                        run: run.id,
                        holder: holder,
                        now: now
                    ),
                    try await view.finish(run.id, holder: holder, state: .failed, problem: nil, at: now),
                ]
            }
            #expect(try await write(store, by: "2", at: start) == [false, false, false])
            #expect(try await write(store, by: "1", at: start + 60) == [false, false, false])
            #expect(try await other.claim(by: "2", at: start + 60)?.id == run.id)
            // Even by a clock that is behind.
            #expect(try await write(store, by: "1", at: start) == [false, false, false])
            #expect(try await other.run(run.id, of: "a")?.steps == [Run.Step(scope: .customers)])
            #expect(try await other.links(of: "a", .customers, vismaIDs: ["1"]) == [:])
            #expect(try await other.run(run.id, of: "a")?.state == .running)

            #expect(try await write(other, by: "2", at: start + 61) == [true, true, true])
            #expect(try await write(other, by: "2", at: start + 62) == [false, false, false])
            #expect(try await store.run(run.id, of: "a")?.state == .failed)
        }
    }

    @Test(arguments: Backend.all)
    func `a run that is let go of can be claimed at once`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let run = try await store.enqueue("a")
            _ = try await store.claim(by: "1")
            try await other.releaseClaim(on: run.id, by: "2")
            #expect(try await other.claim(by: "2", at: start + 1) == nil)
            try await store.releaseClaim(on: run.id, by: "1")
            #expect(try await other.claim(by: "2", at: start + 1)?.id == run.id)
            #expect(try await store.renewClaim(on: run.id, by: "1", until: start + 99) == .lost)
        }
    }

    @Test(arguments: Backend.all)
    func `a cancelled run whose holder is gone ends instead of going on`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            for id: Account.ID in ["a", "b"] { try await store.insert(.sample(id)) }
            let asked = try await store.enqueue("a", at: start - 1)
            let silent = try await store.enqueue("b")
            for _ in 1...2 { _ = try await store.claim(by: "1") }
            _ = try await other.cancel(asked.id, of: "a", at: start + 1)
            #expect(try await other.cancel(silent.id, of: "b", at: start + 60)?.state == .cancelled)
            #expect(try await other.claim(by: "2", at: start + 60) == nil)
            #expect(try await other.run(asked.id, of: "a")?.state == .cancelled)
            #expect(try await other.run(asked.id, of: "a")?.finishedAt == start + 60)
        }
    }

    @Test(arguments: Backend.all)
    func `eight workers share fifty runs of ten accounts`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let accounts = (0..<10).map { Account.ID("account-\($0)") }
            for account in accounts {
                try await store.insert(.sample(account))
                for scope in Scope.allCases { try await store.enqueue(account, scope) }
            }
            let desk = Desk()
            try await withThrowingTaskGroup { group in
                for worker in 0..<8 {
                    let view = worker.isMultiple(of: 2) ? store : other
                    group.addTask {
                        while desk.isOpen {
                            guard let run = try await view.claim(by: "\(worker)") else {
                                await Task.yield()
                                continue
                            }
                            desk.begin(run)
                            await Task.yield()
                            desk.end(run)
                            _ = try await view.finish(
                                run.id,
                                holder: "\(worker)",
                                state: .succeeded,
                                problem: nil,
                                at: start
                            )
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(desk.claims.count == 50)
            #expect(Set(desk.claims).count == 50)
            #expect(desk.collisions == 0)
            for account in accounts {
                let states = try await store.runs(of: account, before: nil, limit: 99).map(\.state)
                #expect(states == Array(repeating: .succeeded, count: Scope.allCases.count))
            }
        }
    }
}

/// Sees which runs are claimed, and whether an account has two at a time.
private final class Desk: Sendable {
    private let state = Mutex((claims: [Run.ID](), busy: Set<Account.ID>(), collisions: 0, ended: 0))

    var claims: [Run.ID] { state.withLock(\.claims) }
    var collisions: Int { state.withLock(\.collisions) }
    /// Whether fewer runs ended than there are.
    ///
    /// A run claimed twice closes it too early: then its claims are not fifty different ones.
    var isOpen: Bool { state.withLock { $0.ended < 50 } }

    func begin(_ run: Run) {
        state.withLock { state in
            state.claims.append(run.id)
            if !state.busy.insert(run.account).inserted { state.collisions += 1 }
        }
    }

    func end(_ run: Run) {
        state.withLock { state in
            state.busy.remove(run.account)
            state.ended += 1
        }
    }
}
