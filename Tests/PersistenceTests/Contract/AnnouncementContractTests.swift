import Domain
import Foundation
import Persistence
import Testing

/// What is told to an account's webhook, once for each trouble.
@Suite struct AnnouncementContractTests {
    private func insert(
        _ id: Account.ID = "a",
        into store: any Store,
        telling url: String? = "https://hooks.example/x"
    ) async throws {
        try await store.insertConnected(id)
        var settings = Settings()
        settings.notifications.webhookURL = url
        try await store.save(settings, of: id)
    }

    /// Does a run that ends like this, and returns what is told about it.
    @discardableResult
    private func end(
        _ store: any Store,
        _ state: Run.State,
        _ code: LogEntry.Code? = nil,
        failed: Int = 0,
        scopes: [Scope] = [.customers]
    ) async throws -> [Announcement.Kind] {
        _ = try await store.enqueue("a", scopes: scopes, trigger: .schedule, at: start)
        let run = try #require(try await store.claim(by: "1"))
        if failed > 0 {
            let step = Run.Step(scope: scopes[0], state: .partial, counts: Run.Counts(failed: failed))
            try await store.save(step, of: run)
        }
        let problem = code.map { Run.Problem(code: $0, message: "m") }
        try await store.finish(run, state, problem: problem, at: start + 1)
        var kinds: [Announcement.Kind] = []
        while let announcement = try await store.claimAnnouncement(until: start + 60, now: start + 1) {
            #expect(announcement.run == run.id && announcement.account == "a" && announcement.time == start + 1)
            kinds.append(announcement.kind)
            try await store.delete(announcement)
        }
        return kinds
    }

