import Domain
import Foundation
import MicroHTTP
import Persistence
import Sync
import TestSupport
import Testing

@testable import Web

/// Two people at the same settings, and forms that come too late.
@Suite struct SettingsConflictTests {
    private let path = "/accounts/eriksson"

    private func open(_ body: (Site, Browser) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.bench.connect()
            let browser = await Browser.signedIn(site)
            _ = await browser.get(path)
            try await body(site, browser)
        }
    }

    @Test func `what someone else changed meanwhile is shown and not overwritten`() async throws {
        try await open { site, browser in
            let mine = try FilledForm("settings", on: browser.page)
                .with("import.projects").with("import.typeOfWork", "Storing")
            try await site.bench.change {
                $0.import.articles = false
                $0.import.typeOfWork = "Onderhoud"
            }
            #expect(await browser.submit(path + "/settings", mine).status == 409)
            #expect(browser.page.contains("someone else changed these settings"))
            #expect(browser.page.contains("Set “Articles” from on to off"))
            #expect(browser.page.contains("Someone else has set this to Onderhoud."))
            #expect(try await site.bench.store.settings(of: "eriksson").import.projects)
            // What I typed is kept, and what I did not touch is as the other left it.
            let again = try FilledForm("settings", on: browser.page)
            #expect(again.values("import.projects") == [""])
            #expect(again.values("import.articles") == [""])
            #expect(again.values("import.typeOfWork") == ["Storing"])
            #expect(await browser.submit(path + "/settings", again).status == 303)
            let saved = try await site.bench.store.settings(of: "eriksson")
            #expect(!saved.import.projects && !saved.import.articles && saved.import.typeOfWork == "Storing")
        }
    }

    @Test func `a form that is sent twice is no conflict`() async throws {
        try await open { site, browser in
            let form = try FilledForm("settings", on: browser.page).with("import.projects")
            #expect(await browser.submit(path + "/settings", form).status == 303)
            #expect(await browser.submit(path + "/settings", form).status == 303)
            // So is one whose record of what was seen is broken, which says nothing.
            let broken = form.with(SettingsForm.seen, "?")
            #expect(await browser.submit(path + "/settings", broken).status == 303)
        }
    }

    @Test func `a form sent after its session has ended is there again after signing in`() async throws {
        try await open { site, browser in
            let form = try FilledForm("settings", on: browser.page)
                .with("import.projects").with("import.paymentMethod", "a <method> of my own")
            _ = await browser.submit("/sign-out", ["form-token": browser.formToken ?? ""])
            let late = await browser.submit(path + "/settings", form)
            #expect(late.headers["Location"] == "/sign-in")
            _ = await browser.get("/sign-in")
            #expect(browser.page.contains("They are kept: sign in"))
            let signedIn = await browser.submit("/sign-in", ["token": Site.operatorToken])
            #expect(signedIn.headers["Location"] == path)
            _ = await browser.get(path)
            #expect(browser.page.contains("What you typed is here again"))
            let again = try FilledForm("settings", on: browser.page)
            #expect(again.values("import.paymentMethod") == ["a <method> of my own"])
            #expect(again.values("import.projects") == [""])
            // Nothing was saved without a look, and it is shown once.
            #expect(try await site.bench.store.settings(of: "eriksson") == Settings())
            #expect(await browser.submit(path + "/settings", again).status == 303)
            #expect(try await site.bench.store.settings(of: "eriksson").import.paymentMethod == "a <method> of my own")
            _ = await browser.get(path)
            #expect(!browser.page.contains("here again"))
        }
    }

    @Test func `a form of another site is not kept`() async throws {
        try await open { site, browser in
            let form = try FilledForm("settings", on: browser.page)
            site.bench.clock.advance(by: Sessions.lifetime + 1)
            #expect(await browser.submit(path + "/settings", form.with("form-token", "x")).status == 403)
            browser.headers = ["Origin": "https://evil.example"]
            #expect(await browser.submit(path + "/settings", form).status == 403)
            browser.headers = [:]
            #expect(browser.cookies["kept"] == nil)
        }
    }

    @Test func `a kept form leads to no other place`() async throws {
        try await open { site, browser in
            for place in ["../../evil.x", "//evil.example.x", "eriksson", "EVIL.x", ""] {
                let other = Browser(site)
                other.headers = ["Cookie": "kept=\(place)"]
                _ = await other.get("/sign-in")
                other.headers = [:]
                let cookies = other.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
                other.headers = ["Cookie": "kept=\(place); \(cookies)"]
                let reply = await other.submit("/sign-in", ["token": Site.operatorToken])
                #expect(["/", nil].contains(reply.headers["Location"]), "\(place)")
            }
        }
    }
}
