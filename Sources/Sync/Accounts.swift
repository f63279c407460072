package import Domain
package import Foundation
package import Persistence

/// The accounts of this installation, as an operator manages them.
package struct Accounts: Sendable {
    let store: any Store
    private let sealing: Sealing
    private let license: LicenseCheck
    private let now: @Sendable () -> Date
    let allowsLoopback: Bool
    private let disconnect: @Sendable (Account.ID) async -> Void

    /// Creates the register of accounts.
    ///
    /// - Parameters:
    ///   - store: Where the accounts are kept.
    ///   - sealing: Seals their secrets.
    ///   - license: Says whether an account's licence is active.
    ///   - now: The clock.
    ///   - allowsLoopback: Whether notifications may go to this machine.
    ///   - disconnect: Revokes an account's tokens before it is deleted; what fails there is logged.
    package init(
        store: any Store,
        sealing: Sealing,
        license: @escaping LicenseCheck,
        now: @escaping @Sendable () -> Date,
        allowsLoopback: Bool = false,
        disconnect: @escaping @Sendable (Account.ID) async -> Void
    ) {
        self.store = store
        self.sealing = sealing
        self.license = license
        self.now = now
        self.allowsLoopback = allowsLoopback
        self.disconnect = disconnect
    }

    /// All accounts, by name.
    package func list() async throws(AccountError) -> [Status] {
        do throws(StoreError) {
            var list: [Status] = []
            for account in try await store.accounts() {
                list.append(try await status(account))
            }
            return list
        } catch {
            throw AccountError(error)
        }
    }

    package func status(of id: Account.ID) async throws(AccountError) -> Status {
        let account = try await existing(id)
        do { return try await status(account) } catch { throw AccountError(error) }
    }

    package func create(_ draft: Draft) async throws(AccountError) -> Issued {
        let id = draft.id ?? Account.ID("a" + Token.random().lowercased().prefix(11))
        guard id.isWellFormed else {
            throw .invalid(field: "id", .identifier)
        }
        let apiKey = "ck_" + Token.random()
        let webhookSecret = Token.webhookSecret()
        let account = Account(
            id: id,
            name: try checked(draft.name, "name"),
            createdAt: now(),
            outSmart: Account.OutSmartCredentials(
                token: try seal(try checked(draft.outSmartToken, "outsmart.token"), for: id),
                bearer: try sealed(draft.outSmartBearer, for: id)
            ),
            license: draft.license,
            apiKeyDigest: Token.digest(apiKey),
            webhookSecrets: Account.WebhookSecrets(current: try seal(webhookSecret, for: id))
        )
        do throws(StoreError) {
            try await store.insert(account)
            return Issued(status: try await status(account), apiKey: apiKey, webhookSecret: webhookSecret)
        } catch {
            throw AccountError(error)
        }
    }

    package func update(_ id: Account.ID, _ changes: Changes) async throws(AccountError) -> Status {
        var account = try await existing(id)
        if let name = changes.name { account.name = try checked(name, "name") }
        if let token = changes.outSmartToken {
            account.outSmart.token = try seal(try checked(token, "outsmart.token"), for: id)
        }
        if let bearer = changes.outSmartBearer { account.outSmart.bearer = try sealed(bearer, for: id) }
        if let license = changes.license { account.license = license }
        return try await save(account)
    }

    package func delete(_ id: Account.ID) async throws(AccountError) {
        _ = try await existing(id)
        await disconnect(id)
        do { try await store.deleteAccount(id) } catch { throw AccountError(error) }
    }

    package enum Key: String, Sendable { case apiKey, webhookSecret }

    /// Makes a new key and returns it, this once.
    ///
    /// An old webhook secret stays valid for 24 hours, an old account key ends at once.
    package func rotate(_ key: Key, of id: Account.ID) async throws(AccountError) -> String {
        var account = try await existing(id)
        let fresh: String
        switch key {
        case .apiKey:
            fresh = "ck_" + Token.random()
            account.apiKeyDigest = Token.digest(fresh)
        case .webhookSecret:
            fresh = Token.webhookSecret()
            account.webhookSecrets = Account.WebhookSecrets(
                current: try seal(fresh, for: id),
                previous: account.webhookSecrets.current,
                previousExpiresAt: now().addingTimeInterval(24 * 3600)
            )
        }
        _ = try await save(account)
        return fresh
    }

    /// The account that a key opens.
    package func account(apiKey: String) async throws(AccountError) -> Account.ID? {
        do { return try await store.account(apiKeyDigest: Token.digest(apiKey))?.id } catch {
            throw AccountError(error)
        }
    }
}

// MARK: - Private parts

extension Accounts {
    private func existing(_ id: Account.ID) async throws(AccountError) -> Account {
        let account: Account?
        do { account = try await store.account(id) } catch { throw AccountError(error) }
        guard let account else { throw .unknown(id) }
        return account
    }

    private func save(_ account: Account) async throws(AccountError) -> Status {
        do throws(StoreError) {
            try await store.update(account)
            return try await status(account)
        } catch {
            throw AccountError(error)
        }
    }

    private func status(_ account: Account) async throws(StoreError) -> Status {
        Status(
            account: account,
            connection: try await store.connection(of: account.id),
            license: await license(account)
        )
    }

    private func checked(_ text: String, _ field: String) throws(AccountError) -> String {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let lengths = 1...255
        guard lengths.contains(trimmed.unicodeScalars.count) else { throw .invalid(field: field, .length(lengths)) }
        guard !text.unicodeScalars.contains(where: \.isUnprintable) else { throw .invalid(field: field, .unprintable) }
        return trimmed
    }

    private func sealed(_ secret: String?, for id: Account.ID) throws(AccountError) -> SealedSecret? {
        guard let secret, !secret.isEmpty else { return nil }
        return try seal(secret, for: id)
    }

    func seal(_ secret: String, for id: Account.ID) throws(AccountError) -> SealedSecret {
        do { return try sealing.seal(secret, for: id) } catch { throw .store(SyncFailure(error)) }
    }
}
