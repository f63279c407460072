import Domain
import Foundation

/// The page of all exported work orders.
struct ExportsPage: Page {
    /// How many entries stand on a page.
    static let length = 50

    var list: ExportList
    var name: String
    var counts: [ExportEntry.State: Int]
    /// The only state that is shown; `nil` for all.
    var state: ExportEntry.State?
    var isFirstPage: Bool
    var notice: Notice?

    var frame: Frame { list.frame }
    private var texts: ExportTexts { frame.texts.export }

    var html: HTML {
        let filter = ExportFilter(
            frame: frame,
            account: list.account,
            counts: counts,
            current: state.map { .state($0) } ?? .all
        )
        let message = notice.map { frame.notice(frame.texts.site.notice($0), isTrouble: $0.isTrouble) } ?? .none
        return frame.page(
            title: "\(texts.listTitle) · \(name)",
            """
            <h1 id="exports-title">\(texts.listTitle)</h1>
            <p><a href="\(Path.account(list.account))">\(name)</a></p>
            \(message)
            <section class="card" aria-labelledby="exports-title">
            \(filter.html)
            \(list.entries.isEmpty ? "<p class=\"empty\">\(texts.emptyList)</p>" : list.html(labelledBy: "exports-title"))
            \(more)
            </section>
            """
        )
    }

    private var more: HTML {
        let newest: HTML = isFirstPage ? .none : #"<a href="\#(address())">\#(texts.newestEntries)</a>"#
        guard list.entries.count == Self.length, let last = list.entries.last else {
            return isFirstPage ? .none : "<p class=\"more\">\(newest)</p>"
        }
        let older = address(before: ExportPosition(last))
        return #"<p class="more">\#(newest) <a href="\#(older)">\#(texts.olderEntries)</a></p>"#
    }

    private func address(before position: ExportPosition? = nil) -> String {
        let state = state.map { "state=\($0.rawValue)" }
        let query = [state, position.map { "before=\($0.queryText)" }].compactMap { $0 }
        return Path.exports(list.account) + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }
}

extension ExportPosition {
    /// The position as it stands in a query.
    fileprivate var queryText: String {
        let text = "\(Timestamp.text(updatedAt)),\(workOrder)"
        return text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
