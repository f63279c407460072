import Domain
import Foundation
import Persistence
import TestSupport
import Testing

@testable import Sync

@Suite struct AccountKeyTests {
    @Test func `only the digest of the account's key is kept, and only the key opens the account`() async throws {
        try await Bench.open { bench in
            let issued = try await bench.register("eriksson")
            let digest = try #require(try await bench.store.account("eriksson")).apiKeyDigest
            #expect(digest == Token.digest(issued.apiKey) && digest.count == 32)
            #expect(try await bench.accounts.account(apiKey: issued.apiKey) == "eriksson")
            #expect(try await bench.accounts.account(apiKey: issued.apiKey + " ") == nil)
            #expect(try await bench.accounts.account(apiKey: "") == nil)
            for suffix in ["", "-wal"] {
                let file = URL(filePath: bench.world.storePath + suffix)
                let bytes = (try? Data(contentsOf: file)) ?? Data()
                for secret in [issued.apiKey, issued.webhookSecret] {
                    #expect(bytes.range(of: Data(secret.utf8)) == nil)
                }
            }
        }
    }

    @Test func `a rotated key ends the old one at once, a rotated webhook secret keeps it for a day`() async throws {
        try await Bench.open { bench in
            let issued = try await bench.register("eriksson")
            let key = try await bench.accounts.rotate(.apiKey, of: "eriksson")
            #expect(try await bench.accounts.account(apiKey: issued.apiKey) == nil)
            #expect(try await bench.accounts.account(apiKey: key) == "eriksson")
            let secret = try await bench.accounts.rotate(.webhookSecret, of: "eriksson")
            let secrets = try #require(try await bench.store.account("eriksson")).webhookSecrets
            #expect(try bench.sealing.open(secrets.current, for: "eriksson") == secret)
            #expect(try bench.sealing.open(try #require(secrets.previous), for: "eriksson") == issued.webhookSecret)
            #expect(secrets.previousExpiresAt == bench.clock.now.addingTimeInterval(24 * 3600))
            #expect(try await bench.accounts.account(apiKey: key) == "eriksson")
        }
    }
}
