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
    private var documents: DocumentTexts { frame.texts.documents }

    var html: HTML {
        let name = status.account.name
        return frame.page(
            title: "\(texts.preview) · \(name)",
            """
            <h1>\(texts.previewTitle)</h1>
            <p>\(texts.previewLead)</p>
            <p><a href="\(Path.account(status.account.id))">\(texts.backToSettings)</a></p>
            \(summary)
            \(failures)
            \(successes)
            """
        )
    }

    // First what someone has to do something about.
    private var failed: ArraySlice<Exports.Preview> { previews.filter { $0.failure != nil }.prefix(Self.length) }

    private var ready: ArraySlice<Exports.Preview> {
        previews.filter { $0.failure == nil }.prefix(Self.length - failed.count)
    }

    private var failures: HTML {
        guard !failed.isEmpty else { return .none }
        return """
            <h2>\(documents.failures)</h2>
            <p>\(documents.failureHint)</p>
            \(failed.map(item))
            """
    }

    private var successes: HTML {
        ready.isEmpty ? .none : "<h2>\(documents.ready)</h2>\n\(ready.map(item))"
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
            <section class="card preview" aria-label="\(preview.number)">
            <h3>\(preview.number)</h3>
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
            <h4>\(texts.call(call, preview.document))\(subject)</h4>
            \(contents(of: call, body, preview))
            <details><summary>\(texts.rawBody)</summary>
            <p><code>\(call.method) \(call.path)</code></p>
            <pre tabindex="0">\(body.text)</pre></details>

            """
    }

    /// The document as people read it; other records say enough with their names.
    private func contents(of call: Exports.Preview.Call, _ body: PreviewBody, _ preview: Exports.Preview) -> HTML {
        guard !body.rows.isEmpty else { return .none }
        guard var sheet = preview.sheet else { return .none }
        // An order that is brought up to date keeps rows of its own.
        if call.method == "PUT" { sheet.rows = body.rows }
        return PreviewSheet(sheet: sheet, number: preview.number, texts: frame.texts).html
    }
}
