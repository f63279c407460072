import Domain
import Foundation

/// Entries of the log, newest first, and the way to older ones.
struct LogList {
    var account: Account.ID
    var query: LogQuery
    var entries: [LogEntry]
    /// How many entries a page has.
    var length: Int
    var texts: Texts

    var html: HTML {
        // New entries come to the top, where this page's entries are the newest.
        let live = HTML.attribute("data-live", if: query.before == nil)
        return """
            \(empty)
            <ol id="log" class="entries" aria-labelledby="log-title"\(live)>
            \(entries.map { Self.item($0, texts) })</ol>
            \(more)
            """
    }

    private var empty: HTML {
        guard entries.isEmpty else { return .none }
        let text = query.isWhole && query.before == nil ? texts.log.emptyLog : texts.logPage.noMatch
        return #"<p class="empty" id="log-empty">\#(text)</p>"#
    }

    private var more: HTML {
        var links: [HTML] = []
        if query.before != nil {
            links.append(#"<a href="\#(link(before: nil))#log-title">\#(texts.log.newestEntries)</a> "#)
        }
        if entries.count == length, let last = entries.last {
            links.append(#"<a href="\#(link(before: last.id))#log-title">\#(texts.log.olderEntries)</a>"#)
        }
        return links.isEmpty ? .none : "<p class=\"more\">\(links)</p>"
    }

    private func link(before id: Int64?) -> String {
        LogQuery(filter: query.filter, before: id).link(to: Path.log(account))
    }

    // MARK: - Entry

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
            \(links(entry, texts))
            </details></li>

            """
    }

    private static func facts(_ entry: LogEntry, _ texts: Texts) -> HTML {
        var facts: [(String, HTML)] = [(texts.log.message, texts.asWritten(entry.message))]
        if let code = entry.code {
            facts.append((texts.log.whatToDo, "\(texts.codes.action(code))"))
            facts.append((texts.log.code, "<code>\(code.rawValue)</code>"))
        }
        facts += entry.detail.sorted { $0.key < $1.key }.map { (texts.logPage.detail($0.key), "\($0.value)") }
        let rows = facts.map { name, value -> HTML in "<dt>\(name)</dt><dd>\(value)</dd>\n" }
        return "<dl>\n\(rows)</dl>"
    }

    private static func links(_ entry: LogEntry, _ texts: Texts) -> HTML {
        var links: [(name: String, address: String)] = []
        if let workOrder = entry.workOrder {
            links.append((texts.logPage.toExport, ExportQuery(search: workOrder).link(of: entry.account)))
        }
        if let record = entry.record, record.count <= 100 {
            let query = LogQuery(filter: .init(recordText: record, isForPeople: true))
            links.append((texts.logPage.toRecord, query.link(to: Path.log(entry.account))))
        }
        if let run = entry.run {
            let query = LogQuery(filter: .init(run: run, isForPeople: true))
            links.append((texts.logPage.toRun, query.link(to: Path.log(entry.account))))
        }
        let items = links.map { #"<a href="\#($0.address)">\#($0.name)</a> "# as HTML }
        return items.isEmpty ? .none : "<p class=\"entry-links\">\(items)</p>"
    }
}

extension LogEntry {
    /// The number of the work order that this is about.
    fileprivate var workOrder: String? {
        guard scope == .workOrders, let record, record.hasPrefix("WO ") else { return nil }
        return String(record.dropFirst(3).prefix(100))
    }
}

extension ExportEntry {
    /// What the log calls the work order.
    var record: String { "WO \(number ?? workOrder)" }
}
