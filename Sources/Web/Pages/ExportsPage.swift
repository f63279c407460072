import Domain
import Foundation
import Sync

/// The page of all exported work orders, or of what its filters leave.
struct ExportsPage: Page {
    /// How many entries stand on a page.
    static let length = 50

    var list: ExportList
    var name: String
    var query: ExportQuery
    var counts: [ExportEntry.State: Int]
    /// The sync that is under way, or the latest.
    var run: Run?
    var notice: Notice?

    var frame: Frame { list.frame }
    private var texts: Texts { frame.texts }

    var html: HTML {
        let message = notice.map { frame.notice(texts.site.notice($0), isTrouble: $0.isTrouble) } ?? .none
        return frame.page(
            title: "\(texts.export.listTitle) · \(name)",
            refreshes: run.map { !$0.state.isFinished } ?? false,
            """
            <h1 id="exports-title">\(texts.export.listTitle)</h1>
            <p><a href="\(Path.account(list.account))">\(name)</a></p>
            \(message)
            <section class="card exports-page" aria-labelledby="exports-title" data-events="\(query.events(of: list.account))">
            \(search)
            <p id="run-state" role="status">\(runState)</p>
            <p id="live-lost" class="live-lost" role="status" data-text="\(texts.logPage.connectionLost)"></p>
            <div id="exports-filter">\(filter)</div>
            <div id="exports-list">\(entries)</div>
            <p class="hint">\(texts.documents.whatRetryDoes)</p>
            </section>
            """
        )
    }

    /// What may be different from when the page was made.
    var liveParts: HTML {
        // Older pages stay as they are: an entry that changes moves to the first one.
        let list: HTML = query.before == nil ? #"<div id="exports-list">\#(entries)</div>"# : .none
        return """
            <p id="run-state">\(runState)</p>
            <div id="exports-filter">\(filter)</div>
            \(list)
            """
    }

    private var runState: HTML {
        guard let run else { return .none }
        let time = HTML.time(run.finishedAt ?? run.startedAt ?? run.queuedAt, texts.language)
        guard let problem = run.problem else { return "\(texts.general.run(run.state)) \(time)" }
        return """
            <span class="trouble">\(texts.general.run(run.state)) \(time):</span> \
            \(texts.event(problem.code, problem.message)) \(texts.codes.action(problem.code))
            """
    }

    private var search: HTML {
        var field = Field(name: "exports-q", label: texts.documents.search)
        field.attributes = #" type="search" maxlength="100" value="\#(query.search ?? "")""#
        let state: HTML =
            query.state.map { #"<input type="hidden" name="state" value="\#($0.rawValue)">"# } ?? .none
        return """
            <form method="get" action="\(Path.exports(list.account))" class="filter-form" role="search">
            \(field.line(as: "q"))
            \(state)
            <div class="filter-buttons"><button class="secondary">\(texts.documents.find)</button></div>
            </form>
            """
    }

    private var filter: HTML {
        ExportFilter(frame: frame, account: list.account, counts: counts, current: query).html
    }

    private var entries: HTML {
        guard list.entries.isEmpty else { return "\(list.html(labelledBy: "exports-title"))\n\(more)" }
        let text = query.search == nil ? texts.export.emptyList : texts.documents.noneFound
        return "<p class=\"empty\">\(text)</p>\n\(more)"
    }

    private var more: HTML {
        var links: [HTML] = []
        if query.before != nil {
            links.append(#"<a href="\#(link(before: nil))">\#(texts.export.newestEntries)</a> "#)
        }
        if list.entries.count == Self.length, let last = list.entries.last {
            links.append(#"<a href="\#(link(before: ExportPosition(last)))">\#(texts.export.olderEntries)</a>"#)
        }
        return links.isEmpty ? .none : "<p class=\"more\">\(links)</p>"
    }

    private func link(before position: ExportPosition?) -> String {
        ExportQuery(state: query.state, search: query.search, before: position).link(of: list.account)
    }
}

extension ExportsPage {
    /// The page as it is now.
    init(
        of account: Account.ID,
        _ query: ExportQuery,
        _ status: Accounts.Status,
        in exports: Exports,
        _ history: History,
        _ frame: Frame
    ) async throws(SyncFailure) {
        let entries = try await exports.entries(
            of: account,
            state: query.state,
            search: query.search,
            before: query.before,
            limit: Self.length
        )
        self.query = query
        name = status.account.name
        counts = try await exports.counts(of: account, search: query.search)
        run = Run.current(of: try await history.runs(of: account, before: nil, limit: 5))
        list = ExportList(
            frame: frame,
            account: account,
            entries: entries,
            canRetry: status.canSync,
            query: query,
            isUnderWay: run.map { !$0.state.isFinished } ?? false
        )
    }
}
