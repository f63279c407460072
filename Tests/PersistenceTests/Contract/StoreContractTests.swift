import Domain
import Foundation
import Persistence
import Testing

@Suite struct StoreContractTests {
    @Test(arguments: Backend.all)
    func `a usable store says so`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.check()
            try await other.check()
        }
    }

    @Test(arguments: Backend.all)
    func `another key than the store's own is noticed`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let key = Sealing.Key.generate()
            try await store.checkKey(Sealing(keys: [key]))
            try await other.checkKey(Sealing(keys: [key]))
            // A new key seals from now on, and the old one still opens.
            try await other.checkKey(Sealing(keys: [.generate(), key]))
            await #expect {
                try await other.checkKey(Sealing(keys: [.generate()]))
            } throws: { error in
                guard case StoreError.unusable(let text) = error else { return false }
                return text.contains("CONNECTOR_ENCRYPTION_KEY")
            }
            try await store.checkKey(Sealing(keys: [key]))
        }
    }

    @Test(arguments: Backend.all)
    func `what a cancelled task has to say is stored`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let run = try await store.enqueue("a")
            _ = try await store.claim(by: "1")
            let task = Task {
                unsafe withUnsafeCurrentTask { task in unsafe task?.cancel() }
                try await store.save(Run.Step(scope: .customers, state: .partial), of: run)
                try await store.releaseClaim(on: run.id, by: "1")
                return try await store.run(run.id, of: "a")
            }
            #expect(try await task.value?.steps.map(\.state) == [.partial])
            #expect(try await other.claim(by: "2")?.id == run.id)
        }
    }
}
