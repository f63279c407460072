import Domain
import Foundation
import Persistence
import Testing

@Suite struct CensusContractTests {
    @Test(arguments: Backend.all)
    func `the census counts what waits, what runs, and accounts by their connection`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            #expect(try await store.census() == Census())
            for account in ["a", "b", "c"] { try await store.insert(.sample(Account.ID(account))) }
            #expect(try await store.census() == Census(accounts: [.disconnected: 3]))
            for (number, account) in ["a", "b", "c"].enumerated() {
                _ = try await store.enqueue(
                    Account.ID(account),
                    scopes: [.customers],
                    trigger: .api,
                    at: start + Double(number)
                )
            }
            #expect(
                try await other.census()
                    == Census(queuedRuns: 3, oldestQueuedAt: start, accounts: [.disconnected: 3])
            )
            let run = try #require(try await store.claim(by: "1"))
            #expect(
                try await other.census()
                    == Census(
                        queuedRuns: 2,
                        runningRuns: 1,
                        oldestQueuedAt: start + 1,
                        accounts: [.disconnected: 3]
                    )
            )
            try await store.finish(run, .succeeded, at: start)
            #expect(try await other.census().runningRuns == 0)
        }
    }
}
