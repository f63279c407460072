import Domain
import Foundation
import MicroHTTP
import Persistence
import Sandbox
import Sync
import TestSupport
import Testing

@testable import Web

/// The first visit, step by step, as a browser without JavaScript takes it.
@Suite struct SetupTests {
    private let path = "/accounts/eriksson"

    /// The step that the page says is next.
    private func next(on page: String) -> String? {
        page.firstMatch(of: /<li class="now" aria-current="step"><h3>([^<]*)</).map { String($0.1) }
    }

    @Test func `the guide leads from the licence to the first sync and then goes away`() async throws {
        try await Site.open { site in
            try await site.bench.register("eriksson")
            _ = try await site.bench.accounts.update("eriksson", .init(license: .some(nil)))
            let browser = await Browser.signedIn(site)
            _ = await browser.get(path)
            #expect(next(on: browser.page) == "Enter the licence")
            #expect(await browser.submit(path + "/license", ["license": "  a valid\n licence "]).status == 422)
            _ = try await site.bench.accounts.update("eriksson", .init(license: Bench.World.license))
            _ = await browser.get(path)
            #expect(next(on: browser.page) == "Connect Visma eAccounting")
            try await site.bench.reconnect()
            _ = await browser.get(path)
            #expect(next(on: browser.page) == "Confirm the company")
            #expect(browser.page.contains("Is this the company?"))
            _ = await browser.submit(path + "/setup", ["step": "company", "answer": "yes"])
            _ = await browser.get(path)
            #expect(browser.page.contains("this is the company."))
            #expect(next(on: browser.page) == "Choose what to import")
            // Whoever changes what is imported has chosen it.
            let form = try FilledForm("settings", on: browser.page).with("import.projects")
            _ = await browser.submit(path + "/settings", form)
            _ = await browser.get(path)
            #expect(next(on: browser.page) == "Choose since when to export")
            _ = await browser.submit(path + "/setup", ["step": "exportStart", "answer": "yes"])
            _ = await browser.get(path)
            #expect(next(on: browser.page) == "Start the first sync")
            #expect(browser.page.contains("6 of 7 done"))
            _ = try await site.bench.sync("eriksson", [.customers])
            _ = await browser.get(path)
            #expect(!browser.page.contains("id=\"guide\""))
            // It stays away, whatever becomes of the licence or the runs.
            _ = try await site.bench.accounts.update("eriksson", .init(license: .some(nil)))
            _ = await browser.get(path)
            #expect(!browser.page.contains("id=\"guide\""))
        }
    }

    @Test func `a company connected by mistake can be exchanged as long as nothing came from it`() async throws {
        try await Site.open { site in
            try await site.bench.register("eriksson")
            _ = try await site.bench.connectByLogin("eriksson", company: "norrland")
            let browser = await Browser.signedIn(site)
            _ = await browser.get(path)
            _ = await browser.submit(path + "/setup", ["step": "company", "answer": "no"])
            _ = await browser.get(path)
            #expect(browser.page.contains("choose the right company"))
            let outcome = try await site.bench.connectByLogin("eriksson", company: "eriksson")
            #expect(outcome.company?.id != nil && outcome.failure == nil)
            // Confirmed, it is the account's own.
            _ = await browser.get(path)
            _ = await browser.submit(path + "/setup", ["step": "company", "answer": "yes"])
            _ = await browser.submit(path + "/setup", ["step": "company", "answer": "no"])
            _ = await browser.get(path)
            #expect(browser.page.contains("this account stays with it"))
            #expect(
                try await site.bench.connectByLogin("eriksson", company: "norrland").failure?.code == .companyMismatch
            )
        }
    }

    @Test func `only decisions of people are taken`() async throws {
        try await Site.open { site in
            try await site.bench.register("eriksson")
            let browser = await Browser.signedIn(site)
            _ = await browser.get(path)
            for (step, answer) in [("firstSync", "yes"), ("x", "yes"), ("imports", "maybe"), ("", "")] {
                #expect(await browser.submit(path + "/setup", ["step": step, "answer": answer]).status == 422)
            }
            // There is no company to confirm.
            #expect(await browser.submit(path + "/setup", ["step": "company", "answer": "yes"]).status == 404)
            #expect(try await site.bench.store.decidedSteps(of: "eriksson").isEmpty)
            #expect(await browser.post(path + "/setup", ["step": "imports", "answer": "yes"]).status == 403)
        }
    }

    @Test func `a token is stored once OutSmart has accepted it, and never shown`() async throws {
        try await Site.open { site in
            try await site.bench.register("eriksson")
            let browser = await Browser.signedIn(site)
            _ = await browser.get(path)
            let stored = try await site.bench.store.account("eriksson")?.outSmart.token
            let reply = await browser.submit(path + "/outsmart", ["outsmart-token": "wrong<token>"])
            #expect(reply.status == 422)
            #expect(browser.page.contains("Check the OutSmart token of this account"))
            #expect(browser.page.contains(#"id="field-outsmart-token-fault""#))
            #expect(!browser.page.contains("wrong&lt;"))
            #expect(await browser.submit(path + "/outsmart", ["outsmart-token": " "]).status == 422)
            #expect(try await site.bench.store.account("eriksson")?.outSmart.token == stored)

            let token = VendorSandbox.outSmartToken(of: "eriksson")
            let accepted = await browser.submit(path + "/outsmart", ["outsmart-token": " \(token)\n"])
            #expect(accepted.headers["Location"] == path)
            _ = await browser.get(path)
            #expect(browser.page.contains("OutSmart accepted the token"))
            #expect(!browser.page.contains(token))
            let sealed = try #require(try await site.bench.store.account("eriksson")?.outSmart.token)
            #expect(try site.bench.sealing.open(sealed, for: "eriksson") == token)
        }
    }

    @Test func `the settings page with all that it loads stays below 60 KB`() async throws {
        try await Site.open { site in
            try await site.bench.connect()
            _ = try await site.bench.sync("eriksson", [.customers])
            for number in 0..<60 {
                try await site.bench.store.append([
                    LogEntry(
                        time: site.bench.clock.now,
                        account: "eriksson",
                        level: .warning,
                        scope: .customers,
                        record: "Customer \(number)",
                        code: .customerIncomplete,
                        message: "Visma has no postal code, city for this customer; OutSmart requires it and got “-”."
                    )
                ])
            }
            try await site.bench.record((1...20).map { ExportEntry("\($0)", .done, age: 5) })
            let browser = await Browser.signedIn(site)
            var size = await browser.get(path).bytes.count
            let links = Set(browser.page.matches(of: /(?:src|href)="(\/static\/[^"]*)"/).map { String($0.1) })
            #expect(links.count >= 3)
            for link in links { size += await browser.get(link).bytes.count }
            #expect(size <= 60 << 10, "\(size)")
            _ = await browser.get(path)
            #expect(!browser.page.contains(/(?:src|href)="(?:https?:)?\/\//))
        }
    }
}
