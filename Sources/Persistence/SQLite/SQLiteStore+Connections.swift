package import Domain
package import Foundation
import GRDB

extension SQLiteStore {
    package func connection(of account: Account.ID) async throws(StoreError) -> Connection {
        let connection = try await read { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM connection WHERE account = ?"),
                arguments: [account.rawValue]
            )
            .map(Connection.init(row:))
        }
        guard let connection else { throw .unknownAccount(account) }
        return connection
    }

    package func connect(
        _ account: Account.ID,
        company: Company,
        tokens: SealedTokens,
        at time: Date
    ) async throws(StoreError) {
        try await write { db in
            let user = try String.fetchOne(
                db,
                sql: "SELECT account FROM connection WHERE companyID = ? AND state <> 'disconnected' AND account <> ?",
                arguments: [company.id, account.rawValue]
            )
            if let user { throw StoreError.companyInUse(by: Account.ID(user)) }
            try db.execute(
                sql: """
                    UPDATE connection SET
                        state = 'connected', companyID = :companyID, company = :company,
                        firstConnectedAt = coalesce(firstConnectedAt, :connectedAt), connectedAt = :connectedAt,
                        accessToken = :accessToken, accessExpiresAt = :accessExpiresAt, refreshToken = :refreshToken,
                        previousRefreshToken = :previousRefreshToken, generation = generation + 1
                    WHERE account = :account
                    """,
                arguments: tokens.columns + [
                    "account": account.rawValue,
                    "companyID": company.id,
                    "company": company.json(),
                    "connectedAt": time.milliseconds,
                ]
            )
            guard db.changesCount == 1 else { throw StoreError.unknownAccount(account) }
        }
    }

    package func update(_ company: Company, of account: Account.ID) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: "UPDATE connection SET company = ? WHERE account = ? AND companyID = ?",
                arguments: [company.json(), account.rawValue, company.id]
            )
        }
    }

    package func replaceTokens(
        of account: Account.ID,
        generation: Int,
        with tokens: SealedTokens
    ) async throws(StoreError) -> Bool {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE connection SET
                        accessToken = :accessToken, accessExpiresAt = :accessExpiresAt, refreshToken = :refreshToken,
                        previousRefreshToken = :previousRefreshToken, generation = generation + 1
                    WHERE account = :account AND generation = :generation AND state = 'connected'
                    """,
                arguments: tokens.columns + ["account": account.rawValue, "generation": generation]
            )
            return db.changesCount == 1
        }
    }

    package func dropTokens(
        of account: Account.ID,
        generation: Int,
        state: Connection.State,
        at time: Date
    ) async throws(StoreError) -> Bool {
        try await write { db in
            // Once disconnected, there is nothing left to drop or to expire.
            try db.execute(
                sql: """
                    UPDATE connection SET
                        state = :state, accessToken = NULL, accessExpiresAt = NULL, refreshToken = NULL,
                        previousRefreshToken = NULL, generation = generation + 1
                    WHERE account = :account AND generation = :generation AND state NOT IN ('disconnected', :state)
                    """,
                arguments: ["account": account.rawValue, "generation": generation, "state": state.rawValue]
            )
            guard db.changesCount == 1 else { return false }
            if state == .expired { try db.announceExpiry(of: account, at: time) }
            return true
        }
    }

    package func accountsExpiring(before time: Date) async throws(StoreError) -> [Account.ID] {
        try await read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT account FROM connection WHERE state = 'connected' AND accessExpiresAt < ?
                    ORDER BY accessExpiresAt
                    """,
                arguments: [time.milliseconds]
            )
            .map(Account.ID.init(_:))
        }
    }
}

extension Connection {
    fileprivate init(row: Row) throws {
        self.init(
            account: Account.ID(row["account"]),
            state: try row.word("state").orUnreadable(),
            company: try (row["company"] as String?).map(Company.init(json:)),
            firstConnectedAt: row.date("firstConnectedAt"),
            connectedAt: row.date("connectedAt"),
            tokens: try SealedTokens(row: row),
            generation: row["generation"]
        )
    }
}

extension SealedTokens {
    fileprivate var columns: StatementArguments {
        [
            "accessToken": access.stored,
            "accessExpiresAt": accessExpiresAt.milliseconds,
            "refreshToken": refresh.stored,
            "previousRefreshToken": previousRefresh?.stored,
        ]
    }

    fileprivate init?(row: Row) throws {
        guard
            let access = try row.secret("accessToken"),
            let accessExpiresAt = row.date("accessExpiresAt"),
            let refresh = try row.secret("refreshToken")
        else { return nil }
        self.init(
            access: access,
            accessExpiresAt: accessExpiresAt,
            refresh: refresh,
            previousRefresh: try row.secret("previousRefreshToken")
        )
    }
}
