import Domain
import Foundation
import MicroHTTP
import Sync

/// The page of the log, and its file for spreadsheets.
struct LogView: Sendable {
    let accounts: Accounts
    let history: History
    let frame: @Sendable (PageVisit) -> Frame

    func show(_ page: PageVisit, account: Account.ID) async throws -> Response {
        let query = try LogQuery(page.request.query)
        let status = try await accounts.status(of: account)
        let entries = try await history.log(
            of: account,
            matching: query.filter,
            before: query.before,
            limit: LogPage.length
        )
        var run: Run?
        if let id = query.filter.run { run = try await history.run(id, of: account) }
        return .page(
            LogPage(
                frame: frame(page).speaking(try await accounts.settings(of: account).language),
                account: account,
                name: status.account.name,
                query: query,
                run: run,
                entries: entries
            )
        )
    }

    /// The entries as a table, however many there are: they are read as they are sent.
    func download(_ page: PageVisit, account: Account.ID) async throws -> Response {
        let query = try LogQuery(page.request.query)
        let texts = frame(page).speaking(try await accounts.settings(of: account).language).texts
        let read: @Sendable (Int64?) async throws -> [LogEntry] = { before in
            try await history.log(of: account, matching: query.filter, before: before, limit: 500)
        }
        // What can't be read at all is said on a page, not in half a file.
        let first = try await read(query.before)
        let body = Response.Body.stream { writer in
            do {
                try await writer.write(CSV.mark + CSV.line(LogTable.head(texts)))
                var entries = first
                while let last = entries.last {
                    try await writer.write(entries.flatMap { CSV.line(LogTable.row($0, texts)) })
                    entries = try await read(last.id)
                }
            } catch {
                writer.breakOff()
            }
        }
        return Response(
            status: 200,
            headers: [
                "Content-Type": "text/csv; charset=utf-8",
                "Content-Disposition": "attachment; filename=\"log-\(account.rawValue).csv\"",
            ],
            body: body
        )
    }
}

/// The log as a table.
private enum LogTable {
    static func head(_ texts: Texts) -> [String] {
        let log = texts.logPage
        return [
            log.time, log.level, log.scope, log.record, texts.log.code, log.headline, texts.log.message,
            texts.log.whatToDo, log.run, log.details,
        ]
    }

    static func row(_ entry: LogEntry, _ texts: Texts) -> [String] {
        [
            Timestamp.text(entry.time), texts.log.level(entry.level), entry.scope.map(texts.site.scope) ?? "",
            entry.record ?? "", entry.code?.rawValue ?? "", entry.code.map(texts.codes.headline) ?? "", entry.message,
            entry.code.map(texts.codes.action) ?? "", entry.run?.rawValue ?? "",
            entry.detail.sorted { $0.key < $1.key }.map { "\(texts.logPage.detail($0.key)): \($0.value)" }
                .joined(separator: "; "),
        ]
    }
}
