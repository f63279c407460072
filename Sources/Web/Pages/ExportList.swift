import Domain
import Sync

/// Work orders of the ledger, the newest change first, each with what became of it.
struct ExportList {
    var frame: Frame
    var account: Account.ID
    var entries: [ExportEntry]
    /// Whether another attempt could start.
    var canRetry: Bool
    /// What the page of the list shows, to which *Retry* comes back; `nil` on the settings page.
    var query: ExportQuery?
    /// Whether a sync waits or runs that will do what was asked for.
    var isUnderWay = false

    private var texts: ExportTexts { frame.texts.export }

    func html(labelledBy id: String) -> HTML {
        """
        <ul class="exports" aria-labelledby="\(id)">
        \(entries.map(item))</ul>
        """
    }

    private func item(_ entry: ExportEntry) -> HTML {
        """
        <li id="export-\(entry.workOrder)" class="export \(entry.state.rawValue)">
        <span class="name">\(entry.number ?? entry.workOrder)</span>
        <p><span\(HTML.trouble(if: entry.state == .failed))>\(texts.state(entry.state))</span>\
        \(document(entry).map { " · \($0)" as HTML }) · \(HTML.time(entry.updatedAt, frame.texts.language))\
        \(attempts(entry)) · <a href="\(history(of: entry))">\(frame.texts.documents.history)</a></p>
        \(retry(entry))
        \(trouble(entry))
        </li>

        """
    }

    /// The document and what became of it, where there is one.
    private func document(_ entry: ExportEntry) -> [HTML] {
        guard entry.documentID != nil else { return [] }
        let name: HTML = "\(texts.documentNumber(entry.document, entry.documentNumber))"
        let invoice = entry.invoice.map { "\(texts.invoice($0.number, $0.isPaid))" as HTML }
        return [name, invoice].compactMap { $0 }
    }

    private func attempts(_ entry: ExportEntry) -> HTML {
        entry.attempts > 1 && entry.state != .done ? " · \(frame.texts.documents.attempts(entry.attempts))" : .none
    }

    private func history(of entry: ExportEntry) -> String {
        LogQuery(filter: .init(recordText: entry.record, isForPeople: true)).link(to: Path.log(account))
    }

    /// Why it failed or is in doubt, and what to do about it.
    private func trouble(_ entry: ExportEntry) -> HTML {
        guard entry.state != .done, let code = entry.code else { return .none }
        return """
            <p class="why">\(frame.texts.event(code, entry.message)) <span class="hint">\(frame.texts.codes.action(code))</span> <code>\(code.rawValue)</code></p>
            """
    }

    private func retry(_ entry: ExportEntry) -> HTML {
        // A document that is on its way right now is not in doubt.
        guard entry.state == .failed || entry.state == .posting && entry.code != nil else { return .none }
        if entry.isAsked {
            let next = isUnderWay ? frame.texts.documents.triedNow : frame.texts.documents.triedNext
            return "<p class=\"hint\">\(query == nil ? texts.asked : next)</p>"
        }
        guard canRetry, entry.workOrder.isPathSegment else { return .none }
        let label = texts.retryWorkOrder(entry.number ?? entry.workOrder)
        return frame.form(
            to: Path.retry(account, workOrder: entry.workOrder),
            #"\#(origin)<button class="secondary small" aria-label="\#(label)">\#(texts.retry)</button>"#
        )
    }

    /// The fields that say where *Retry* was pressed.
    private var origin: HTML {
        guard let query else { return .none }
        let fields: [(name: String, value: String?)] = [
            (Self.origin, "list"), ("state", query.state?.rawValue), ("q", query.search),
        ]
        let inputs = fields.compactMap { name, value -> HTML? in
            value.map { #"<input type="hidden" name="\#(name)" value="\#($0)">"# }
        }
        return "\(inputs)"
    }

    /// The field that says that *Retry* was pressed on the page of the list.
    static let origin = "from"
}

/// The links to the entries of each state.
struct ExportFilter {
    var frame: Frame
    var account: Account.ID
    var counts: [ExportEntry.State: Int]
    /// What the page shows that this is on: `nil` for none of the list's.
    var current: ExportQuery?

    var html: HTML {
        let texts = frame.texts.export
        let all = link(texts.all, counts.values.reduce(0, +), to: nil)
        let states = ExportEntry.State.allCases.compactMap { state -> HTML? in
            let count = counts[state] ?? 0
            guard count > 0 || current?.state == state else { return nil }
            return link(texts.state(state), count, to: state, isTrouble: state == .failed && count > 0)
        }
        return """
            <nav class="filter" aria-label="\(texts.filter)">
            \(all)\(states)</nav>
            """
    }

    private func link(_ name: String, _ count: Int, to state: ExportEntry.State?, isTrouble: Bool = false) -> HTML {
        let address = ExportQuery(state: state, search: current?.search).link(of: account)
        let isHere = current.map { $0.state == state } ?? false
        let here: HTML = isHere ? #" aria-current="page""# : .none
        return """
            <a href="\(address)"\(HTML.trouble(if: isTrouble))\(here)>\(name) \(frame.texts.language.number(count))</a>

            """
    }
}
