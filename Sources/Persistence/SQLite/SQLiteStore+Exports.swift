package import Domain
package import Foundation
import GRDB

extension SQLiteStore {
    package func exports(
        of account: Account.ID,
        workOrders: [String]
    ) async throws(StoreError) -> [String: ExportEntry] {
        let entries = try await read { db in
            try db.exports(
                where: "account = ? AND workOrder IN (SELECT value FROM json_each(?))",
                [account.rawValue, workOrders.json]
            )
        }
        return Dictionary(entries.map { ($0.workOrder, $0) }) { $1 }
    }

    package func exports(of account: Account.ID, documentIDs: [String]) async throws(StoreError) -> [ExportEntry] {
        try await read { db in
            try db.exports(
                where: "account = ? AND documentID IN (SELECT value FROM json_each(?)) ORDER BY id",
                [account.rawValue, documentIDs.json]
            )
        }
    }

    package func openExports(of account: Account.ID) async throws(StoreError) -> [ExportEntry] {
        try await read { db in
            try db.exports(
                where: """
                    account = ? AND (state IN ('claimed', 'posting', 'created', 'attached') OR isAsked)
                    ORDER BY claimedAt, id
                    """,
                [account.rawValue]
            )
        }
    }

    package func exports(
        of account: Account.ID,
        state: ExportEntry.State?,
        search: String?,
        before: ExportPosition?,
        limit: Int
    ) async throws(StoreError) -> [ExportEntry] {
        var conditions = ["account = ?"]
        var arguments: StatementArguments = [account.rawValue]
        if let state {
            conditions.append("state = ?")
            arguments += [state.rawValue]
        }
        if let search {
            conditions.append(Self.searchCondition)
            arguments += [search, search]
        }
        if let before {
            conditions.append("(updatedAt, workOrder) < (?, ?)")
            arguments += [before.updatedAt.milliseconds, before.workOrder]
        }
        let order = " ORDER BY updatedAt DESC, workOrder DESC LIMIT ?"
        let condition = conditions.joined(separator: " AND ") + order
        arguments += [max(0, limit)]
        return try await read { [arguments] db in try db.exports(where: condition, arguments) }
    }

    package func exportCounts(
        of account: Account.ID,
        search: String?
    ) async throws(StoreError) -> [ExportEntry.State: Int] {
        let condition = search == nil ? "" : " AND \(Self.searchCondition)"
        var arguments: StatementArguments = [account.rawValue]
        if let search { arguments += [search, search] }
        return try await read { [arguments] db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT state, count(*) AS count FROM workOrderExport WHERE account = ?\(condition) GROUP BY state
                        """
                ),
                arguments: arguments
            )
            var counts: [ExportEntry.State: Int] = [:]
            while let row = try rows.next() { counts[try row.word("state").orUnreadable()] = row["count"] }
            return counts
        }
    }

    /// Whether the text that is searched for stands in the number or in OutSmart's identifier.
    private static let searchCondition =
        "(instr(lower(coalesce(number, '')), lower(?)) > 0 OR instr(lower(workOrder), lower(?)) > 0)"

    package func save(
        _ entry: ExportEntry,
        telling log: [LogEntry],
        of account: Account.ID,
        run: Run.ID,
        holder: String,
        now: Date
    ) async throws(StoreError) -> Bool {
        let hasDocument = [.created, .attached, .done].contains(entry.state)
        return try await write(hasDocument ? .survivesProcess : .survivesPowerLoss) { db in
            try db.requireAccount(account)
            guard try db.holds(run, of: account, holder: holder, at: now) else { return false }
            try db.save(entry, of: account)
            try db.append(log)
            return true
        }
    }

    package func noteInvoices(
        _ invoices: [String: ExportEntry.Invoice],
        of account: Account.ID
    ) async throws(StoreError) {
        try await write { db in
            try db.requireAccount(account)
            let statement = try db.cachedStatement(
                sql: """
                    UPDATE workOrderExport SET invoiceNumber = ?1, isInvoicePaid = ?2
                    WHERE account = ?3 AND documentID = ?4
                        AND (invoiceNumber IS NOT ?1 OR isInvoicePaid IS NOT ?2)
                    """
            )
            for (documentID, invoice) in invoices {
                try statement.execute(arguments: [invoice.number, invoice.isPaid, account.rawValue, documentID])
            }
        }
    }

    package func askForRetry(
        _ workOrder: String,
        of account: Account.ID,
        at time: Date
    ) async throws(StoreError) -> ExportEntry? {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE workOrderExport SET isAsked = 1, updatedAt = ?
                    WHERE account = ? AND workOrder = ? AND state IN ('failed', 'posting', 'done') AND NOT isAsked
                    """,
                arguments: [time.milliseconds, account.rawValue, workOrder]
            )
            return try db.exports(where: "account = ? AND workOrder = ?", [account.rawValue, workOrder]).first
        }
    }
}
