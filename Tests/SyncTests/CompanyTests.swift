import Domain
import EAccounting
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Which company an account may be connected to, and how it leaves it.
@Suite struct CompanyTests {
    private let account: Account.ID = "eriksson"

    /// Asserts that Visma takes none of the tokens any more that it gave out last.
    private func expectLastConsentRevoked(_ bench: Bench, _ recorder: CallRecorder) async throws {
        struct Answer: Decodable { var refresh_token: String }
        let reply = try #require(recorder.replies("POST /connect/token").last)
        let refresh = Secret(try WireJSON.decode(Answer.self, from: reply.body).refresh_token)
        await #expect(throws: RemoteAPIError.self) {
            try await bench.vendors.authorization.tokens(refreshing: refresh)
        }
    }

    @Test func `another company is refused, its tokens are revoked, and nothing else changes`() async throws {
        let recorder = CallRecorder()
        try await Bench.open(wire: recorder.wire) { bench in
            try bench.addCustomers(0..<3)
            try await bench.register(account)
            _ = try await bench.connectByLogin(account, company: "eriksson")
            let before = try await bench.store.connection(of: account)
            let outcome = try await bench.connectByLogin(account, company: "norrland")
            #expect(outcome.failure?.code == .companyMismatch && outcome.account == account && outcome.company == nil)
            #expect(outcome.failure?.message.contains("Norrlands Ventilation AB") == true)
            #expect(try await bench.store.connection(of: account) == before)
            try await expectLastConsentRevoked(bench, recorder)
            #expect(try await bench.sync().state == .succeeded)
        }
    }

    @Test func `the company stays the account's after a disconnect`() async throws {
        try await Bench.open { bench in
            try await bench.register(account)
            _ = try await bench.connectByLogin(account, company: "eriksson")
            try await bench.connecting.disconnect(account)
            #expect(try await bench.connectByLogin(account, company: "norrland").failure?.code == .companyMismatch)
            #expect(try await bench.connectByLogin(account, company: "eriksson").failure == nil)
        }
    }

    @Test func `a company that another account uses is refused, and its tokens are revoked`() async throws {
        let recorder = CallRecorder()
        try await Bench.open(wire: recorder.wire) { bench in
            try await bench.register(account)
            try await bench.register("second", books: "norrland")
            _ = try await bench.connectByLogin(account, company: "eriksson")
            let outcome = try await bench.connectByLogin("second", company: "eriksson")
            #expect(outcome.failure?.code == .companyInUse && outcome.account == "second")
            #expect(try await bench.store.connection(of: "second") == Connection(account: "second"))
            try await expectLastConsentRevoked(bench, recorder)
            #expect(try await bench.log(of: "second").map(\.code) == [.companyInUse])
        }
    }

    @Test func `an inactive company is refused`() async throws {
        let recorder = CallRecorder()
        try await Bench.open(wire: recorder.wire) { bench in
            try await bench.register(account)
            try bench.sandbox.edit(.vismaTable("companysettings"), "eriksson", ["CompanyStatus": 0])
            #expect(try await bench.connectByLogin(account, company: "eriksson").failure?.code == .companyInactive)
            #expect(try await bench.store.connection(of: account) == Connection(account: account))
            try await expectLastConsentRevoked(bench, recorder)
        }
    }

    @Test func `a company without orders is connected as such`() async throws {
        try await Bench.open { bench in
            try await bench.register("norrland")
            #expect(try await bench.connectByLogin("norrland", company: "norrland").company?.hasOrders == false)
        }
    }

    @Test func `a disconnect revokes the access, and keeps what was imported and what happened`() async throws {
        let recorder = CallRecorder()
        try await Bench.open(wire: recorder.wire) { bench in
            try bench.addCustomers(0..<3)
            try await bench.register(account)
            _ = try await bench.connectByLogin(account, company: "eriksson")
            let run = try await bench.sync()
            let log = try await bench.log()
            try await bench.connecting.disconnect(account)
            let connection = try await bench.store.connection(of: account)
            #expect(connection.state == .disconnected && connection.tokens == nil)
            #expect(connection.company?.name == "Eriksson Rör & El AB")
            try await expectLastConsentRevoked(bench, recorder)
            #expect(try await bench.history.run(run.id, of: account) == run)
            #expect(try await bench.log().starts(with: log))
            #expect(bench.relations().count == 3)

            let failure = await #expect(throws: SyncFailure.self) { try await bench.sync() }
            #expect(failure?.code == .authExpired)
            // Whoever connects again goes on where it was.
            _ = try await bench.connectByLogin(account, company: "eriksson")
            #expect(try await bench.sync().customers.counts.created == 0)
        }
    }

    @Test func `a disconnect succeeds although Visma does not answer, and says so`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            bench.sandbox.declare(.status(503, .before), pathPrefix: "/connect/revocation")
            try await bench.connecting.disconnect(account)
            #expect(try await bench.store.connection(of: account).tokens == nil)
            #expect(try await bench.log().contains { $0.level == .warning && $0.message.contains("did not revoke") })
        }
    }

    @Test func `a licence that ends stops syncs that wait, and the next ones cannot be asked for`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            let waiting = try await bench.office.enqueue(account, scopes: nil, trigger: .manual).run
            _ = try await bench.accounts.update(account, Accounts.Changes(license: .some(nil)))
            let run = try await bench.withEngine { _ in try await bench.end(of: waiting) }
            #expect(run.state == .failed && run.problem?.code == .licenseInactive)
            #expect(bench.traffic.customerPages == 0)
            let failure = await #expect(throws: SyncFailure.self) { try await bench.sync() }
            #expect(failure?.code == .licenseInactive)
        }
    }
}
