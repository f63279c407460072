import Domain
import Foundation
import MicroHTTP
import Persistence
import Sandbox
import Sync
import TestSupport
import Testing

@testable import Web

@Suite struct SettingsPageTests {
    private let path = "/accounts/eriksson"

    private func open(_ body: (Site, Browser) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.bench.connect()
            let browser = await Browser.signedIn(site)
            _ = await browser.get(path)
            try await body(site, browser)
        }
    }

    // MARK: - Saving

    @Test func `saving says what changed`() async throws {
        try await open { site, browser in
            let fields = [
                "import.customers": "on", "import.includeInactive": "on", "import.changedSince": "2025-02-28",
            ]
            #expect(await browser.submit(path + "/settings", fields).headers["Location"] == path)
            _ = await browser.get(path)
            #expect(browser.page.contains("Saved. Changed: Inactive ones, too, Changed since, Sync by itself."))
            let settings = try await site.bench.accounts.settings(of: "eriksson")
            #expect(settings.import.customers)
            #expect(settings.import.includeInactive)
            #expect(settings.import.changedSince == Date(timeIntervalSince1970: 1_740_700_800))
            #expect(!settings.schedule.enabled)
            // The message is said once.
            _ = await browser.get(path)
            #expect(!browser.page.contains("Saved."))
            _ = await browser.submit(path + "/settings", fields)
            _ = await browser.get(path)
            #expect(browser.page.contains("Nothing was different"))
        }
    }

    @Test(arguments: [
        ("2025-02-29", "Give a date"), ("28.2.2025", "Give a date"), ("\"><script>", "Give a date"),
        ("2099-01-01", "lies in the future"), ("1969-12-31", "before 1970"),
    ])
    func `a wrong date is kept as typed, explained, and saves nothing`(text: String, words: String) async throws {
        try await open { site, browser in
            let fields = ["import.includeInactive": "on", "import.changedSince": text]
            #expect(await browser.submit(path + "/settings", fields).status == 422)
            let value: HTML = #"value="\#(text)""#
            #expect(browser.page.contains(value.markup))
            #expect(browser.page.contains(#"aria-invalid="true""#))
            #expect(browser.page.contains(words))
            #expect(!browser.page.contains("<script>"))
            // The rest of the form is as it was sent, too.
            #expect(browser.page.contains(#"name="import.includeInactive" checked"#))
            #expect(!browser.page.contains(#"name="import.customers" checked"#))
            let settings = try await site.bench.accounts.settings(of: "eriksson")
            #expect(settings == Settings())
        }
    }

    @Test(arguments: ["saved:<script>", "failed:<b>x</b>", "<script>", "failed:NOT_A_CODE", "saved"])
    func `nobody can put words into a page`(notice: String) async throws {
        try await open { site, browser in
            let session = try #require(browser.cookies["session"])
            let request = Request("GET", path, headers: ["Cookie": "session=\(session); notice=\(notice)"])
            let response = await site.answer(request)
            #expect(response.status == 200)
            #expect(!response.text.contains("<script>") && !response.text.contains("<b>x"))
            #expect(!response.text.contains("NOT_A_CODE"))
        }
    }

    // MARK: - Syncing

    @Test func `Sync now puts a run into the queue and comes back`() async throws {
        try await open { site, browser in
            #expect(await browser.submit(path + "/sync").headers["Location"] == path)
            let runs = try await site.bench.history.runs(of: "eriksson", before: nil, limit: 9)
            #expect(runs.map(\.trigger) == [.manual])
            _ = await browser.get(path)
            #expect(browser.page.contains("Sync is waiting for its turn"))
            #expect(browser.page.contains(#"<noscript><meta http-equiv="refresh" content="3"></noscript>"#))

            let cancel = "\(path)/runs/\(runs[0].id)/cancel"
            #expect(browser.page.contains(cancel))
            #expect(await browser.submit(cancel).headers["Location"] == path)
            _ = await browser.get(path)
            #expect(browser.page.contains("Last sync was cancelled"))
            #expect(!browser.page.contains("http-equiv"))
            #expect(await browser.submit("\(path)/runs/unknown/cancel").status == 404)
        }
    }

    @Test func `an unknown scope is refused`() async throws {
        try await open { site, browser in
            #expect(await browser.submit(path + "/sync", ["scope": "customers"]).status == 303)
            #expect(await browser.submit(path + "/sync", ["scope": "everything"]).status == 422)
        }
    }

    @Test func `a sync that can't start says why and what to do`() async throws {
        try await open { site, browser in
            try await site.bench.change { $0.import = .nothing }
            _ = await browser.submit(path + "/sync")
            _ = await browser.get(path)
            #expect(browser.page.contains("Nothing is switched on below"))

            _ = await browser.submit(path + "/disconnect")
            _ = await browser.get(path)
            #expect(browser.page.contains("Disconnected."))
            #expect(browser.page.contains("Next: connect the company"))
            _ = await browser.submit(path + "/sync", ["scope": "customers"])
            _ = await browser.get(path)
            #expect(browser.page.contains("Connect Visma eAccounting again."))

            _ = try await site.bench.accounts.update("eriksson", .init(license: .some(nil)))
            _ = await browser.submit(path + "/sync", ["scope": "customers"])
            _ = await browser.get(path)
            #expect(browser.page.contains("Enter a valid licence for this account."))
            _ = await browser.submit(path + "/connect")
            _ = await browser.get(path)
            #expect(browser.page.contains("Enter a valid licence for this account."))
        }
    }

    @Test func `an error of the store is reported and not shown`() async throws {
        let broken: SyncRequests.Request = { _, _, _ async throws(SyncFailure) in
            throw SyncFailure(.internalError, "disk /secret/path is full")
        }
        try await Site.open(asking: broken) { site in
            try await site.bench.connect()
            let browser = await Browser.signedIn(site)
            _ = await browser.get(path)
            #expect(await browser.submit(path + "/sync").status == 500)
            #expect(!browser.page.contains("secret"))
            #expect(site.reports.all.count == 1)
            let reply = await site.call("POST", "/api/v1\(path)/sync")
            #expect(reply.status == 500)
            #expect(reply["code"] == "INTERNAL_ERROR")
            #expect(!reply.response.text.contains("secret"))
        }
    }

    @Test func `records that are gone wait for a confirmation`() async throws {
        try await open { site, browser in
            #expect(!browser.page.contains("/confirm"))
            try await site.bench.store.save(Cursor(heldBack: 1_234), of: "eriksson", .customers)
            _ = await browser.get(path)
            #expect(browser.page.contains("1,234 records of “Customers” are gone"))
            #expect(await browser.submit(path + "/confirm", ["scope": "customers"]).headers["Location"] == path)
            #expect(try await site.bench.history.heldBack(of: "eriksson").isEmpty)
            #expect(
                try await site.bench.history.runs(of: "eriksson", before: nil, limit: 9).map(\.scopes) == [[.customers]]
            )
            // Sent a second time, from another tab, it asks for nothing more.
            #expect(await browser.submit(path + "/confirm", ["scope": "customers"]).status == 303)
            #expect(await browser.submit(path + "/confirm", ["scope": "x"]).status == 422)
        }
    }

    // MARK: - The log

    @Test func `the log shows newest first, and older entries on demand`() async throws {
        try await open { site, browser in
            let entries = (1...60).map { number in
                LogEntry(time: site.bench.clock.now, account: "eriksson", level: .info, message: "Entry <\(number)>.")
            }
            try await site.bench.store.append(entries)
            _ = await browser.get(path)
            #expect(browser.page.contains("Entry &lt;60&gt;.") && browser.page.contains("Entry &lt;11&gt;."))
            #expect(!browser.page.contains("Entry &lt;10&gt;."))
            let older = try #require(browser.page.firstMatch(of: #/href="([^"]*before=\d+)#log-title"/#)).1
            _ = await browser.get(String(older))
            #expect(browser.page.contains("Entry &lt;10&gt;.") && !browser.page.contains("Entry &lt;11&gt;."))
            #expect(browser.page.contains("Newest entries"))
        }
    }
}
