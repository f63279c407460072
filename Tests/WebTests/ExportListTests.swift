import Domain
import Foundation
import MicroHTTP
import Persistence
import Sandbox
import Sync
import TestSupport
import Testing

@testable import Web

/// The export on the settings page, and the page of all exported work orders.
@Suite struct ExportListTests {
    private let path = "/accounts/eriksson"

    private func open(_ body: (Site, Browser) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.bench.connect()
            try await body(site, await Browser.signedIn(site))
        }
    }

    private func failed(_ id: String, age: TimeInterval = 0) -> ExportEntry {
        ExportEntry(id, .failed, age: age) { ($0.code, $0.message) = (.emptyWorkOrder, "Nothing <in> it.") }
    }

    // MARK: - Before the first export

    @Test func `before the first export the page says what waits, and what is left out`() async throws {
        try await open { site, browser in
            try site.bench.complete(1, on: "15-01-2026")
            try site.bench.complete(2, on: "16-01-2026")
            try site.bench.complete(3, on: "14-01-2026")
            try site.bench.complete(4, on: "24-12-2025")
            _ = await browser.get(path)
            #expect(browser.page.contains("2 completed work orders wait to be exported, the oldest of 15 Jan 2026."))
            #expect(browser.page.contains("2 more are left out by the day below, the oldest of 24 Dec 2025."))
            // Another day is counted anew, at once.
            let form = try FilledForm("settings", on: browser.page).with("export.completedSince", "2026-01-01")
            _ = await browser.submit(path + "/settings", form)
            _ = await browser.get(path)
            #expect(browser.page.contains("3 completed work orders wait to be exported, the oldest of 14 Jan 2026."))
            #expect(browser.page.contains("One more of 24 Dec 2025 is left out by the day below."))

            try await site.bench.sync("eriksson", [.workOrders])
            _ = await browser.get(path)
            #expect(!browser.page.contains("wait to be exported"))
            #expect(browser.page.contains("2026-1</span>") && browser.page.contains(">Done 3</a>"))
        }
    }

    @Test func `a page does not wait for the count, and does not miss it`() async throws {
        try await Site.open(patience: .milliseconds(50)) { site in
            try await site.bench.connect()
            try site.bench.complete(1)
            let browser = await Browser.signedIn(site)
            site.bench.sandbox.declare(.delayed(.seconds(5)), pathPrefix: "/openapi/8/GetWorkorders", count: 100)
            #expect(await browser.get(path).status == 200)
            #expect(!browser.page.contains("wait to be exported"))
            #expect(browser.page.contains("Export work orders"))
        }
    }

    @Test func `work orders are exported by a button of their own`() async throws {
        try await open { site, browser in
            _ = await browser.get(path)
            #expect(browser.page.contains(#"<input type="hidden" name="scope" value="workOrders">"#))
            #expect(await browser.submit(path + "/sync", ["scope": "workOrders"]).headers["Location"] == path)
            let runs = try await site.bench.history.runs(of: "eriksson", before: nil, limit: 9)
            #expect(runs.map(\.scopes) == [[.workOrders]])
            _ = await browser.submit(path + "/disconnect")
            _ = await browser.get(path)
            #expect(!browser.page.contains("Export work orders") && !browser.page.contains("/preview"))
        }
    }

    // MARK: - The list

    @Test func `every entry says what became of the work order`() async throws {
        try await open { site, browser in
            try await site.bench.record(
                ExportEntry("1", .done, age: 0) { entry in
                    entry.document = .order
                    (entry.documentID, entry.documentNumber) = ("7f", 1042)
                    entry.invoice = .init(number: 17, isPaid: true)
                },
                ExportEntry("2", .done, age: 1) { entry in
                    entry.documentID = "8f"
                    entry.invoice = .init(number: 18, isPaid: false)
                },
                ExportEntry("3", .attached, age: 2) { $0.documentID = "9f" },
                failed("4", age: 3),
                ExportEntry("5", .posting, age: 4) { ($0.code, $0.message) = (.upstreamUnreachable, "No answer.") },
                ExportEntry("6", .posting, age: 5),
                ExportEntry("7", .failed, age: 6) { ($0.code, $0.isAsked) = (.vismaError, true) },
                ExportEntry("../../disconnect?", .failed, age: 7) { $0.number = "\"><script>" }
            )
            _ = await browser.get(path + "/exports")
            let list = browser.page
            #expect(
                list.contains("Done</span> · Sales order 1042 · Invoice 17, paid · <time")
            )
            #expect(list.contains("Invoice draft · Invoice 18, not paid · <time"))
            #expect(list.contains("Document complete</span> · Invoice draft · <time"))
            #expect(list.contains(#"<span class="trouble">Failed</span> · <time"#))
            #expect(list.contains("Nothing &lt;in&gt; it. "))
            #expect(list.contains("Add a material or a work period to the work order in OutSmart"))
            #expect(list.contains("<code>EMPTY_WORK_ORDER</code>"))
            #expect(list.contains("Sent, not confirmed</span>"))
            #expect(list.contains("Will be tried again"))
            #expect(list.contains("&quot;&gt;&lt;script&gt;</span>") && !list.contains("<script>"))
            // Only what failed or is in doubt can be tried again, and only once.
            let retries = list.matches(of: /action="([^"]*)\/retry"/).map { String($0.1) }
            #expect(retries == ["4", "5"].map { "\(path)/exports/\($0)" })
            #expect(browser.page.contains(#"<a href="\#(path)/exports?state=failed" class="trouble">Failed 3</a>"#))
            #expect(browser.page.contains(#"<a href="\#(path)/exports" aria-current="page">All 8</a>"#))
        }
    }

    @Test func `the settings page has the newest three, and the list has all`() async throws {
        try await open { site, browser in
            let numbers = (1...60).map { "\(100 + $0)" }
            try await site.bench.record(numbers.map { ExportEntry($0, .done, age: 5) } + [failed("1", age: 9)])
            func shown() -> [String] {
                browser.page.matches(of: /<span class="name">2026-(\d+)<\/span>\n<p>/).map { String($0.1) }
            }
            _ = await browser.get(path)
            #expect(shown() == Array(numbers.reversed().prefix(3)))
            #expect(browser.page.contains(#"<a href="\#(path)/exports">All 61</a>"#))
            _ = await browser.get(path + "/exports")
            #expect(shown() == Array(numbers.reversed().prefix(50)))
            let older = try #require(browser.page.firstMatch(of: /href="([^"]*before=[^"]*)"/)).1
            _ = await browser.get(String(older))
            #expect(shown() == Array(numbers.reversed().suffix(10)) + ["1"])
            #expect(browser.page.contains("Newest ones") && !browser.page.contains("Older ones"))
            _ = await browser.get(path + "/exports?state=failed")
            #expect(shown() == ["1"])
            _ = await browser.get(path + "/exports?state=posting")
            #expect(shown().isEmpty && browser.page.contains("There is none."))
        }
    }

    @Test func `a work order is found by a part of its number`() async throws {
        try await open { site, browser in
            try await site.bench.record(
                failed("117"),
                ExportEntry("1170", .done, age: 1),
                ExportEntry("21", .done, age: 2)
            )
            _ = await browser.get(path + "/exports?q=26-117")
            #expect(browser.page.contains("All 2</a>") && browser.page.contains("Failed 1</a>"))
            #expect(!browser.page.contains("2026-21<") && browser.page.contains(#"value="26-117""#))
            #expect(browser.page.contains(#"href="\#(path)/exports?state=failed&amp;q=26%2D117""#))
            _ = await browser.get(path + "/exports?q=26-117&state=failed")
            #expect(browser.page.contains("2026-117<") && !browser.page.contains("2026-1170<"))
            // From here, Retry comes back to here.
            let form = ["from": "list", "state": "failed", "q": "26-117"]
            let back = await browser.submit(path + "/exports/117/retry", form).headers["Location"]
            #expect(back == path + "/exports?state=failed&q=26%2D117")
            _ = await browser.get(path + "/exports?q=%25%22%3E%3Cb%3E")
            #expect(browser.page.contains("There is no such work order here.") && !browser.page.contains("<b>"))
        }
    }

    @Test func `an entry leads to what the log says of it`() async throws {
        try await open { site, browser in
            try await site.bench.record(failed("4"))
            for page in [path, path + "/exports"] {
                _ = await browser.get(page)
                #expect(browser.page.contains(#"href="\#(path)/log?record=WO%202026%2D4""#))
            }
        }
    }

    @Test(arguments: [
        "state=sent", "state=<script>", "before=yesterday", "colour=red", "q=\(String(repeating: "x", count: 101))",
    ])
    func `a filter that can't be understood is refused`(query: String) async throws {
        try await open { site, browser in
            #expect(await browser.get(path + "/exports?" + query).status == 422)
            #expect(!browser.page.contains("<script>"))
        }
    }

    // MARK: - Retry

    @Test(arguments: [([:], ""), (["from": "list"], "/exports"), (["from": "https://example.com"], "/exports")])
    func `Retry asks for a sync, and comes back`(fields: [String: String], back: String) async throws {
        try await open { site, browser in
            try await site.bench.record(failed("4"))
            _ = await browser.get(path)
            #expect(await browser.submit(path + "/exports/4/retry", fields).headers["Location"] == path + back)
            let runs = try await site.bench.history.runs(of: "eriksson", before: nil, limit: 1)
            #expect(runs.map(\.scopes) == [[.workOrders]] && runs.map(\.state) == [.queued])
            _ = await browser.get(path + back)
            #expect(browser.page.contains("The work order will be tried again in a moment."))
            // In the list, where the sync is shown as well, a sync that is under way is named.
            #expect(browser.page.contains(back.isEmpty ? "Will be tried again" : "Is tried again now"))
            #expect(!browser.page.contains("/retry"))
        }
    }

    @Test func `a retry from elsewhere, or of nothing, is refused`() async throws {
        try await open { site, browser in
            try await site.bench.record(failed("4"))
            _ = await browser.get(path)
            #expect(await browser.post(path + "/exports/4/retry", [:]).status == 403)
            let entries = try await site.bench.store.exports(of: "eriksson", workOrders: ["4"])
            #expect(entries["4"]?.isAsked == false)
            _ = await browser.get(path)
            #expect(await browser.submit(path + "/exports/5/retry").status == 404)
        }
    }

    @Test func `a retry that can't start now says why, and is not forgotten`() async throws {
        try await open { site, browser in
            try await site.bench.record(failed("4"))
            _ = await browser.get(path)
            try await site.bench.connecting.disconnect("eriksson")
            #expect(await browser.submit(path + "/exports/4/retry", ["from": "list"]).status == 303)
            _ = await browser.get(path + "/exports")
            #expect(browser.page.contains("Connect Visma eAccounting again."))
            #expect(browser.page.contains("Will be tried again"))
        }
    }

    // MARK: - Preview

    @Test func `the preview is a readable document, escaped, with its body`() async throws {
        try await open { site, browser in
            try site.bench.complete(1, ["ProjectNr": "SAKNAS"])
            try site.bench.complete(2, ["Materials": [], "OrderNr": "<b>2"])
            #expect(await browser.get(path + "/preview").status == 200)
            let page = browser.page
            #expect(page.contains("<h3>2026-1</h3>") && page.contains("<h3>&lt;b&gt;2</h3>"))
            #expect(page.contains("<h4>New article: Ventil &amp; rör</h4>") && page.contains("<h4>Invoice draft</h4>"))
            #expect(page.contains("Bytt &lt;ventil&gt;"))
            let row = """
                <td class="article">4100013</td><td class="text">Ventil &amp; rör</td>\
                <td class="number" data-name="Quantity">2 <span class="unit">st</span></td>\
                <td class="number" data-name="Price">100.00</td><td class="number" data-name="Discount">10%</td>\
                <td class="number" data-name="Amount">180.00</td>
                """
            #expect(page.contains(row))
            #expect(page.contains(#"<td class="number">180.00 SEK</td>"#))
            #expect(page.contains("<dt>Customer</dt><dd>Kund 1 Åström\nK1001</dd>"))
            #expect(page.contains("<dt>Date</dt><dd>15 Jan 2026</dd>"))
            #expect(page.contains("<dt>Buyer’s order reference</dt><dd>WO-2026-1</dd>"))
            // A project that Visma does not have is not on the document.
            #expect(!page.contains("<dt>Project</dt>"))
            #expect(page.contains("<code>POST /customerinvoicedrafts</code>"))
            #expect(page.contains("&quot;DiscountPercentage&quot;: 0.1,"))
            #expect(page.contains("<code>PROJECT_NOT_FOUND</code>") && page.contains("<code>EMPTY_WORK_ORDER</code>"))
            #expect(page.contains("1 of 2 work orders can’t be exported yet."))
            #expect(!page.contains("<b>") && !page.contains("<ventil>"))
        }
    }

    @Test func `a preview that can't be made says why on the settings page`() async throws {
        try await open { site, browser in
            _ = await browser.get(path + "/preview")
            #expect(browser.page.contains("No completed work order waits to be exported."))
            try await site.bench.connecting.disconnect("eriksson")
            #expect(await browser.get(path + "/preview").headers["Location"] == path)
            _ = await browser.get(path)
            #expect(browser.page.contains("Connect Visma eAccounting again."))
        }
    }
}
