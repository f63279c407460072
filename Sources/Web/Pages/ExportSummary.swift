import Domain
import Sync

/// What the settings page says about the exported work orders: how many there are, and the newest.
struct ExportSummary {
    /// How many entries stand on the settings page.
    static let length = 3

    var list: ExportList
    var counts: [ExportEntry.State: Int] = [:]
    /// What an export would find.
    ///
    /// `nil` when that is of no interest any more, or not known.
    var waiting: Exports.Waiting?

    private var texts: ExportTexts { list.frame.texts.export }

    var html: HTML {
        guard !list.entries.isEmpty else { return .none }
        return """
            <h3 id="exports-title">\(texts.listTitle)</h3>
            \(ExportFilter(frame: list.frame, account: list.account, counts: counts).html)
            \(list.html(labelledBy: "exports-title"))
            """
    }

    /// What may be different from when the page was made.
    var liveParts: HTML {
        // From the first export on nothing is said any more about what waits; before it, the page says what it said.
        let waiting: HTML = list.entries.isEmpty ? .none : #"<div id="export-waiting"></div>"#
        return #"<div id="exports">\#(html)</div>\#(waiting)"#
    }

    /// What the next export would be about, as long as there was none.
    var waitingNotice: HTML {
        guard list.entries.isEmpty, let waiting else { return .none }
        let leftOut: HTML =
            waiting.leftOut == 0 ? .none : "<p>\(texts.leftOut(waiting.leftOut, waiting.oldestLeftOut))</p>"
        return """
            <div class="notice"><p>\(texts.waiting(waiting.count, waiting.oldest))</p>
            \(leftOut)</div>
            """
    }
}

extension ExportSummary {
    init(
        of account: Account.ID,
        in exports: Exports,
        canRetry: Bool,
        _ frame: Frame
    ) async throws(SyncFailure) {
        let entries = try await exports.entries(of: account, limit: Self.length)
        list = ExportList(frame: frame, account: account, entries: entries, canRetry: canRetry)
        counts = try await exports.counts(of: account)
    }
}
