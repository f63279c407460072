import Domain
import Foundation
import Persistence
import Testing

@Suite struct ConnectionContractTests {
    @Test(arguments: Backend.all)
    func `a consent is stored with its company and tokens`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            var tokens = SealedTokens.sample("1")
            tokens.previousRefresh = secret("before")
            try await store.connect("a", company: .sample("c"), tokens: tokens, at: start)
            let connection = try await other.connection(of: "a")
            #expect(
                connection
                    == Connection(
                        account: "a",
                        state: .connected,
                        company: .sample("c"),
                        firstConnectedAt: start,
                        connectedAt: start,
                        tokens: tokens,
                        generation: 1
                    )
            )
        }
    }

    @Test(arguments: Backend.all)
    func `the first connection is remembered through all later ones`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            #expect(try await store.connection(of: "a").firstConnectedAt == nil)
            for (generation, seconds) in [(1, 0.125), (3, 60), (5, 90)] {
                try await store.connect("a", company: .sample("c"), tokens: .sample("1"), at: start + seconds)
                for _ in 1...2 {
                    let connection = try await other.connection(of: "a")
                    #expect(connection.firstConnectedAt == start + 0.125)
                    #expect(connection.connectedAt == start + seconds)
                    _ = try await store.dropTokens(of: "a", generation: generation, state: .disconnected, at: start)
                }
            }
        }
    }

    @Test(arguments: Backend.all)
    func `a company belongs to one connected account`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            try await store.insert(.sample("b"))
            try await store.connect("a", company: .sample("c"), tokens: .sample("1"), at: start)
            let before = try await store.connection(of: "b")
            await #expect {
                try await other.connect("b", company: .sample("c"), tokens: .sample("2"), at: start)
            } throws: { error in
                if case StoreError.companyInUse(by: "a") = error { true } else { false }
            }
            #expect(try await store.connection(of: "b") == before)

            // An expired consent keeps the company, a disconnected one doesn't.
            #expect(try await store.dropTokens(of: "a", generation: 1, state: .expired, at: start))
            await #expect(throws: StoreError.self) {
                try await other.connect("b", company: .sample("c"), tokens: .sample("2"), at: start)
            }
            #expect(try await store.dropTokens(of: "a", generation: 2, state: .disconnected, at: start))
            try await other.connect("b", company: .sample("c"), tokens: .sample("2"), at: start)
            #expect(try await store.connection(of: "a").company == .sample("c"))
            await #expect(throws: StoreError.self) {
                try await store.connect("a", company: .sample("c"), tokens: .sample("3"), at: start)
            }
        }
    }

    @Test(arguments: Backend.all)
    func `an outdated answer does not replace newer tokens`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insertConnected("a")
            #expect(try await store.replaceTokens(of: "a", generation: 1, with: .sample("2")))
            #expect(try await other.replaceTokens(of: "a", generation: 1, with: .sample("late")) == false)
            #expect(try await other.dropTokens(of: "a", generation: 1, state: .expired, at: start) == false)
            let connection = try await other.connection(of: "a")
            #expect(connection.tokens == .sample("2"))
            #expect(connection.generation == 2)
        }
    }

    @Test(arguments: Backend.all)
    func `dropping tokens keeps the company and lets no refresh revive them`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insertConnected("a")
            #expect(try await store.dropTokens(of: "a", generation: 1, state: .disconnected, at: start))
            let connection = try await other.connection(of: "a")
            #expect(connection.tokens == nil)
            #expect(connection.state == .disconnected)
            #expect(connection.company != nil)
            for generation in 1...2 {
                #expect(try await other.replaceTokens(of: "a", generation: generation, with: .sample("2")) == false)
                #expect(
                    try await other.dropTokens(of: "a", generation: generation, state: .expired, at: start) == false
                )
            }
            #expect(try await other.connection(of: "a") == connection)
        }
    }

    @Test(arguments: Backend.all)
    func `one process at a time may refresh, until its claim ends`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insertConnected("a")
            #expect(try await store.claimRefresh(of: "a", by: "1", until: start + 30, now: start))
            #expect(try await other.claimRefresh(of: "a", by: "2", until: start + 59, now: start + 29) == false)
            #expect(try await store.claimRefresh(of: "a", by: "1", until: start + 40, now: start + 29))
            #expect(try await other.claimRefresh(of: "a", by: "2", until: start + 60, now: start + 39.999) == false)
            #expect(try await other.claimRefresh(of: "a", by: "2", until: start + 70, now: start + 40))
            // Who no longer holds the claim can't give it away.
            try await store.releaseRefresh(of: "a", by: "1")
            #expect(try await store.claimRefresh(of: "a", by: "1", until: start + 71, now: start + 41) == false)
            try await other.releaseRefresh(of: "a", by: "2")
            #expect(try await store.claimRefresh(of: "a", by: "1", until: start + 71, now: start + 41))
        }
    }

    @Test(arguments: Backend.all)
    func `of many that ask at once, one may refresh`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insertConnected("a")
            let claims = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<16 {
                    let view = number.isMultiple(of: 2) ? store : other
                    group.addTask {
                        try await view.claimRefresh(of: "a", by: "\(number)", until: start + 30, now: start)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(claims.filter(\.self).count == 1)
        }
    }

    @Test(arguments: Backend.all)
    func `accounts whose access ends are listed, the first to end first`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            for (id, seconds) in [("a", 300.0), ("b", 100), ("c", 200), ("d", 400), ("gone", 50)] {
                let id = Account.ID(id)
                try await store.insertConnected(id)
                let tokens = SealedTokens.sample("2", expiresAt: start + seconds)
                #expect(try await store.replaceTokens(of: id, generation: 1, with: tokens))
            }
            #expect(try await store.dropTokens(of: "gone", generation: 2, state: .disconnected, at: start))
            #expect(try await other.accountsExpiring(before: start + 400) == ["b", "c", "a"])
        }
    }
}
