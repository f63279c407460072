package import Domain
package import Foundation
package import Persistence

// Whatever is no step: it works as long as the process lives.

// MARK: - AccountStore

extension MortalStore {
    package func insert(_ account: Account) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.insert(account) }
    }

    package func update(_ account: Account) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.update(account) }
    }

    package func deleteAccount(_ id: Account.ID) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.deleteAccount(id) }
    }

    package func account(_ id: Account.ID) async throws(StoreError) -> Account? {
        try await living { () async throws(StoreError) in try await store.account(id) }
    }

    package func account(apiKeyDigest: [UInt8]) async throws(StoreError) -> Account? {
        try await living { () async throws(StoreError) in try await store.account(apiKeyDigest: apiKeyDigest) }
    }

    package func accounts() async throws(StoreError) -> [Account] {
        try await living { () async throws(StoreError) in try await store.accounts() }
    }

    package func settings(of account: Account.ID) async throws(StoreError) -> Settings {
        try await living { () async throws(StoreError) in try await store.settings(of: account) }
    }

    package func save(_ settings: Settings, of account: Account.ID) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.save(settings, of: account) }
    }

    package func replace(_ old: Settings, with settings: Settings, of account: Account.ID)
        async throws(StoreError) -> Bool
    {
        try await living { () async throws(StoreError) in
            try await store.replace(old, with: settings, of: account)
        }
    }
}

// MARK: - ConnectionStore

extension MortalStore {
    package func connection(of account: Account.ID) async throws(StoreError) -> Connection {
        try await living { () async throws(StoreError) in try await store.connection(of: account) }
    }

    package func connect(_ account: Account.ID, company: Company, tokens: SealedTokens, at time: Date)
        async throws(StoreError)
    {
        try await living { () async throws(StoreError) in
            try await store.connect(account, company: company, tokens: tokens, at: time)
        }
    }

    package func update(_ company: Company, of account: Account.ID) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.update(company, of: account) }
    }

    package func replaceTokens(of account: Account.ID, generation: Int, with tokens: SealedTokens)
        async throws(StoreError) -> Bool
    {
        try await living { () async throws(StoreError) in
            try await store.replaceTokens(of: account, generation: generation, with: tokens)
        }
    }

    package func dropTokens(of account: Account.ID, generation: Int, state: Connection.State, at time: Date)
        async throws(StoreError) -> Bool
    {
        try await living { () async throws(StoreError) in
            try await store.dropTokens(of: account, generation: generation, state: state, at: time)
        }
    }

    package func claimRefresh(of account: Account.ID, by holder: String, until deadline: Date, now: Date)
        async throws(StoreError) -> Bool
    {
        try await living { () async throws(StoreError) in
            try await store.claimRefresh(of: account, by: holder, until: deadline, now: now)
        }
    }

    package func releaseRefresh(of account: Account.ID, by holder: String) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.releaseRefresh(of: account, by: holder) }
    }

    package func accountsExpiring(before time: Date) async throws(StoreError) -> [Account.ID] {
        try await living { () async throws(StoreError) in try await store.accountsExpiring(before: time) }
    }

    package func insert(_ request: ConsentRequest) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.insert(request) }
    }

    package func takeConsentRequest(stateDigest: [UInt8]) async throws(StoreError) -> ConsentRequest? {
        try await living { () async throws(StoreError) in try await store.takeConsentRequest(stateDigest: stateDigest) }
    }
}

// MARK: - SessionStore

extension MortalStore {
    package func insert(_ session: Session) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.insert(session) }
    }

    package func session(_ id: Session.ID) async throws(StoreError) -> Session? {
        try await living { () async throws(StoreError) in try await store.session(id) }
    }

    package func deleteSession(_ id: Session.ID) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.deleteSession(id) }
    }

    package func deleteExpired(at time: Date) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.deleteExpired(at: time) }
    }
}

extension MortalStore {
    package func insert(_ link: LaunchLink) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.insert(link) }
    }

    package func takeLaunchLink(tokenDigest: [UInt8]) async throws(StoreError) -> LaunchLink? {
        try await living { () async throws(StoreError) in try await store.takeLaunchLink(tokenDigest: tokenDigest) }
    }
}

// MARK: - LogStore

extension MortalStore {
    package func append(_ entries: [LogEntry]) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.append(entries) }
    }

    package func log(of account: Account.ID, matching filter: LogEntry.Filter, before: Int64?, limit: Int)
        async throws(StoreError) -> [LogEntry]
    {
        try await living { () async throws(StoreError) in
            try await store.log(of: account, matching: filter, before: before, limit: limit)
        }
    }

    package func log(of account: Account.ID, after: Int64, limit: Int) async throws(StoreError) -> [LogEntry] {
        try await living { () async throws(StoreError) in try await store.log(of: account, after: after, limit: limit) }
    }

    package func deleteLog(before time: Date) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.deleteLog(before: time) }
    }
}
