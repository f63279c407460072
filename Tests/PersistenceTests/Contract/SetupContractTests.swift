import Domain
import Foundation
import Persistence
import Testing

@Suite struct SetupContractTests {
    @Test(arguments: Backend.all)
    func `a decision is made once and stays`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            try await store.insert(.sample("b"))
            #expect(try await store.decidedSteps(of: "a").isEmpty)
            try await store.decide(.company, of: "a")
            try await other.decide(.company, of: "a")
            try await other.decide(.firstSync, of: "a")
            #expect(try await store.decidedSteps(of: "a") == [.company, .firstSync])
            #expect(try await store.decidedSteps(of: "b").isEmpty)
            await expectUnknown("x") { try await store.decide(.company, of: "x") }
        }
    }

    @Test(arguments: Backend.all)
    func `a company that nobody confirmed is forgotten as long as nothing of it was delivered`(
        _ backend: Backend
    ) async throws {
        try await backend.withViews { store, other in
            for id: Account.ID in ["free", "connected", "confirmed", "delivered", "queued"] {
                try await store.insertConnected(id)
                guard id != "connected" else { continue }
                let generation = try await store.connection(of: id).generation
                #expect(try await store.dropTokens(of: id, generation: generation, state: .disconnected, at: start))
            }
            try await store.decide(.company, of: "confirmed")
            try await store.enqueue("delivered")
            let run = try #require(try await store.claim(by: "1"))
            try await store.save(
                [Link(vismaID: "v", code: "1", pending: Fingerprint([1]))],
                of: "delivered",
                .customers,
                step: Run.Step(scope: .customers),
                run: run
            )
            try await store.finish(run, .succeeded, at: start)
            _ = try await store.enqueue("queued")
            for id: Account.ID in ["connected", "confirmed", "delivered", "queued"] {
                #expect(try await !other.forgetCompany(of: id), "\(id)")
                #expect(try await store.connection(of: id).company != nil, "\(id)")
            }
            #expect(try await other.forgetCompany(of: "free"))
            let connection = try await store.connection(of: "free")
            #expect(connection.company == nil && connection.firstConnectedAt == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `a kept text is taken once`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let texts = ["1", "2", "3"].map { id in
                KeptText(id: .init(id), account: "a", text: secret("text \(id)"), expiresAt: start + 1)
            }
            for text in texts { try await store.keep(text) }
            #expect(try await other.takeKeptText("1") == texts[0])
            #expect(try await store.takeKeptText("1") == nil)
            try await store.deleteExpired(at: start)
            #expect(try await store.takeKeptText("2") == texts[1])
            try await store.deleteExpired(at: start + 1)
            #expect(try await store.takeKeptText("3") == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `only so many texts are kept`(_ backend: Backend) async throws {
        try await backend.withViews { store, _ in
            try await store.insert(.sample("a"))
            for number in 0..<302 {
                try await store.keep(
                    KeptText(
                        id: .init("\(number)"),
                        account: "a",
                        text: secret("t"),
                        expiresAt: start + Double(number)
                    )
                )
            }
            #expect(try await store.takeKeptText("1") == nil)
            #expect(try await store.takeKeptText("2") != nil)
        }
    }

    @Test(arguments: Backend.all)
    func `settings are replaced only while they are as they were read`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            var first = Settings()
            first.import.changedSince = start
            first.schedule.enabled = false
            var second = Settings()
            second.import.articles = false
            #expect(try await store.replace(Settings(), with: first, of: "a"))
            #expect(try await !other.replace(Settings(), with: second, of: "a"))
            #expect(try await store.settings(of: "a") == first)
            #expect(try await other.replace(first, with: second, of: "a"))
            #expect(try await store.settings(of: "a") == second)
            await expectUnknown("x") { _ = try await store.replace(first, with: second, of: "x") }
        }
    }
}
