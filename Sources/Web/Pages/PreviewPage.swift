import Domain
import Foundation
import Sync

/// The page that shows what an export would send now.
struct PreviewPage: Page {
    /// How many work orders are shown at most; scripts get all.
    static let length = 200

    var frame: Frame
    var status: Accounts.Status
    var previews: [Exports.Preview]

    private var texts: ExportTexts { frame.texts.export }

    var html: HTML {
        let name = status.account.name
        return frame.page(
            title: "\(texts.preview) · \(name)",
            """
            <h1>\(texts.previewTitle)</h1>
            <p>\(texts.previewLead)</p>
            <p><a href="\(Path.account(status.account.id))">\(texts.backToSettings)</a></p>
            \(summary)
            \(shown.map(item))
            """
        )
    }

    /// What stands on the page: first what someone has to do something about.
    private var shown: ArraySlice<Exports.Preview> {
        (previews.filter { $0.failure != nil } + previews.filter { $0.failure == nil }).prefix(Self.length)
    }

    private var summary: HTML {
        guard !previews.isEmpty else { return "<p class=\"empty\">\(texts.emptyPreview)</p>" }
        let failed = previews.count { $0.failure != nil }
        let verdict: HTML = "<p\(HTML.trouble(if: failed > 0))>\(texts.exportable(failed, previews.count))</p>"
        guard previews.count > Self.length else { return verdict }
        return "\(verdict)<p>\(texts.shown(Self.length, previews.count))</p>"
    }

    private func item(_ preview: Exports.Preview) -> HTML {
        let failure = preview.failure.map { remark($0, isFailure: true) } ?? .none
        return """
            <section class="card preview">
            <h2>\(preview.number)</h2>
            \(failure)
            \(preview.warnings.map { remark($0, isFailure: false) })
            \(preview.calls.map { call($0, of: preview) })
            </section>

            """
    }

    private func remark(_ failure: SyncFailure, isFailure: Bool) -> HTML {
        """
        <p class="why"><span\(HTML.trouble(if: isFailure))>\(frame.texts.event(failure.code, failure.message))</span> \
        <span class="hint">\(frame.texts.codes.action(failure.code))</span> <code>\(failure.code.rawValue)</code></p>

        """
    }

    private func call(_ call: Exports.Preview.Call, of preview: Exports.Preview) -> HTML {
        let body = PreviewBody(call.body)
        let subject: HTML = body.name.map { ": \($0)" } ?? .none
        return """
            <h3>\(texts.call(call, preview.document))\(subject)</h3>
            \(body.rows.isEmpty ? .none : table(body.rows, number: preview.number))
            <details><summary>\(texts.rawBody)</summary>
            <p><code>\(call.method) \(call.path)</code></p>
            <pre tabindex="0">\(body.text)</pre></details>

            """
    }

    private var articlesText: HTML { "<span class=\"hint\">\(texts.articlesText)</span>" }

    private func table(_ rows: [PreviewBody.Row], number: String) -> HTML {
        // Most documents have no discount, and a phone has no room for an empty column.
        let hasDiscount = rows.contains { $0.discount != nil }
        let head: HTML = hasDiscount ? #"<th scope="col" class="number">\#(texts.discount)</th>"# : .none
        let lines = rows.map { row -> HTML in
            let language = frame.texts.language
            let discount: HTML =
                hasDiscount
                ? #"<td class="number">\#(row.discount.map { language.percent($0 * 100) } ?? "")</td>"# : .none
            return """
                <tr><td class="text">\(row.text.map { "\($0)" } ?? articlesText)</td>\
                <td class="number">\(row.quantity.map { language.number($0) } ?? "")</td>\
                <td class="number">\(row.price.map { language.number($0, decimals: 2) } ?? "")</td>\(discount)</tr>

                """
        }
        return """
            <table aria-label="\(texts.rows), \(number)">
            <thead><tr><th scope="col">\(texts.text)</th><th scope="col" class="number">\(texts.quantity)</th>\
            <th scope="col" class="number">\(texts.price)</th>\(head)</tr></thead>
            <tbody>
            \(lines)</tbody>
            </table>
            """
    }
}
