import Domain
import Foundation
import GRDB
import Testing

@testable import Persistence

@Suite struct MigrationTests {
    @Test func `a store of before the ledger keeps what it holds and gets one`() async throws {
        try await withStore(upTo: "3 keys and follow-ups of links") { db in
            try db.insertAccounts()
            try db.execute(
                sql: """
                    INSERT INTO run (id, account, startedBy, state, scopes, queuedAt, startedAt)
                    VALUES ('r', 'å', 'manual', 'running', 'customers', 1750000000000, 1750000000000);
                    INSERT INTO step VALUES ('r', 0, 'customers', 'running', 9, 4, 3, 0, 0, 1);
                    INSERT INTO link (account, scope, vismaID, code, accepted, isActive, seenBy, awaitsFollowUp)
                    VALUES ('å', 'orders', 'v', '007', x'00ff', 1, 3, 1);
                    INSERT INTO log (time, account, run, level, message) VALUES (1750000000000, 'å', 'r', 'info', 'm');
                    """
            )
        } test: { store in
            #expect(try await store.account("å")?.name == "Åke")
            #expect(try await store.settings(of: "å") == Settings())
            let connection = try await store.connection(of: "å")
            #expect(connection.state == .expired)
            #expect(connection.connectedAt == start)
            #expect(connection.firstConnectedAt == start)
            #expect(try await store.connection(of: "new").firstConnectedAt == nil)
            let link = Link(vismaID: "v", code: "007", accepted: Fingerprint([0, 255]), awaitsFollowUp: true)
            #expect(try await store.links(of: "å", .orders, vismaIDs: ["v"]) == ["v": link])
            #expect(try await store.log(of: "å", after: 0, limit: 9).map(\.message) == ["m"])
            #expect(try await store.run("r", of: "å")?.steps.map(\.total) == [9])

            let run = try #require(try await store.claim(by: "1"))
            let entry = ExportEntry.sample("1", .posting)
            #expect(try await store.save(entry, of: "å", run: run))
            #expect(try await store.openExports(of: "å") == [entry])
        }
    }

    @Test(arguments: ["1 accounts", "2 runs, links and log"])
    func `a store of every former version is brought up to date`(_ version: String) async throws {
        try await withStore(upTo: version) { db in
            try db.insertAccounts()
        } test: { store in
            #expect(try await Set(store.accounts().map(\.name)) == ["Åke", "New"])
            #expect(try await store.connection(of: "å").firstConnectedAt == start)
            let link = Link(vismaID: "v", code: "1", facts: "f")
            try await store.enqueue("å")
            let run = try #require(try await store.claim(by: "1"))
            try await store.save([link], of: "å", .customers, step: Run.Step(scope: .customers), run: run)
            #expect(try await store.links(of: "å", .customers, vismaIDs: ["v"]) == ["v": link])
            #expect(try await store.exportCounts(of: "å") == [:])
        }
    }
}

/// Runs a test with a store whose file a former version made.
private func withStore(
    upTo migration: String,
    fill: @escaping @Sendable (Database) throws -> Void,
    test: (SQLiteStore) async throws -> Void
) async throws {
    try await withTemporaryFolder { folder in
        let path = folder.appending(path: "store.sqlite").path
        let queue = try DatabaseQueue(path: path)
        try DatabaseMigrator.store.migrate(queue, upTo: migration)
        try await queue.write { db in
            // The mark of our files.
            try db.execute(sql: "PRAGMA application_id = \(0x4f73_5669)")
            try fill(db)
        }
        try queue.close()
        try await test(SQLiteStore(path: path))
    }
}

extension Database {
    /// Adds an account that was connected once, and one that never was.
    fileprivate func insertAccounts() throws {
        try execute(
            sql: """
                INSERT INTO account (id, name, createdAt, outSmartToken, apiKeyDigest, webhookSecret, settings, isScheduled)
                VALUES
                    ('å', 'Åke', 1740000000000, 'k:AAAA', x'01', 'k:AAAA', '{"schedule":{"enabled":true}}', 1),
                    ('new', 'New', 1740000000000, 'k:AAAA', x'02', 'k:AAAA', '{}', 1);
                INSERT INTO connection (account, state, companyID, company, connectedAt, generation)
                VALUES
                    ('å', 'expired', 'c', '{"id":"c","name":"Rör","hasOrders":true}', 1750000000000, 4),
                    ('new', 'disconnected', NULL, NULL, NULL, 0);
                """
        )
    }
}
