package import Domain
package import Persistence

extension MortalStore {
    package func decidedSteps(of account: Account.ID) async throws(StoreError) -> Set<SetupStep> {
        try await living { () async throws(StoreError) in try await store.decidedSteps(of: account) }
    }

    package func decide(_ step: SetupStep, of account: Account.ID) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.decide(step, of: account) }
    }

    package func forgetCompany(of account: Account.ID) async throws(StoreError) -> Bool {
        try await living { () async throws(StoreError) in try await store.forgetCompany(of: account) }
    }

    package func keep(_ text: KeptText) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.keep(text) }
    }

    package func takeKeptText(_ id: KeptText.ID) async throws(StoreError) -> KeptText? {
        try await living { () async throws(StoreError) in try await store.takeKeptText(id) }
    }
}
