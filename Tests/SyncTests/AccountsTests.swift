import Domain
import Foundation
import Persistence
import Sandbox
import TestSupport
import Testing

@testable import Sync

@Suite struct AccountsTests {
    private func draft(_ id: Account.ID?, name: String = "Eriksson", token: String = "t") -> Accounts.Draft {
        Accounts.Draft(id: id, name: name, outSmartToken: token, outSmartBearer: "b", license: "l")
    }

    /// The code of what an operation throws.
    private func field(_ operation: () async throws(AccountError) -> Void) async -> String? {
        do {
            try await operation()
        } catch {
            if case .invalid(let field, _) = error { return field }
        }
        return nil
    }

    @Test func `a new account is disconnected, has default settings, and shows its keys this once`() async throws {
        try await Bench.open { bench in
            let issued = try await bench.accounts.create(draft("eriksson", name: " Eriksson "))
            #expect(issued.status.account.name == "Eriksson" && issued.status.account.createdAt == bench.clock.now)
            #expect(issued.status.connection == Connection(account: "eriksson") && issued.status.license == .none)
            #expect(issued.apiKey.hasPrefix("ck_") && issued.apiKey.count == 46)
            let secret = issued.webhookSecret
            #expect(secret.hasPrefix("whsec_") && Data(base64Encoded: String(secret.dropFirst(6)))?.count == 32)
            #expect(try await bench.accounts.settings(of: "eriksson") == Settings())
            let stored = try #require(try await bench.store.account("eriksson"))
            #expect(try bench.sealing.open(stored.outSmart.token, for: "eriksson") == "t")
            #expect(try bench.sealing.open(try #require(stored.outSmart.bearer), for: "eriksson") == "b")
            #expect(try bench.sealing.open(stored.webhookSecrets.current, for: "eriksson") == secret)
        }
    }

    @Test func `an account without an identifier gets a well-formed one of its own`() async throws {
        try await Bench.open { bench in
            var ids: Set<Account.ID> = []
            for _ in 0..<20 {
                let id = try await bench.accounts.create(draft(nil)).status.account.id
                #expect(id.isWellFormed && id.rawValue.count == 12)
                ids.insert(id)
            }
            #expect(ids.count == 20)
        }
    }

    @Test(arguments: [
        "", "Eriksson", "a b", "a/b", "../etc", "å", "a.b", "a%2f", "a\n", "a\u{0}", String(repeating: "a", count: 65),
    ])
    func `an identifier that can't stand in a path is refused`(id: String) async throws {
        try await Bench.open { bench in
            let field = await field { () async throws(AccountError) in
                _ = try await bench.accounts.create(draft(Account.ID(id)))
            }
            #expect(field == "id")
            let accounts = try await bench.accounts.list()
            #expect(accounts.isEmpty)
        }
    }

    @Test(arguments: ["a", "0-_z", String(repeating: "a", count: 64)])
    func `any other identifier is taken, once`(id: String) async throws {
        try await Bench.open { bench in
            _ = try await bench.accounts.create(draft(Account.ID(id)))
            let error = await #expect(throws: AccountError.self) {
                try await bench.accounts.create(draft(Account.ID(id), name: "Another"))
            }
            guard case .exists(let taken) = error else { throw NothingHappened(what: "the second one is refused") }
            #expect(taken.rawValue == id)
            #expect(try await bench.accounts.status(of: Account.ID(id)).account.name == "Eriksson")
        }
    }

    @Test func `a name or token that is empty or endless is refused, and its field is named`() async throws {
        try await Bench.open { bench in
            let long = String(repeating: "x", count: 256)
            let drafts = [
                (draft("a", name: " "), "name"), (draft("a", name: long), "name"),
                (draft("a", token: "\n"), "outsmart.token"), (draft("a", token: long), "outsmart.token"),
            ]
            for (draft, name) in drafts {
                let field = await field { () async throws(AccountError) in _ = try await bench.accounts.create(draft) }
                #expect(field == name)
            }
            let accounts = try await bench.accounts.list()
            #expect(accounts.isEmpty)
        }
    }

    @Test func `an update changes what it names and nothing else`() async throws {
        try await Bench.open { bench in
            _ = try await bench.accounts.create(draft("eriksson"))
            let before = try #require(try await bench.store.account("eriksson"))
            let named = try await bench.accounts.update("eriksson", Accounts.Changes(name: "Nytt namn"))
            var expected = before
            expected.name = "Nytt namn"
            #expect(named.account == expected)
            let emptied = try await bench.accounts.update(
                "eriksson",
                Accounts.Changes(outSmartBearer: .some(nil), license: .some(nil))
            )
            expected.outSmart.bearer = nil
            expected.license = nil
            #expect(emptied.account == expected)
            let field = await field { () async throws(AccountError) in
                _ = try await bench.accounts.update("eriksson", Accounts.Changes(name: ""))
            }
            #expect(field == "name")
            #expect(try await bench.store.account("eriksson") == expected)
        }
    }

    @Test func `a deleted account is gone with its runs and log, and its consent is revoked`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            try await bench.connect("norrland")
            try await bench.sync()
            try await bench.accounts.delete("eriksson")
            #expect(bench.sandbox.calls.count("POST", "/connect/revocation") == 1)
            #expect(try await bench.accounts.list().map(\.account.id) == ["norrland"])
            #expect(try await bench.store.runs(of: "eriksson", before: nil, limit: 10).isEmpty)
            #expect(try await bench.log(of: "eriksson").isEmpty)
            #expect(try await bench.store.connection(of: "norrland").state == .connected)
        }
    }

    @Test func `an account that is not there is named in the error`() async throws {
        try await Bench.open { bench in
            for operation in [
                { () async throws in _ = try await bench.accounts.status(of: "nobody") },
                { () async throws in _ = try await bench.accounts.update("nobody", Accounts.Changes(name: "N")) },
                { () async throws in _ = try await bench.accounts.rotate(.apiKey, of: "nobody") },
                { () async throws in try await bench.accounts.delete("nobody") },
            ] {
                let error = await #expect(throws: AccountError.self) { try await operation() }
                guard case .unknown("nobody") = error else { throw NothingHappened(what: "the account is named") }
            }
        }
    }

    @Test func `accounts are listed by name`() async throws {
        try await Bench.open { bench in
            for (id, name) in [("a", "Öberg"), ("b", "Alm"), ("c", "Berg")] {
                _ = try await bench.accounts.create(draft(Account.ID(id), name: name))
            }
            #expect(try await bench.accounts.list().map(\.account.name) == ["Alm", "Berg", "Öberg"])
        }
    }
}