    @Test(arguments: Backend.all)
    func `a run that ends badly is told once, until something about it changes`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await insert(into: store)
            #expect(try await end(store, .succeeded) == [])
            #expect(try await end(store, .failed, .upstreamUnreachable) == [.runFailed])
            #expect(try await end(other, .failed, .upstreamUnreachable) == [])
            #expect(try await end(store, .failed, .outsmartTokenInvalid) == [.runFailed])
            #expect(try await end(store, .partial, failed: 2) == [.runPartial])
            #expect(try await end(store, .partial, failed: 2) == [])
            // Whoever cancels a run knows that, and the trouble goes on.
            #expect(try await end(store, .cancelled) == [])
            #expect(try await end(store, .partial, failed: 2) == [])
            #expect(try await end(store, .partial, failed: 3) == [.runPartial])
            #expect(try await end(store, .succeeded) == [])
            #expect(try await end(store, .partial, failed: 3) == [.runPartial])
        }
    }

    @Test(arguments: Backend.all)
    func `a sync of other lists says nothing about the trouble of these`(_ backend: Backend) async throws {
        try await backend.withViews { store, _ in
            try await insert(into: store)
            #expect(try await end(store, .partial, failed: 1, scopes: [.customers, .articles]) == [.runPartial])
            #expect(try await end(store, .succeeded, scopes: [.articles]) == [])
            #expect(try await end(store, .partial, failed: 1, scopes: [.customers, .articles]) == [])
            #expect(try await end(store, .partial, failed: 1, scopes: [.customers]) == [.runPartial])
        }
    }

    @Test(arguments: Backend.all)
    func `an address that is new hears of trouble that is not`(_ backend: Backend) async throws {
        try await backend.withViews { store, _ in
            try await insert(into: store, telling: nil)
            #expect(try await end(store, .failed, .vismaError) == [])
            var settings = Settings()
            settings.notifications.webhookURL = "https://hooks.example/x"
            try await store.save(settings, of: "a")
            #expect(try await end(store, .failed, .vismaError) == [.runFailed])
            settings.notifications.webhookURL = "https://hooks.example/y"
            try await store.save(settings, of: "a")
            #expect(try await end(store, .failed, .vismaError) == [.runFailed])
            #expect(try await end(store, .failed, .vismaError) == [])
        }
    }

    @Test(arguments: Backend.all)
    func `a connection that expires is told once, and not with each run`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await insert(into: store)
            #expect(try await store.dropTokens(of: "a", generation: 1, state: .expired, at: start + 5))
            #expect(try await other.dropTokens(of: "a", generation: 2, state: .expired, at: start + 6) == false)
            let told = try #require(try await other.claimAnnouncement(until: start + 60, now: start + 5))
            #expect(told.kind == .connectionExpired && told.run == nil && told.time == start + 5)
            try await other.delete(told)
            #expect(try await end(store, .failed, .authExpired) == [])
            #expect(try await end(store, .failed, .authExpired) == [])
            // Someone who disconnects knows it.
            try await store.connect("a", company: .sample("c"), tokens: .sample("2"), at: start + 7)
            let generation = try await store.connection(of: "a").generation
            #expect(try await store.dropTokens(of: "a", generation: generation, state: .disconnected, at: start + 8))
            #expect(try await store.claimAnnouncement(until: start + 99, now: start + 9) == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `what was taken is due again when its taker is gone`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await insert(into: store)
            _ = try await store.dropTokens(of: "a", generation: 1, state: .expired, at: start)
            #expect(try await store.claimAnnouncement(until: start + 60, now: start - 0.001) == nil)
            let first = try #require(try await store.claimAnnouncement(until: start + 60, now: start))
            #expect(first.attempts == 1 && first.id.rawValue.hasPrefix("msg_"))
            #expect(try await other.claimAnnouncement(until: start + 119, now: start + 59.999) == nil)
            let second = try #require(try await other.claimAnnouncement(until: start + 120, now: start + 60))
            #expect(second.attempts == 2 && second.id == first.id)
            // Who lost it does not touch it.
            try await store.postpone(first, until: start)
            #expect(try await store.claimAnnouncement(until: start + 180, now: start + 61) == nil)
            try await other.postpone(second, until: start + 70)
            #expect(try await store.claimAnnouncement(until: start + 180, now: start + 70)?.attempts == 3)
            try await store.deleteAccount("a")
            #expect(try await store.claimAnnouncement(until: .distantFuture, now: start + 9_999) == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `what nobody took is told again when it goes on`(_ backend: Backend) async throws {
        try await backend.withViews { store, _ in
            try await insert(into: store)
            try await store.enqueue("a")
            let run = try #require(try await store.claim(by: "1"))
            try await store.finish(run, .failed, at: start)
            let told = try #require(try await store.claimAnnouncement(until: start + 60, now: start))
            try await store.giveUp(told)
            #expect(try await store.claimAnnouncement(until: .distantFuture, now: start + 9_999) == nil)
            #expect(try await end(store, .failed) == [.runFailed])
        }
    }

    @Test(arguments: Backend.all)
    func `many processes tell everything once`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            for index in 0..<40 {
                let account = Account.ID("account-\(index)")
                try await insert(account, into: store)
                _ = try await store.dropTokens(of: account, generation: 1, state: .expired, at: start)
            }
            let told = try await withThrowingTaskGroup { group in
                for worker in 0..<8 {
                    let view = worker.isMultiple(of: 2) ? store : other
                    group.addTask {
                        var taken: [Account.ID] = []
                        while let next = try await view.claimAnnouncement(until: start + 60, now: start) {
                            taken.append(next.account)
                            try await view.delete(next)
                        }
                        return taken
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(told.count == 40 && Set(told).count == 40)
        }
    }

    @Test(arguments: Backend.all)
    func `a secret among the settings is stored sealed, and never as it was typed`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            var settings = Settings()
            settings.notifications.webhookSecret = .sealed(secret("sealed"))
            try await store.save(settings, of: "a")
            #expect(try await other.settings(of: "a") == settings)
            var typed = settings
            typed.notifications.webhookSecret = .typed("whsec_typed")
            await #expect(throws: StoreError.self) { try await store.save(typed, of: "a") }
            #expect(try await other.settings(of: "a") == settings)
            #expect(!"\(typed)".contains("whsec_typed"))
        }
    }
}
