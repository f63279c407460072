import Domain
import Foundation
import Persistence
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Which answers of Visma's login page count.
@Suite struct ConsentTests {
    private let account: Account.ID = "eriksson"

    /// Asserts that the account is as it was before anyone pressed Connect.
    private func expectUntouched(_ bench: Bench) async throws {
        let connection = try await bench.store.connection(of: account)
        #expect(connection == Connection(account: account))
    }

    @Test func `a state works once`() async throws {
        try await Bench.open { bench in
            try await bench.register(account)
            let login = try await bench.connecting.begin(account, session: "browser")
            let callback = try await bench.visit(login, company: "eriksson")
            let first = await bench.connecting.finish(
                state: callback.state,
                answer: callback.answer,
                session: "browser"
            )
            let before = try await bench.store.connection(of: account)
            let second = await bench.connecting.finish(
                state: callback.state,
                answer: callback.answer,
                session: "browser"
            )
            #expect(first.failure == nil)
            #expect(second.failure?.code == .consentInvalid && second.account == nil && second.company == nil)
            #expect(try await bench.store.connection(of: account) == before)
        }
    }

    @Test func `a state is worth nothing after ten minutes, in another browser, or unknown`() async throws {
        try await Bench.open { bench in
            try await bench.register(account)
            let attempts: [(seconds: TimeInterval, session: Session.ID?, state: String?)] = [
                (601, "browser", nil), (0, "another browser", nil), (0, nil, nil), (0, "browser", "made-up"),
            ]
            for attempt in attempts {
                let login = try await bench.connecting.begin(account, session: "browser")
                let callback = try await bench.visit(login, company: "eriksson")
                bench.clock.advance(by: attempt.seconds)
                let outcome = await bench.connecting.finish(
                    state: attempt.state ?? callback.state,
                    answer: callback.answer,
                    session: attempt.session
                )
                #expect(outcome.failure?.code == .consentInvalid && outcome.account == nil)
            }
            let outcome = await bench.connecting.finish(state: nil, answer: .code("c"), session: "browser")
            #expect(outcome.failure?.code == .consentInvalid)
            try await expectUntouched(bench)
            #expect(bench.sandbox.calls.count("POST", "/connect/token") == 0)
        }
    }

    @Test func `a consent within ten minutes counts`() async throws {
        try await Bench.open { bench in
            try await bench.register(account)
            let login = try await bench.connecting.begin(account, session: "browser")
            bench.clock.advance(by: 599)
            let callback = try await bench.visit(login, company: "eriksson")
            let outcome = await bench.connecting.finish(
                state: callback.state,
                answer: callback.answer,
                session: "browser"
            )
            #expect(outcome.failure == nil)
        }
    }

    @Test func `access that is denied leaves the account as it was, and is logged`() async throws {
        try await Bench.open { bench in
            try await bench.register(account)
            let login = try await bench.connecting.begin(account, session: "browser")
            let callback = try await bench.visit(login, company: "eriksson", decision: "deny")
            let outcome = await bench.connecting.finish(
                state: callback.state,
                answer: callback.answer,
                session: "browser"
            )
            #expect(outcome.account == account && outcome.failure?.code == .consentDenied)
            try await expectUntouched(bench)
            #expect(try await bench.log(of: account).map(\.code) == [.consentDenied])
        }
    }

    @Test func `a code that Visma does not accept leaves the account as it was`() async throws {
        try await Bench.open { bench in
            try await bench.register(account)
            let login = try await bench.connecting.begin(account, session: "browser")
            let callback = try await bench.visit(login, company: "eriksson")
            let outcome = await bench.connecting.finish(
                state: callback.state,
                answer: .code("another"),
                session: "browser"
            )
            #expect(outcome.account == account && outcome.failure?.code == .consentInvalid)
            try await expectUntouched(bench)
        }
    }
}
