import Domain
import Foundation

/// The page of the whole log, or of what its filters leave.
struct LogPage: Page {
    /// How many entries stand on a page.
    static let length = 100

    var frame: Frame
    var account: Account.ID
    var name: String
    var query: LogQuery
    /// The sync whose entries are shown, where it is still known.
    var run: Run?
    var entries: [LogEntry]

    private var texts: Texts { frame.texts }

    var html: HTML {
        let list = LogList(account: account, query: query, entries: entries, length: Self.length, texts: texts)
        let events: HTML =
            query.before == nil
            ? #" data-events="\#(query.events(of: account, after: entries.first?.id ?? 0))""# : .none
        let form = LogFilterForm(account: account, texts: texts, filter: query.filter, hasCodes: true)
        let file = LogQuery(filter: query.filter).link(to: Path.logFile(account))
        return frame.page(
            title: "\(texts.log.title) · \(name)",
            """
            <h1 id="log-title">\(texts.log.title)</h1>
            <p><a href="\(Path.account(account))">\(name)</a></p>
            <section class="card log-page" aria-labelledby="log-title"\(events)>
            \(form.html)
            \(only)
            <p class="log-links"><a href="\(query.link(to: Path.log(account)))">\(texts.logPage.refresh)</a>
            <a href="\(file)">\(texts.logPage.download)</a>
            <span class="hint">\(texts.logPage.kept)</span></p>
            <p id="live-lost" class="live-lost" role="status" data-text="\(texts.logPage.connectionLost)"></p>
            \(list.html)
            </section>
            """
        )
    }

    /// What is left out, and the way back to all.
    private var only: HTML {
        guard !query.isWhole else { return .none }
        var words: HTML = .none
        if query.filter.run != nil {
            words =
                run.map { texts.logPage.ofRun(HTML.time($0.startedAt ?? $0.queuedAt, texts.language)) }
                ?? "\(texts.logPage.ofUnknownRun)"
        }
        return #"<p>\#(words) <a href="\#(Path.log(account))">\#(texts.logPage.showAll)</a></p>"#
    }
}
