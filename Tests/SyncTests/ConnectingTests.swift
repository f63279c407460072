import Domain
import EAccounting
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import TestSupport
import Testing

@testable import Sync

@Suite struct ConnectingTests {
    private let account: Account.ID = "eriksson"

    /// Every token that Visma gave out.
    private func tokens(_ recorder: CallRecorder) throws -> [String] {
        struct Answer: Decodable {
            var access_token: String
            var refresh_token: String
        }
        return try recorder.replies("POST /connect/token").flatMap { reply in
            let answer = try WireJSON.decode(Answer.self, from: reply.body)
            return [answer.access_token, answer.refresh_token]
        }
    }

    @Test func `a consent on Visma's pages connects the account, and customers can be synced`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<3)
            try await bench.register(account)
            let outcome = try await bench.connectByLogin(account, company: "eriksson")
            #expect(outcome.account == account && outcome.failure == nil)
            #expect(outcome.company?.name == "Eriksson Rör & El AB" && outcome.company?.hasOrders == true)
            let connection = try await bench.store.connection(of: account)
            #expect(connection.state == .connected && connection.company == outcome.company)
            #expect(connection.connectedAt == bench.clock.now)
            #expect(connection.tokens?.accessExpiresAt == bench.clock.now.addingTimeInterval(3600))
            #expect(try await bench.sync().customers.counts.created == 3)
        }
    }

    @Test func `the login asks for what is agreed with Visma, with a new state and challenge each time`() async throws {
        try await Bench.open { bench in
            try await bench.register(account)
            var seen: [[String: String]] = []
            for _ in 0..<2 {
                let login = try await bench.connecting.begin(account, session: "browser")
                let items = try #require(URLComponents(string: login)?.queryItems)
                seen.append(Dictionary(items.map { ($0.name, $0.value ?? "") }) { $1 })
            }
            let query = seen[0]
            #expect(query["response_type"] == "code" && query["code_challenge_method"] == "S256")
            #expect(query["scope"] == "ea:api offline_access ea:sales ea:accounting")
            #expect(query["prompt"] == "select_account")
            #expect(query["acr_values"] == "service:44643EB1-3F76-4C1C-A672-402AE8085934")
            for name in ["state", "code_challenge"] {
                #expect(seen[0][name]?.count == 43 && seen[0][name] != seen[1][name])
            }
        }
    }

    @Test func `no token is in the store's files as it is`() async throws {
        let recorder = CallRecorder()
        try await Bench.open(wire: recorder.wire) { bench in
            try await bench.register(account)
            _ = try await bench.connectByLogin(account, company: "eriksson")
            bench.clock.advance(by: 3600)
            try await bench.sync()
            let secrets = try tokens(recorder) + [VendorSandbox.outSmartToken(of: "eriksson")]
            #expect(secrets.count == 5)
            var bytes = Data()
            for suffix in ["", "-wal", "-shm"] {
                let file = URL(filePath: bench.world.storePath + suffix)
                bytes += (try? Data(contentsOf: file)) ?? Data()
            }
            // The search finds what is there.
            #expect(bytes.range(of: Data("Eriksson Rör".utf8)) != nil)
            for secret in secrets { #expect(bytes.range(of: Data(secret.utf8)) == nil) }
            for entry in try await bench.log() {
                for secret in secrets { #expect(!"\(entry)".contains(secret)) }
            }
        }
    }

    @Test func `an account without a licence cannot begin`() async throws {
        try await Bench.open { bench in
            try await bench.register(account)
            _ = try await bench.accounts.update(account, Accounts.Changes(license: .some(nil)))
            let failure = await #expect(throws: SyncFailure.self) {
                try await bench.connecting.begin(account, session: "browser")
            }
            #expect(failure?.code == .licenseInactive)
        }
    }
}
