import Domain
import Foundation
import Persistence
import Testing

@Suite struct AccountContractTests {
    @Test(arguments: Backend.all)
    func `an account is there for every process as it was given`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            var account = Account.sample("å-1", name: "Åke")
            account.outSmart.bearer = secret("bearer")
            account.license = "a.b.c"
            account.webhookSecrets.previous = secret("old")
            account.webhookSecrets.previousExpiresAt = start + 0.125
            try await store.insert(account)
            #expect(try await other.account("å-1") == account)
            #expect(try await other.account(apiKeyDigest: account.apiKeyDigest) == account)
            #expect(try await other.connection(of: "å-1") == Connection(account: "å-1"))
            #expect(try await other.settings(of: "å-1") == Settings())

            account.name = "Åke & Co"
            account.outSmart.bearer = nil
            account.apiKeyDigest = [1, 2, 3]
            try await other.update(account)
            #expect(try await store.account("å-1") == account)
            #expect(try await store.account(apiKeyDigest: [1, 2, 3]) == account)
        }
    }

    @Test(arguments: Backend.all)
    func `a second account of the same identifier changes nothing`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a", name: "First"))
            await #expect {
                try await other.insert(.sample("a", name: "Second"))
            } throws: { error in
                if case StoreError.accountExists("a") = error { true } else { false }
            }
            #expect(try await store.accounts().map(\.name) == ["First"])
        }
    }

    @Test(arguments: Backend.all)
    func `accounts are listed by name`(_ backend: Backend) async throws {
        try await backend.withViews { store, _ in
            for (id, name) in [("1", "beta"), ("2", "Alpha"), ("3", "Gamma")] {
                try await store.insert(.sample(Account.ID(id), name: name))
            }
            #expect(try await store.accounts().map(\.name) == ["Alpha", "beta", "Gamma"])
        }
    }

    @Test(arguments: Backend.all)
    func `settings are kept, also what was emptied`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            var settings = Settings()
            settings.import.customers = false
            settings.import.changedSince = start + 0.5
            settings.schedule.enabled = false
            settings.export.workOrders = false
            settings.export.document = .order
            settings.export.ordersFromVisma = .newDocument
            settings.export.workStatus = "Åtgärdad"
            settings.export.completedSince = start
            settings.export.referenceField = .ourReference
            settings.export.hourRounding = 15
            try await store.save(settings, of: "a")
            #expect(try await other.settings(of: "a") == settings)
            settings.import.changedSince = nil
            settings.export.workStatus = nil
            settings.export.completedSince = nil
            settings.export.errorWorkStatus = nil
            try await store.save(settings, of: "a")
            #expect(try await other.settings(of: "a") == settings)
        }
    }

    @Test(arguments: Backend.all)
    func `an account that is not there is said to be unknown`(_ backend: Backend) async throws {
        try await backend.withViews { store, _ in
            let step = Run.Step(scope: .customers)
            let found = [try await store.account("x"), try await store.account(apiKeyDigest: [9])]
            #expect(found == [nil, nil])
            await expectUnknown("x") { try await store.update(.sample("x")) }
            await expectUnknown("x") { try await store.deleteAccount("x") }
            await expectUnknown("x") { try await store.settings(of: "x") }
            await expectUnknown("x") { try await store.save(Settings(), of: "x") }
            await expectUnknown("x") { try await store.connection(of: "x") }
            await expectUnknown("x") {
                try await store.connect("x", company: .sample("c"), tokens: .sample("1"), at: start)
            }
            await expectUnknown("x") { try await store.enqueue("x") }
            await expectUnknown("x") {
                try await store.save(
                    [],
                    accepted: [],
                    of: "x",
                    .customers,
                    step: step,
                    run: "r",
                    holder: "1",
                    now: start
                )
            }
            await expectUnknown("x") { try await store.save(Cursor(), of: "x", .customers) }
            await expectUnknown("x") {
                try await store.save(.sample("1"), of: "x", run: "r", holder: "1", now: start)
            }
            await expectUnknown("x") { try await store.noteInvoices([:], of: "x") }
            await expectUnknown("x") {
                try await store.append([LogEntry(time: start, account: "x", level: .info, message: "m")])
            }
        }
    }

    @Test(arguments: Backend.all)
    func `a deleted account leaves nothing, and its neighbour keeps everything`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            for id: Account.ID in ["gone", "kept"] {
                try await store.insertConnected(id)
                let run = try await store.enqueue(id)
                #expect(try await store.claim(by: "1")?.id == run.id)
                try await store.save(
                    [Link(vismaID: "v", code: "1", pending: Fingerprint([1]))],
                    of: id,
                    .customers,
                    step: Run.Step(scope: .customers),
                    run: run
                )
                try await store.save(Cursor(heldBack: 7), of: id, .customers)
                try await store.save([.sample("w")], of: id, run: run)
                try await store.append([LogEntry(time: start, account: id, level: .info, message: "m")])
                try await store.insert(Session(id: Session.ID("s \(id)"), holder: .account(id), expiresAt: start))
                try await store.insert(.sample(Array("state \(id)".utf8), account: id))
            }
            try await other.deleteAccount("gone")

            #expect(try await store.accounts().map(\.id) == ["kept"])
            try await store.insert(.sample("gone"))
            #expect(try await store.connection(of: "gone") == Connection(account: "gone"))
            for (id, count) in [("gone", 0), ("kept", 1)] {
                let id = Account.ID(id)
                #expect(try await store.runs(of: id, before: nil, limit: 9).count == count)
                #expect(try await store.links(of: id, .customers, vismaIDs: ["v"]).count == count)
                #expect(try await store.pendingLinks(of: id, .customers, limit: 9).count == count)
                #expect(try await store.cursor(of: id, .customers).heldBack == 7 * count)
                #expect(try await store.exports(of: id, workOrders: ["w"]).count == count)
                #expect(try await store.exportCounts(of: id).values.reduce(0, +) == count)
                #expect(try await store.log(of: id, after: 0, limit: 9).count == count)
                #expect((try await store.session(Session.ID("s \(id)")) != nil) == (count == 1))
                let request = try await store.takeConsentRequest(stateDigest: Array("state \(id)".utf8))
                #expect((request != nil) == (count == 1))
            }
        }
    }
}
