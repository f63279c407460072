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

    @Test(arguments: [Scope.customers, .articles, .projects, .orders])
    func `every list has a button of its own`(scope: Scope) async throws {
        try await open { site, browser in
            let button = try #require(browser.page.firstMatch(of: Regex(#"<button[^>]*value="\#(scope)"[^>]*>"#)))
            let markup = browser.page[button.range]
            #expect(markup.contains(#"form="sync""#) && markup.contains(#"name="scope""#))
            let form = try FilledForm("sync", on: browser.page)
            #expect(form.fields.map(\.name) == ["form-token"])
            #expect(
                await browser.submit(path + "/sync", form.with("scope", scope.rawValue)).headers["Location"] == path
            )
            let runs = try await site.bench.history.runs(of: "eriksson", before: nil, limit: 9)
            #expect(runs.map(\.scopes) == [[scope]])
        }
    }

    @Test func `without a connection no list can be synced`() async throws {
        try await Site.open { site in
            try await site.bench.register("eriksson")
            let browser = await Browser.signedIn(site)
            _ = await browser.get(path)
            #expect(browser.page.contains("import.customers"))
            #expect(!browser.page.contains(#"name="scope" value="#))
        }
    }

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
            try await site.bench.change { $0.switchOn([]) }
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

    @Test(arguments: [(Scope.customers, "Customers"), (.articles, "Articles"), (.projects, "Projects")])
    func `records that are gone wait for a confirmation`(scope: Scope, name: String) async throws {
        try await open { site, browser in
            #expect(!browser.page.contains("/confirm"))
            try await site.bench.store.save(Cursor(heldBack: 1_234), of: "eriksson", scope)
            _ = await browser.get(path)
            #expect(browser.page.contains("1,234 records of “\(name)” are gone"))
            #expect(await browser.submit(path + "/confirm", ["scope": scope.rawValue]).headers["Location"] == path)
            #expect(try await site.bench.history.heldBack(of: "eriksson").isEmpty)
            #expect(
                try await site.bench.history.runs(of: "eriksson", before: nil, limit: 9).map(\.scopes) == [[scope]]
            )
            // Sent a second time, from another tab, it asks for nothing more.
            #expect(await browser.submit(path + "/confirm", ["scope": scope.rawValue]).status == 303)
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
            #expect(browser.page.contains("Entry &lt;60&gt;.") && browser.page.contains("Entry &lt;56&gt;."))
            #expect(!browser.page.contains("Entry &lt;55&gt;."))
            let older = try #require(browser.page.firstMatch(of: #/href="([^"]*before=\d+)#log-title"/#)).1
            _ = await browser.get(String(older))
            #expect(browser.page.contains("Entry &lt;55&gt;.") && !browser.page.contains("Entry &lt;56&gt;."))
            #expect(browser.page.contains("Newest entries"))
        }
    }
}
