import Domain
import Foundation
import Persistence
import Testing

/// Messages that ask for a run, each of them once.
@Suite struct MessageContractTests {
    private func ask(
        _ store: any Store,
        _ message: String,
        of account: Account.ID = "a",
        at time: Date = start
    ) async throws -> (run: Run, isNew: Bool) {
        let receipt = MessageReceipt(id: message, keptUntil: time + 100)
        return try await store.enqueue(account, scopes: [.customers], trigger: .webhook, receipt: receipt, at: time)
    }

    @Test(arguments: Backend.all)
    func `a message that comes again leads to its run, however that ended`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            for id: Account.ID in ["a", "b"] { try await store.insert(.sample(id)) }
            let first = try await ask(store, "m")
            #expect(first.isNew && first.run.trigger == .webhook)
            _ = try await store.cancel(first.run.id, of: "a", at: start + 1)
            let again = try await ask(other, "m", at: start + 2)
            #expect(!again.isNew && again.run.id == first.run.id && again.run.state == .cancelled)
            #expect(try await ask(store, "n", at: start + 2).isNew)
            // Another account's message of the same name is another one.
            #expect(try await ask(store, "m", of: "b", at: start + 2).isNew)
        }
    }

    @Test(arguments: Backend.all)
    func `a message that joins a run leads to it later on`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let waiting = try await store.enqueue("a")
            #expect(try await ask(store, "m").run.id == waiting.id)
            _ = try await store.cancel(waiting.id, of: "a", at: start + 1)
            #expect(try await ask(other, "m", at: start + 2).run.id == waiting.id)
        }
    }

    @Test(arguments: Backend.all)
    func `one message at many doors at once asks for one run`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let runs = try await withThrowingTaskGroup { group in
                for index in 0..<20 {
                    let view = index.isMultiple(of: 2) ? store : other
                    group.addTask {
                        let asked = try await ask(view, "m")
                        _ = try await view.cancel(asked.run.id, of: "a", at: start)
                        return asked.run.id
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(runs.count == 1)
        }
    }

    @Test(arguments: Backend.all)
    func `a message is forgotten when its time is over, and with its account`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let first = try await ask(store, "m").run
            _ = try await store.cancel(first.id, of: "a", at: start)
            try await other.deleteMessages(keptUntil: start + 99.999)
            #expect(try await ask(store, "m").isNew == false)
            try await other.deleteMessages(keptUntil: start + 100)
            #expect(try await ask(store, "m").isNew)
            try await store.deleteAccount("a")
            await expectUnknown("a") { try await ask(store, "m") }
            try await store.insert(.sample("a"))
            #expect(try await ask(store, "m").isNew)
        }
    }
}
