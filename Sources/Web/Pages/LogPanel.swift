import Domain
import Foundation

/// The log at the right of the settings page, newest first.
struct LogPanel {
    /// How many entries stand on a page.
    static let length = 50

    let account: Account.ID
    let entries: [LogEntry]
    let isFirstPage: Bool

    /// The identifier after which new entries are to be sent.
    var newest: Int64 { entries.first?.id ?? 0 }

    func html(_ texts: Texts) -> HTML {
        let shown = entries.filter(\.isForPeople)
        let empty: HTML = shown.isEmpty ? "<p class=\"empty\" id=\"log-empty\">\(texts.log.emptyLog)</p>" : .none
        return """
            <aside class="card log" aria-labelledby="log-title">
            <h2 id="log-title">\(texts.log.title)</h2>
            \(empty)
            <ol id="log" aria-live="polite" aria-labelledby="log-title"\(HTML.attribute("data-live", if: isFirstPage))>
            \(shown.map { Self.item($0, texts) })</ol>
            \(more(texts))
            </aside>
            """
    }

    private func more(_ texts: Texts) -> HTML {
        let newer: HTML =
            isFirstPage ? .none : #"<a href="\#(Path.account(account))#log-title">\#(texts.log.newestEntries)</a>"#
        guard entries.count == Self.length, let last = entries.last else {
            return isFirstPage ? .none : "<p class=\"more\">\(newer)</p>"
        }
        let link = "\(Path.account(account))?before=\(last.id)#log-title"
        return #"<p class="more">\#(newer) <a href="\#(link)">\#(texts.log.olderEntries)</a></p>"#
    }

    /// One entry: a line, and all about it after a click.
    static func item(_ entry: LogEntry, _ texts: Texts) -> HTML {
        let scope = entry.scope.map { scope -> HTML in "\(texts.site.scope(scope))" }
        let separator: HTML = entry.scope != nil && entry.record != nil ? " · " : .none
        let record = entry.record.map(texts.asWritten)
        let hasSubject = scope != nil || record != nil
        let level: HTML =
            entry.level == .info ? .none : "<span class=\"level\">\(texts.log.level(entry.level))</span> "
        return """
            <li id="entry-\(entry.id)" class="entry \(entry.level.rawValue)"><details>
            <summary>\(HTML.time(entry.time, texts.language)) \(level)\
            \(hasSubject ? "<span class=\"subject\">\(scope ?? .none)\(separator)\(record ?? .none)</span> " : HTML.none)\
            <span class="message">\(texts.event(entry.code, entry.message))</span></summary>
            \(facts(entry, texts))
            </details></li>

            """
    }

    private static func facts(_ entry: LogEntry, _ texts: Texts) -> HTML {
        var facts: [(String, HTML)] = [(texts.log.message, texts.asWritten(entry.message))]
        if let code = entry.code {
            facts.append((texts.log.whatToDo, "\(texts.codes.action(code))"))
            facts.append((texts.log.code, "<code>\(code.rawValue)</code>"))
        }
        facts += entry.detail.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
        let rows = facts.map { name, value -> HTML in "<dt>\(name)</dt><dd>\(value)</dd>\n" }
        return "<dl>\n\(rows)</dl>"
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
