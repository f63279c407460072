package import Domain
import Foundation
import GRDB

extension SQLiteStore {
    package func insert(_ account: Account) async throws(StoreError) {
        try await write { db in
            let isTaken = try Int.fetchOne(
                db.cachedStatement(sql: "SELECT 1 FROM account WHERE id = ?"),
                arguments: [account.id.rawValue]
            )
            guard isTaken == nil else { throw StoreError.accountExists(account.id) }
            let settings = Settings()
            try db.execute(
                sql: """
                    INSERT INTO account (
                        id, name, createdAt, outSmartToken, outSmartBearer, license, apiKeyDigest,
                        webhookSecret, previousWebhookSecret, previousWebhookSecretExpiresAt, settings, isScheduled
                    ) VALUES (
                        :id, :name, :createdAt, :outSmartToken, :outSmartBearer, :license, :apiKeyDigest,
                        :webhookSecret, :previousWebhookSecret, :previousWebhookSecretExpiresAt,
                        :settings, :isScheduled
                    )
                    """,
                arguments: account.columns
                    + ["settings": SettingsDocument(settings).json, "isScheduled": settings.schedule.enabled]
            )
            try db.execute(
                sql: "INSERT INTO connection (account, state, generation) VALUES (?, ?, 0)",
                arguments: [account.id.rawValue, Connection.State.disconnected.rawValue]
            )
        }
    }

    package func update(_ account: Account) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE account SET
                        name = :name, createdAt = :createdAt, outSmartToken = :outSmartToken,
                        outSmartBearer = :outSmartBearer, license = :license, apiKeyDigest = :apiKeyDigest,
                        webhookSecret = :webhookSecret, previousWebhookSecret = :previousWebhookSecret,
                        previousWebhookSecretExpiresAt = :previousWebhookSecretExpiresAt
                    WHERE id = :id
                    """,
                arguments: account.columns
            )
            guard db.changesCount == 1 else { throw StoreError.unknownAccount(account.id) }
        }
    }

    package func deleteAccount(_ id: Account.ID) async throws(StoreError) {
        try await write { db in
            // The foreign keys take everything else with it.
            try db.execute(sql: "DELETE FROM account WHERE id = ?", arguments: [id.rawValue])
            guard db.changesCount == 1 else { throw StoreError.unknownAccount(id) }
        }
    }

    package func account(_ id: Account.ID) async throws(StoreError) -> Account? {
        try await read { db in
            try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM account WHERE id = ?"), arguments: [id.rawValue])
                .map(Account.init(row:))
        }
    }

    package func account(apiKeyDigest: [UInt8]) async throws(StoreError) -> Account? {
        try await read { db in
            try Row.fetchOne(
                db,
                sql: "SELECT * FROM account WHERE apiKeyDigest = ?",
                arguments: [Data(apiKeyDigest)]
            )
            .map(Account.init(row:))
        }
    }

    package func accounts() async throws(StoreError) -> [Account] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM account ORDER BY name COLLATE NOCASE, id")
                .map(Account.init(row:))
        }
    }

    package func settings(of account: Account.ID) async throws(StoreError) -> Settings {
        try await read { db in try db.settings(of: account) }
    }

    package func save(_ settings: Settings, of account: Account.ID) async throws(StoreError) {
        try await write { db in try db.save(settings, of: account) }
    }

    package func replace(
        _ old: Settings,
        with settings: Settings,
        of account: Account.ID
    ) async throws(StoreError) -> Bool {
        try await write { db in
            guard try db.settings(of: account) == old else { return false }
            try db.save(settings, of: account)
            return true
        }
    }
}

extension Database {
    func settings(of account: Account.ID) throws -> Settings {
        let json = try String.fetchOne(
            cachedStatement(sql: "SELECT settings FROM account WHERE id = ?"),
            arguments: [account.rawValue]
        )
        guard let json else { throw StoreError.unknownAccount(account) }
        return try SettingsDocument(json: json).settings()
    }

    fileprivate func save(_ settings: Settings, of account: Account.ID) throws {
        try execute(
            sql: "UPDATE account SET settings = ?, isScheduled = ? WHERE id = ?",
            arguments: [SettingsDocument(settings).json, settings.schedule.enabled, account.rawValue]
        )
        guard changesCount == 1 else { throw StoreError.unknownAccount(account) }
    }
}

extension Account {
    fileprivate var columns: StatementArguments {
        [
            "id": id.rawValue,
            "name": name,
            "createdAt": createdAt.milliseconds,
            "outSmartToken": outSmart.token.stored,
            "outSmartBearer": outSmart.bearer?.stored,
            "license": license,
            "apiKeyDigest": Data(apiKeyDigest),
            "webhookSecret": webhookSecrets.current.stored,
            "previousWebhookSecret": webhookSecrets.previous?.stored,
            "previousWebhookSecretExpiresAt": webhookSecrets.previousExpiresAt?.milliseconds,
        ]
    }

    fileprivate init(row: Row) throws {
        self.init(
            id: Account.ID(row["id"]),
            name: row["name"],
            createdAt: try row.date("createdAt").orUnreadable(),
            outSmart: OutSmartCredentials(
                token: try row.secret("outSmartToken").orUnreadable(),
                bearer: try row.secret("outSmartBearer")
            ),
            license: row["license"],
            apiKeyDigest: Array(row["apiKeyDigest"] as Data),
            webhookSecrets: WebhookSecrets(
                current: try row.secret("webhookSecret").orUnreadable(),
                previous: try row.secret("previousWebhookSecret"),
                previousExpiresAt: row.date("previousWebhookSecretExpiresAt")
            )
        )
    }
}
