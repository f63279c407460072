import Domain
import Foundation
import Persistence
import Testing

@Suite struct ScheduleContractTests {
    @Test(arguments: Backend.all)
    func `only connected accounts with an enabled schedule have turns`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            #expect(try await store.nextTurn() == nil)
            try await store.insert(.sample("never"))
            for id: Account.ID in ["on", "off", "expired"] { try await store.insertConnected(id) }
            var settings = Settings()
            settings.schedule.enabled = false
            try await store.save(settings, of: "off")
            #expect(try await store.dropTokens(of: "expired", generation: 1, state: .expired, at: start))

            #expect(try await store.claimTurns(now: start, interval: 900) == [])
            #expect(try await other.claimTurns(now: start + 900, interval: 900) == ["on"])
            try await store.deleteAccount("on")
            #expect(try await other.nextTurn() == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `a turn is claimed once, by whoever comes first`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            for number in 0..<20 { try await store.insertConnected(Account.ID("a\(number)")) }
            #expect(try await store.claimTurns(now: start, interval: 900) == [])
            let turns = try await withThrowingTaskGroup(of: [Account.ID].self) { group in
                for view in [store, other, store, other] {
                    group.addTask { try await view.claimTurns(now: start + 900, interval: 900) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(turns.count == 20)
            #expect(Set(turns).count == 20)
        }
    }

    @Test(arguments: Backend.all)
    func `first turns are spread over the interval`(_ backend: Backend) async throws {
        try await backend.withViews { store, _ in
            for number in 0..<60 { try await store.insertConnected(Account.ID("a\(number)")) }
            _ = try await store.claimTurns(now: start, interval: 600)
            var counts: [Int] = []
            for minute in 1...10 {
                counts.append(try await store.claimTurns(now: start + Double(minute) * 60, interval: 600).count)
            }
            #expect(counts.reduce(0, +) == 60)
            #expect(counts.allSatisfy { (1...15).contains($0) }, "\(counts)")
        }
    }

    @Test(arguments: Backend.all)
    func `turns keep their distance, and missed ones are taken once`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insertConnected("a")
            // Until it has a turn, one has to be set: that is due now.
            #expect(try #require(try await store.nextTurn()) < start)
            #expect(try await store.claimTurns(now: start, interval: 900) == [])
            let first = try #require(try await other.nextTurn())
            #expect(first > start && first <= start + 900)

            #expect(try await store.claimTurns(now: first - 0.001, interval: 900) == [])
            #expect(try await store.claimTurns(now: first, interval: 900) == ["a"])
            #expect(try await other.nextTurn() == first + 900)
            #expect(try await other.claimTurns(now: first + 7 * 900 + 1, interval: 900) == ["a"])
            #expect(try await other.claimTurns(now: first + 7 * 900 + 1, interval: 900) == [])
            #expect(try await other.nextTurn() == first + 8 * 900)
        }
    }

    @Test(arguments: Backend.all)
    func `a shorter interval takes effect without waiting for the longer one`(_ backend: Backend) async throws {
        try await backend.withViews { store, _ in
            try await store.insertConnected("a")
            _ = try await store.claimTurns(now: start, interval: 1_000_000)
            #expect(try #require(try await store.nextTurn()) > start + 10)
            _ = try await store.claimTurns(now: start, interval: 10)
            #expect(try #require(try await store.nextTurn()) <= start + 10)
        }
    }
}
