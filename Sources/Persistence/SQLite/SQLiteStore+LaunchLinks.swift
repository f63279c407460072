package import Domain
import Foundation
import GRDB

extension SQLiteStore {
    package func insert(_ link: LaunchLink) async throws(StoreError) {
        try await write { db in
            if let account = link.holder.account { try db.requireAccount(account) }
            try db.execute(
                sql: "INSERT INTO launchLink (tokenDigest, account, expiresAt) VALUES (?, ?, ?)",
                arguments: [Data(link.tokenDigest), link.holder.account?.rawValue, link.expiresAt.milliseconds]
            )
        }
    }

    package func takeLaunchLink(tokenDigest: [UInt8]) async throws(StoreError) -> LaunchLink? {
        try await write { db in
            try Row.fetchOne(
                db,
                sql: "DELETE FROM launchLink WHERE tokenDigest = ? RETURNING *",
                arguments: [Data(tokenDigest)]
            )
            .map { row in
                LaunchLink(
                    tokenDigest: Array(row["tokenDigest"] as Data),
                    holder: .init(account: row["account"]),
                    expiresAt: try row.date("expiresAt").orUnreadable()
                )
            }
        }
    }
}
