import Domain
import Foundation
import Persistence
import Testing

@Suite struct RunContractTests {
    @Test(arguments: Backend.all)
    func `a run waits with its steps in their order`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let (run, isNew) = try await store.enqueue(
                "a",
                scopes: [.orders, .customers, .orders],
                trigger: .webhook,
                at: start + 0.125
            )
            #expect(isNew)
            #expect(run.scopes == [.customers, .orders])
            #expect(run.state == .queued)
            #expect(run.trigger == .webhook)
            #expect(run.queuedAt == start + 0.125)
            #expect(try await other.run(run.id, of: "a") == run)
            #expect(try await other.run(run.id, of: "b") == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `asking again for the same scopes joins the open run`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            try await store.insert(.sample("b"))
            let run = try await store.enqueue("a", .customers, .articles)
            let joined = try await other.enqueue("a", scopes: [.articles, .customers], trigger: .api, at: start + 1)
            #expect(joined.isNew == false)
            #expect(joined.run == run)
            #expect(try await other.enqueue("a", .customers).id == run.id)
            #expect(try await other.enqueue("a", .customers, .projects).id != run.id)
            #expect(try await other.enqueue("b", .customers, .articles).id != run.id)

            let claimed = try #require(try await store.claim(by: "1"))
            #expect(claimed.id == run.id)
            #expect(try await other.enqueue("a", .customers, .articles, at: start + 2) == claimed)
            try await store.save(Run.Step(scope: .customers, state: .succeeded), of: run)
            #expect(try await other.enqueue("a", .articles, at: start + 2).id == run.id)
            #expect(try await other.enqueue("a", .customers, at: start + 2).id != run.id)
            try await store.finish(run, .succeeded, at: start + 3)
            #expect(try await other.enqueue("a", .customers, .articles, at: start + 4).id != run.id)
        }
    }

    @Test(arguments: Backend.all)
    func `nothing joins a run that is about to stop`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let run = try await store.enqueue("a")
            _ = try await store.claim(by: "1")
            _ = try await other.cancel(run.id, of: "a", at: start + 1)
            #expect(try await other.enqueue("a", at: start + 2).id != run.id)
        }
    }

    @Test(arguments: Backend.all)
    func `the progress of a step is there for others`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let run = try await store.enqueue("a", .customers, .articles)
            _ = try await store.claim(by: "1")
            let step = Run.Step(
                scope: .articles,
                state: .running,
                total: 1200,
                counts: Run.Counts(read: 1200, created: 3, updated: 14, skipped: 2, failed: 1)
            )
            try await store.save(step, of: run)
            let steps = try await other.run(run.id, of: "a")?.steps
            #expect(steps == [Run.Step(scope: .customers), step])
        }
    }

    @Test(arguments: Backend.all)
    func `a run ends once, and its open steps with it`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let run = try await store.enqueue("a", .customers, .articles, .projects)
            _ = try await store.claim(by: "1", at: start + 1)
            try await store.save(Run.Step(scope: .customers, state: .succeeded), of: run)
            try await store.save(Run.Step(scope: .articles, state: .running), of: run)
            let problem = Run.Problem(code: .authExpired, message: "invalid_grant")
            try await store.finish(run, .failed, problem: problem, at: start + 2)
            let ended = try #require(try await other.run(run.id, of: "a"))
            #expect(ended.state == .failed)
            #expect(ended.problem == problem)
            #expect(ended.startedAt == start + 1)
            #expect(ended.finishedAt == start + 2)
            #expect(ended.steps.map(\.state) == [.succeeded, .failed, .skipped])

            #expect(
                try await other.finish(run.id, holder: "1", state: .succeeded, problem: nil, at: start + 3) == false
            )
            #expect(try await store.run(run.id, of: "a") == ended)
            #expect(try await store.claim(by: "1", at: start + 999) == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `a waiting run is cancelled at once`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let run = try await store.enqueue("a")
            #expect(try await other.cancel(run.id, of: "b", at: start + 1) == nil)
            let cancelled = try #require(try await other.cancel(run.id, of: "a", at: start + 1))
            #expect(cancelled.state == .cancelled)
            #expect(cancelled.finishedAt == start + 1)
            #expect(cancelled.steps.map(\.state) == [.skipped])
            #expect(try await store.cancel(run.id, of: "a", at: start + 2) == cancelled)
            #expect(try await store.claim(by: "1") == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `the holder of a running run learns that it shall stop`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let run = try await store.enqueue("a")
            _ = try await store.claim(by: "1")
            #expect(try await store.renewClaim(on: run.id, by: "1", until: start + 90) == .held)
            #expect(try await other.cancel(run.id, of: "a", at: start + 1)?.state == .running)
            #expect(try await store.renewClaim(on: run.id, by: "1", until: start + 90) == .cancelRequested)
            try await store.finish(run, .cancelled, at: start + 2)
            #expect(try await store.renewClaim(on: run.id, by: "1", until: start + 90) == .lost)
        }
    }

    @Test(arguments: Backend.all)
    func `runs are listed newest first and page by page`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            var ids: [Run.ID] = []
            for second in 0..<5 {
                let run = try await store.enqueue("a", at: start + Double(second))
                _ = try await store.claim(by: "1", at: start + Double(second))
                try await store.finish(run, .succeeded, at: start + Double(second))
                ids.insert(run.id, at: 0)
            }
            #expect(Set(ids).count == 5)
            #expect(ids.map(\.rawValue).sorted(by: >) == ids.map(\.rawValue))
            #expect(try await other.runs(of: "a", before: nil, limit: 2).map(\.id) == Array(ids[..<2]))
            #expect(try await other.runs(of: "a", before: start + 3, limit: 9).map(\.id) == Array(ids[2...]))

            try await other.deleteRuns(finishedBefore: start + 3)
            try await store.enqueue("a", at: start - 999)
            #expect(try await store.runs(of: "a", before: nil, limit: 9).count == 3)
        }
    }
}
