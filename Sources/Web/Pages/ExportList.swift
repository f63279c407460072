import Domain
import Sync

/// Work orders of the ledger, the newest change first, each with what became of it.
struct ExportList {
    var frame: Frame
    var account: Account.ID
    var entries: [ExportEntry]
    /// Whether another attempt could start.
    var canRetry: Bool
    /// Whether this is the page of the list itself, to which *Retry* comes back.
    var isOwnPage = false

    private var texts: ExportTexts { frame.texts.export }

    func html(labelledBy id: String) -> HTML {
        """
        <ul class="exports" aria-labelledby="\(id)">
        \(entries.map(item))</ul>
        """
    }

    private func item(_ entry: ExportEntry) -> HTML {
        """
        <li class="export \(entry.state.rawValue)">
        <span class="name">\(entry.number ?? entry.workOrder)</span>
        <p><span\(HTML.trouble(if: entry.state == .failed))>\(texts.state(entry.state))</span>\
        \(document(entry).map { " · \($0)" as HTML }) · \(HTML.time(entry.updatedAt, frame.texts.language))</p>
        \(retry(entry))
        \(trouble(entry))
        </li>

        """
    }

    /// The document and what became of it, where there is one.
    private func document(_ entry: ExportEntry) -> [String] {
        guard entry.documentID != nil else { return [] }
        let invoice = entry.invoice.map { texts.invoice($0.number, $0.isPaid) }
        return [texts.documentNumber(entry.document, entry.documentNumber), invoice].compactMap { $0 }
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
        if entry.isAsked { return "<p class=\"hint\">\(texts.asked)</p>" }
        guard canRetry, entry.workOrder.isPathSegment else { return .none }
        let origin: HTML = isOwnPage ? #"<input type="hidden" name="\#(Self.origin)" value="list">"# : .none
        let label = texts.retryWorkOrder(entry.number ?? entry.workOrder)
        return frame.form(
            to: Path.retry(account, workOrder: entry.workOrder),
            #"\#(origin)<button class="secondary small" aria-label="\#(label)">\#(texts.retry)</button>"#
        )
    }

    /// The field that says where *Retry* was pressed.
    static let origin = "from"
}

/// The links to the entries of each state.
struct ExportFilter {
    var frame: Frame
    var account: Account.ID
    var counts: [ExportEntry.State: Int]
    /// The page that this is on: `nil` for none of the list's.
    var current: Current?

    enum Current: Equatable {
        case all
        case state(ExportEntry.State)
    }

    var html: HTML {
        let texts = frame.texts.export
        let all = link(texts.all, counts.values.reduce(0, +), to: .all)
        let states = ExportEntry.State.allCases.compactMap { state -> HTML? in
            guard let count = counts[state], count > 0 else { return nil }
            return link(texts.state(state), count, to: .state(state), isTrouble: state == .failed)
        }
        return """
            <nav class="filter" aria-label="\(texts.filter)">
            \(all)\(states)</nav>
            """
    }

    private func link(_ name: String, _ count: Int, to place: Current, isTrouble: Bool = false) -> HTML {
        var address = Path.exports(account)
        if case .state(let state) = place { address += "?state=\(state.rawValue)" }
        let here: HTML = place == current ? #" aria-current="page""# : .none
        return """
            <a href="\(address)"\(HTML.trouble(if: isTrouble))\(here)>\(name) \(frame.texts.language.number(count))</a>

            """
    }
}
