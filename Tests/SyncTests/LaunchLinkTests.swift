import Domain
import Foundation
import Persistence
import Sync
import TestSupport
import Testing

@Suite struct LaunchLinkTests {
    @Test func `a link opens one session for its holder, in any process`() async throws {
        try await Bench.open { bench in
            _ = try await bench.connect()
            let clock = bench.clock
            let links = LaunchLinks(store: bench.store, now: { clock.now })
            let other = LaunchLinks(store: try await SQLiteStore(path: bench.world.storePath), now: { clock.now })
            for holder in [Session.Holder.operator, .account("eriksson")] {
                let token = try await links.issue(for: holder)
                #expect(try await other.redeem(token) == holder)
                #expect(try await links.redeem(token) == nil)
            }
            #expect(try await links.redeem("unknown") == nil)
            await #expect(throws: AccountError.self) { try await links.issue(for: .account("nobody")) }
        }
    }

    @Test func `a link ends after 15 minutes`() async throws {
        try await Bench.open { bench in
            let clock = bench.clock
            let links = LaunchLinks(store: bench.store, now: { clock.now })
            let (early, late) = (try await links.issue(for: .operator), try await links.issue(for: .operator))
            clock.advance(by: 899)
            #expect(try await links.redeem(early) == .operator)
            clock.advance(by: 1)
            #expect(try await links.redeem(late) == nil)
        }
    }
}
