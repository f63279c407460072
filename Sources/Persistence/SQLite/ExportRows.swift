import Domain
import Foundation
import GRDB

extension Database {
    /// Entries of the ledger; `condition` may give their order and number too.
    func exports(where condition: String, _ arguments: StatementArguments) throws -> [ExportEntry] {
        let rows = try Row.fetchCursor(
            cachedStatement(sql: "SELECT * FROM workOrderExport WHERE \(condition)"),
            arguments: arguments
        )
        var entries: [ExportEntry] = []
        while let row = try rows.next() { entries.append(try ExportEntry(row: row)) }
        return entries
    }

    func save(_ entry: ExportEntry, of account: Account.ID) throws {
        try cachedStatement(
            sql: """
                INSERT INTO workOrderExport (
                    account, workOrder, number, state, document, reference, documentID, documentNumber, invoiceNumber,
                    isInvoicePaid, code, message, isTransient, fingerprint, attempts, claimedAt, missedAt, isAsked,
                    updatedAt
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (account, workOrder) DO UPDATE SET
                    number = excluded.number, state = excluded.state, document = excluded.document,
                    reference = excluded.reference, documentID = excluded.documentID,
                    documentNumber = excluded.documentNumber, invoiceNumber = excluded.invoiceNumber,
                    isInvoicePaid = excluded.isInvoicePaid, code = excluded.code, message = excluded.message,
                    isTransient = excluded.isTransient, fingerprint = excluded.fingerprint,
                    attempts = excluded.attempts, claimedAt = excluded.claimedAt, missedAt = excluded.missedAt,
                    isAsked = excluded.isAsked, updatedAt = excluded.updatedAt
                """
        )
        .execute(arguments: [
            account.rawValue, entry.workOrder, entry.number, entry.state.rawValue, entry.document.rawValue,
            entry.reference, entry.documentID, entry.documentNumber, entry.invoice?.number, entry.invoice?.isPaid,
            entry.code?.rawValue, entry.message, entry.isTransient, entry.fingerprint?.stored, entry.attempts,
            entry.claimedAt.milliseconds, entry.missedAt?.milliseconds, entry.isAsked, entry.updatedAt.milliseconds,
        ])
    }
}

extension ExportEntry {
    init(row: Row) throws {
        self.init(
            workOrder: row["workOrder"],
            number: row["number"],
            state: try row.word("state").orUnreadable(),
            document: try row.word("document").orUnreadable(),
            reference: row["reference"],
            documentID: row["documentID"],
            documentNumber: row["documentNumber"],
            invoice: (row["isInvoicePaid"] as Bool?).map { Invoice(number: row["invoiceNumber"], isPaid: $0) },
            code: try row.word("code"),
            message: row["message"],
            isTransient: row["isTransient"],
            fingerprint: row.fingerprint("fingerprint"),
            attempts: row["attempts"],
            claimedAt: try row.date("claimedAt").orUnreadable(),
            missedAt: row.date("missedAt"),
            isAsked: row["isAsked"],
            updatedAt: try row.date("updatedAt").orUnreadable()
        )
    }
}
