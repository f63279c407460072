import Domain
import EAccounting
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// When a connection ends, and when it only waits.
@Suite struct ConsentEndTests {
    private let account: Account.ID = "eriksson"

    private func renewals(_ bench: Bench) -> Int { bench.sandbox.calls.count("POST", "/connect/token") }

    @Test func `the end of the consent is stored and logged once, however many notice it`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            let other = try await bench.another()
            try bench.sandbox.expireTokens(refreshTokens: true)
            bench.clock.advance(by: 3600)
            await withTaskGroup(of: Void.self) { group in
                for index in 0..<10 {
                    let custody = index % 2 == 0 ? bench.custody : other.custody
                    group.addTask {
                        await #expect(throws: RemoteAPIError.self) {
                            try await custody.tokens(of: "eriksson").current()
                        }
                    }
                }
            }
            let connection = try await bench.store.connection(of: account)
            #expect(connection.state == .expired && connection.tokens == nil && connection.company != nil)
            let entries = try await bench.log(of: account, LogEntry.Filter(code: .authExpired))
            #expect(entries.count == 1 && entries[0].message.contains("invalid_grant"))
            // Nobody asks Visma again until someone reconnects.
            let asked = renewals(bench)
            await #expect(throws: RemoteAPIError.self) { try await bench.custody.tokens(of: account).current() }
            #expect(renewals(bench) == asked)
        }
    }

    @Test func `a vendor that is away ends no connection`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            bench.clock.advance(by: 3600)
            bench.sandbox.declare(.status(503, .before), pathPrefix: "/connect/token", count: 2)
            await #expect(throws: RemoteAPIError.self) { try await bench.custody.tokens(of: account).current() }
            #expect(try await bench.store.connection(of: account).state == .connected)
            _ = try await bench.custody.tokens(of: account).current()
        }
    }

    @Test func `a token that ends soon is renewed in the background`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            bench.clock.advance(by: 3600 - 599)
            let serving = Task { try await bench.custody.serve() }
            defer { serving.cancel() }
            try await eventually("the token is renewed") {
                let tokens = try await bench.store.connection(of: account).tokens
                return tokens?.accessExpiresAt == bench.clock.now.addingTimeInterval(3600)
            }
            #expect(renewals(bench) == 1)
        }
    }
}
