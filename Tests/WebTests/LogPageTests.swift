import AsyncHTTPClient
import Domain
import Foundation
import MicroHTTP
import NIOCore
import NIOHTTP1
import Persistence
import Sync
import TestSupport
import Testing

@testable import Web

/// The page of the log, its filters, and its file.
@Suite struct LogPageTests {
    private let path = "/accounts/eriksson/log"

    private func open(_ body: (Site, Browser) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.bench.connect()
            // What connecting wrote is not what these tests are about.
            try await site.bench.store.deleteLog(before: .distantFuture)
            try await body(site, await Browser.signedIn(site))
        }
    }

    private func entry(
        _ message: String,
        _ level: LogEntry.Level = .info,
        run: Run.ID? = nil,
        scope: Scope? = nil,
        record: String? = nil,
        code: LogEntry.Code? = nil,
        detail: [String: String] = [:]
    ) -> LogEntry {
        LogEntry(
            time: Date(timeIntervalSince1970: 1_768_464_000),
            account: "eriksson",
            run: run,
            level: level,
            scope: scope,
            record: record,
            code: code,
            message: message,
            detail: detail
        )
    }

    private func shown(_ browser: Browser) -> [String] {
        browser.page.matches(of: /<span class="message">(?:[^<:]*: )?([^<]*)<\/span><\/summary>/).map { String($0.1) }
    }

    @Test func `filters in the address leave what they say`() async throws {
        try await open { site, browser in
            try await site.bench.store.append([
                entry("one", .error, run: "r1", scope: .workOrders, record: "WO 2026-0117", code: .vismaError),
                entry("two", .warning, run: "r1", scope: .customers, record: "Customer 0117"),
                entry("three", run: "r2", scope: .customers),
                entry("four", .debug, run: "r2", scope: .workOrders, record: "WO 2026-0117"),
            ])
            let examples = [
                ("", ["three", "two", "one"]), ("?level=&scope=&record=&code=", ["three", "two", "one"]),
                ("?level=error", ["one"]), ("?scope=customers", ["three", "two"]), ("?record=0117", ["two", "one"]),
                ("?record=wo+2026", ["one"]), ("?code=VISMA_ERROR", ["one"]), ("?run=r1", ["two", "one"]),
                ("?run=r1&scope=customers", ["two"]), ("?record=%25", []), ("?run=nobody", []),
            ]
            for (query, expected) in examples {
                #expect(await browser.get(path + query).status == 200)
                #expect(shown(browser) == expected, "\(query)")
                #expect(browser.page.contains("No entry is like that.") == expected.isEmpty)
            }
            _ = await browser.get(path + "?level=error&record=%22%3E%3Cb%3E")
            #expect(browser.page.contains(#"<option value="error" selected>"#) && !browser.page.contains("<b>"))
        }
    }

    @Test(arguments: [
        "level=loud", "level=debug", "scope=<script>", "code=NOTHING", "before=99999999999999999999", "before=0",
        "before=x", "colour=red", "record=\(String(repeating: "x", count: 101))",
    ])
    func `a filter that can't be understood is refused`(query: String) async throws {
        try await open { site, browser in
            for path in [path, path + ".csv"] {
                #expect(await browser.get(path + "?" + query).status == 422)
                #expect(browser.page.contains("<h1>") && !browser.page.contains("<script>"))
            }
        }
    }

    @Test func `older entries come page by page, each once, with the same filter`() async throws {
        try await open { site, browser in
            let entries = (1...250).flatMap { [entry("e\($0)", scope: .orders), entry("other")] }
            try await site.bench.store.append(entries)
            var seen: [String] = []
            var address = path + "?scope=orders"
            for page in 1...3 {
                _ = await browser.get(address)
                seen += shown(browser)
                // Only the newest page listens.
                #expect(browser.page.contains("data-events") == (page == 1))
                guard let older = browser.page.firstMatch(of: /href="([^"]*before=\d+)#log-title"/) else { break }
                address = String(older.1).replacing("&amp;", with: "&")
            }
            #expect(seen == (1...250).reversed().map { "e\($0)" })
        }
    }

    @Test func `an entry tells all, escaped, and leads to what belongs to it`() async throws {
        try await open { site, browser in
            let words = "Visma: <b>\(String(repeating: "lång ", count: 400))</b>"
            try await site.bench.store.append([
                entry("nothing more"),
                entry(
                    words,
                    .error,
                    run: "r1",
                    scope: .workOrders,
                    record: "WO 2026-0117",
                    code: .vismaError,
                    detail: ["errorId": "e-77", "vendorCode": "4000", "<i>": "</i>"]
                ),
            ])
            for page in [path, "/accounts/eriksson"] {
                _ = await browser.get(page)
                let text = browser.page
                #expect(text.contains(words.replacing("<", with: "&lt;").replacing(">", with: "&gt;")))
                #expect(text.contains("<dt>ErrorId, for Visma’s support</dt><dd>e-77</dd>"))
                #expect(text.contains("<dt>The vendor’s error number</dt><dd>4000</dd>"))
                #expect(text.contains("<dt>&lt;i&gt;</dt><dd>&lt;/i&gt;</dd>"))
                #expect(text.contains("<dt>Code</dt><dd><code>VISMA_ERROR</code></dd>"))
                #expect(text.contains(#"href="/accounts/eriksson/exports?q=2026%2D0117""#))
                #expect(text.contains(#"href="/accounts/eriksson/log?record=WO%202026%2D0117""#))
                #expect(text.contains(#"href="/accounts/eriksson/log?run=r1""#))
                #expect(!text.contains("<b>") && !text.contains("<i>"))
            }
        }
    }

    @Test func `nobody else's log is shown`() async throws {
        try await open { site, browser in
            try await site.bench.store.append([entry("secret")])
            #expect(await browser.get("/accounts/nobody/log").status == 404)
            #expect(await browser.get("/accounts/nobody/log.csv").status == 404)
            #expect(await site.get(path).headers["Location"] == "/sign-in")
            #expect(await site.get(path + ".csv").headers["Location"] == "/sign-in")
        }
    }

    @Test func `the file has every entry, newest first, and no formula`() async throws {
        try await open { site, browser in
            try await site.bench.store.append(
                (1...1_203).map { entry("e\($0)", $0.isMultiple(of: 2) ? .info : .debug) }
                    + [entry("=cmd|' /C calc'!A1", .error, record: "WO \"1\", å", code: .vismaError)]
            )
            let cookie = try #require(browser.cookies["session"])
            try await withServers([site.app.answer]) { ports in
                func file(_ query: String) async throws -> (HTTPClientResponse, String) {
                    var request = HTTPClientRequest(url: "http://127.0.0.1:\(ports[0])\(path).csv\(query)")
                    request.headers.add(name: "Cookie", value: "session=\(cookie)")
                    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
                    return (response, String(buffer: try await response.body.collect(upTo: 4 << 20)))
                }
                let (response, text) = try await file("")
                #expect(response.headers.first(name: "Content-Type") == "text/csv; charset=utf-8")
                #expect(
                    response.headers.first(name: "Content-Disposition") == #"attachment; filename="log-eriksson.csv""#
                )
                #expect(Array(text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
                let lines = text.split(separator: "\r\n").map(String.init)
                #expect(lines.count == 1 + 1 + 601)
                #expect(lines[1].hasPrefix(#"2026-01-15T08:00:00.000Z,Error,,"WO ""1"", å",VISMA_ERROR,"#))
                #expect(lines[1].contains(",'=cmd|' /C calc'!A1,"))
                #expect(lines[2].contains(",e1202,") && lines.last?.contains(",e2,") == true)
                #expect(try await file("?level=error").1.split(separator: "\r\n").count == 2)
            }
        }
    }
}
