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

@Suite struct EventStreamTests {
    @Test func `every line of the data is marked as such`() {
        let event = EventStream.Event(name: "log", data: "one\r\ntwo\rthree\n", id: 7)
        let text = String(decoding: event.bytes, as: UTF8.self)
        #expect(text == "id: 7\nevent: log\ndata: one\ndata: \ndata: two\ndata: three\ndata: \n\n")
    }

    @Test func `scripts see runs and entries as they come`() async throws {
        try await listening("/api/v1/accounts/eriksson/events", ["Authorization": "Bearer \(Site.operatorToken)"]) {
            site,
            events in
            _ = await site.call("POST", "/api/v1/accounts/eriksson/sync")
            let run = try await events.next { $0.contains("event: run\n") }
            #expect(run.contains(#""trigger":"api","state":"queued""#))
            #expect(!run.contains("id: "))
            try await site.record("Something happened.")
            let entry = try await events.next { $0.contains("event: log\n") }
            #expect(entry.contains(#""message":"Something happened.""#))
            #expect(entry.firstMatch(of: #/(?:^|\n)id: \d+\n/#) != nil)
        }
    }

    @Test func `a script that reconnects gets what it missed`() async throws {
        try await Site.open { site in
            try await site.bench.connect()
            try await site.record("First.")
            try await site.record("Second.")
            let entries = try await site.bench.log()
            let headers = ["Authorization": "Bearer \(Site.operatorToken)", "Last-Event-ID": "\(entries[0].id)"]
            try await Self.listen(to: site, "/api/v1/accounts/eriksson/events", headers) { events in
                let entry = try await events.next { $0.contains("event: log\n") }
                #expect(entry.contains("Second."))
            }
        }
    }

    @Test func `an open page gets its parts anew and entries as markup`() async throws {
        try await Site.open { site in
            try await site.bench.connect()
            let browser = await Browser.signedIn(site)
            let cookie = try #require(browser.cookies["session"])
            _ = await browser.get("/accounts/eriksson")
            let target = try #require(browser.page.firstMatch(of: #/data-events="([^"]+)"/#)).1
            try await Self.listen(to: site, String(target), ["Cookie": "session=\(cookie)"]) { events in
                // What happened while the page was on its way comes at once.
                _ = try await events.next { $0.contains("event: parts\n") }
                _ = await browser.submit("/accounts/eriksson/sync")
                let parts = try await events.next { $0.contains("Sync is waiting for its turn") }
                #expect(parts.contains("event: parts\n"))
                // Its buttons work: they carry this session's token.
                let formToken = try #require(browser.formToken)
                #expect(parts.contains(formToken))
                try await site.record("<b>Something</b> happened.")
                let entry = try await events.next { $0.contains("event: log\n") }
                #expect(entry.contains("&lt;b&gt;Something&lt;/b&gt; happened."))
            }
        }
    }

    @Test func `a list of exports gets what its filter leaves, and a log nothing else`() async throws {
        try await Site.open { site in
            try await site.bench.connect()
            let browser = await Browser.signedIn(site)
            let headers = ["Cookie": "session=\(try #require(browser.cookies["session"]))"]
            let base = "/accounts/eriksson/events?view="
            try await Self.listen(to: site, base + "exports&state=failed", headers) { events in
                _ = try await events.next { $0.contains(#"id="exports-list""#) }
                try await site.bench.record(ExportEntry("1", .done, age: 0), ExportEntry("2", .failed, age: 0))
                site.bench.bulletin.post("eriksson")
                let parts = try await events.next { $0.contains("2026-2") }
                #expect(parts.contains("All 2</a>") && !parts.contains("2026-1<"))
            }
            try await Self.listen(to: site, base + "log&level=error", headers) { events in
                try await site.record("of no interest")
                try await site.record("of interest", .error)
                let event = try await events.next { $0.contains("event: log\n") || $0.contains("event: parts\n") }
                #expect(event.contains("of interest") && !event.contains("of no interest"))
            }
        }
    }

    // MARK: - Listening

    private func listening(
        _ target: String,
        _ headers: [String: String],
        _ body: (Site, Events) async throws -> Void
    ) async throws {
        try await Site.open { site in
            try await site.bench.connect()
            try await Self.listen(to: site, target, headers) { try await body(site, $0) }
        }
    }

    private static func listen(
        to site: Site,
        _ target: String,
        _ headers: [String: String],
        _ body: (Events) async throws -> Void
    ) async throws {
        try await withServers([site.app.answer]) { ports in
            var request = HTTPClientRequest(url: "http://127.0.0.1:\(ports[0])\(target)")
            for (name, value) in headers { request.headers.add(name: name, value: value) }
            let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
            #expect(response.status == .ok)
            #expect(response.headers.first(name: "Content-Type") == "text/event-stream")
            let (events, continuation) = AsyncStream.makeStream(of: String.self)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    defer { continuation.finish() }
                    var text = ""
                    for try await chunk in response.body {
                        text += String(buffer: chunk)
                        while let end = text.range(of: "\n\n") {
                            continuation.yield(String(text[..<end.upperBound]))
                            text.removeSubrange(..<end.upperBound)
                        }
                    }
                }
                try await body(Events(stream: events))
                group.cancelAll()
            }
        }
    }

    /// The events of a stream, one text for each.
    struct Events {
        let stream: AsyncStream<String>

        /// The next event that is looked for.
        func next(where isWanted: (String) -> Bool) async throws -> String {
            for await event in stream where isWanted(event) { return event }
            throw NothingMore()
        }
    }

    struct NothingMore: Error {}
}

extension Site {
    /// Writes an entry into the account's log and tells whoever watches.
    fileprivate func record(_ message: String, _ level: LogEntry.Level = .info) async throws {
        try await bench.store.append([
            LogEntry(time: bench.clock.now, account: "eriksson", level: level, message: message)
        ])
        bench.bulletin.post("eriksson")
    }
}
