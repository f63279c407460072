import Domain
import EAccounting
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import TestSupport
import Testing

@testable import Sync

@Suite struct CustodyTests {
    private let account: Account.ID = "eriksson"
    private let rotating = { (options: inout VendorSandbox.Options) in options.rotatesRefreshTokens = true }

    private func renewals(_ bench: Bench) -> Int { bench.sandbox.calls.count("POST", "/connect/token") }

    private func opened(_ sealed: SealedSecret, _ bench: Bench) throws -> String {
        try bench.sealing.open(sealed, for: account)
    }

    /// The refresh token and the one before it, as they are stored.
    private func refreshTokens(_ bench: Bench) async throws -> (current: String, previous: String?) {
        let tokens = try #require(try await bench.store.connection(of: account).tokens)
        return (try opened(tokens.refresh, bench), try tokens.previousRefresh.map { try opened($0, bench) })
    }

    @Test func `a token that is still good is handed out without a call`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            bench.clock.advance(by: 3600 - 121)
            let stored = try #require(try await bench.store.connection(of: account).tokens)
            let token = try await bench.custody.tokens(of: account).current()
            #expect(try token.value == opened(stored.access, bench) && renewals(bench) == 0)
        }
    }

    @Test func `a token that is about to end is renewed before it is used`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            bench.clock.advance(by: 3600 - 119)
            let before = try #require(try await bench.store.connection(of: account).tokens)
            let token = try await bench.custody.tokens(of: account).current()
            #expect(try token.value != opened(before.access, bench) && renewals(bench) == 1)
            let connection = try await bench.store.connection(of: account)
            let stored = try #require(connection.tokens)
            #expect(try opened(stored.access, bench) == token.value)
            #expect(stored.accessExpiresAt == bench.clock.now.addingTimeInterval(3600))
        }
    }

    @Test func `twenty callers in two processes cause one renewal, and get the same token`() async throws {
        try await Bench.open(change: rotating) { bench in
            try await bench.connect()
            let other = try await bench.another()
            bench.clock.advance(by: 3600)
            let tokens = try await withThrowingTaskGroup(of: String.self) { group in
                for index in 0..<20 {
                    let custody = index % 2 == 0 ? bench.custody : other.custody
                    group.addTask { try await custody.tokens(of: "eriksson").current().value }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(tokens.count == 1 && renewals(bench) == 1)
        }
    }

    @Test func `callers whose token was refused cause one renewal, also when they come late`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            let tokens = bench.custody.tokens(of: account)
            let refused = try await tokens.current()
            try bench.sandbox.expireTokens()
            let fresh = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<10 { group.addTask { try await tokens.renewed(refused).value } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(fresh.count == 1 && !fresh.contains(refused.value))
            #expect(fresh == [try await tokens.renewed(refused).value] && renewals(bench) == 1)
        }
    }

    @Test func `no call ever carries a token that is not stored`() async throws {
        let stored = StoredTokenCheck()
        try await Bench.open(change: rotating, wire: stored.wire) { bench in
            stored.watch(bench)
            try bench.addCustomers(0..<3)
            try await bench.connect()
            for _ in 0..<3 {
                bench.clock.advance(by: 3600)
                #expect(try await bench.sync().state == .succeeded)
            }
            #expect(renewals(bench) == 3 && stored.checks == 3 && stored.misses == 0)
        }
    }

    @Test func `a rotating client's new refresh token takes the old one's place, which is kept`() async throws {
        try await Bench.open(change: rotating) { bench in
            try await bench.connect()
            let first = try await refreshTokens(bench)
            for _ in 0..<3 {
                let before = try await refreshTokens(bench)
                bench.clock.advance(by: 3600)
                _ = try await bench.custody.tokens(of: account).current()
                let after = try await refreshTokens(bench)
                #expect(after.current != before.current && after.previous == before.current)
            }
            #expect(first.previous == nil && renewals(bench) == 3)
        }
    }

    @Test func `a client that does not rotate keeps its refresh token`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            let before = try await refreshTokens(bench)
            for _ in 0..<2 {
                bench.clock.advance(by: 3600)
                _ = try await bench.custody.tokens(of: account).current()
                #expect(try await refreshTokens(bench).current == before.current)
            }
        }
    }
}
