import Domain
import Foundation

/// The log at the right of the settings page, newest first.
struct LogPanel {
    /// How many entries stand on the settings page.
    static let length = 5

    let account: Account.ID
    let entries: [LogEntry]

    /// The identifier after which new entries are to be sent.
    var newest: Int64 { entries.first?.id ?? 0 }

    func html(_ texts: Texts) -> HTML {
        let list = LogList(account: account, query: LogQuery(), entries: entries, length: Self.length, texts: texts)
        return """
            <aside class="card log" aria-labelledby="log-title">
            <div class="log-head"><h2 id="log-title">\(texts.log.title)</h2>
            <p class="log-links"><a href="\(Path.account(account))#log-title">\(texts.logPage.refresh)</a>
            <a href="\(Path.log(account))">\(texts.logPage.wholeLog)</a></p></div>
            <p id="live-lost" class="live-lost" role="status" data-text="\(texts.logPage.connectionLost)"></p>
            <details class="filters"><summary>\(texts.logPage.filter)</summary>
            \(LogFilterForm(account: account, texts: texts).html)
            </details>
            \(list.html)
            </aside>
            """
    }
}

extension LogEntry {
    /// Whether the entry is there for more than debugging.
    var isForPeople: Bool { level != .debug }
}

extension HTML {
    /// A moment, which `app.js` turns into the reader's time zone and form.
    static func time(_ date: Date, _ language: Language) -> HTML {
        #"<time datetime="\#(Timestamp.text(date))">\#(language.moment(date))</time>"#
    }
}
