import Domain
import Foundation
import Persistence
import Testing

/// Which run someone joins who asks for lists.
@Suite struct JoiningContractTests {
    @Test(arguments: Backend.all)
    func `a list that is still to come, or under way, is joined`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let run = try await store.enqueue("a", .customers, .articles, .orders)
            _ = try await store.claim(by: "1")
            try await store.save(Run.Step(scope: .customers, state: .succeeded), of: run)
            try await store.save(Run.Step(scope: .articles, state: .running), of: run)
            #expect(try await other.enqueue("a", .orders).id == run.id)
            #expect(try await other.enqueue("a", .articles, .orders).id == run.id)
            // The whole run again is this one; a list that it is done with is not.
            #expect(try await other.enqueue("a", .customers, .articles, .orders).id == run.id)
            let later = try await other.enqueue("a", .customers, .orders)
            #expect(later.id != run.id && later.state == .queued && later.scopes == [.customers, .orders])
        }
    }

    @Test(arguments: Backend.all, [Run.Step.State.succeeded, .partial, .failed, .skipped])
    func `a list that is over is not joined, however it ended`(_ backend: Backend, state: Run.Step.State) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let run = try await store.enqueue("a", .customers, .orders)
            _ = try await store.claim(by: "1")
            try await store.save(Run.Step(scope: .orders, state: state), of: run)
            #expect(try await other.enqueue("a", .orders).id != run.id)
            #expect(try await other.enqueue("a", .customers).id == run.id)
        }
    }

    @Test(arguments: Backend.all)
    func `of two runs the older one is joined, and never half of each`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let first = try await store.enqueue("a", .customers, .articles)
            let second = try await store.enqueue("a", .articles, .orders)
            #expect(try await other.enqueue("a", .articles).id == first.id)
            #expect(try await other.enqueue("a", .orders).id == second.id)
            let third = try await other.enqueue("a", .customers, .orders)
            #expect(third.id != first.id && third.id != second.id)
        }
    }
}
