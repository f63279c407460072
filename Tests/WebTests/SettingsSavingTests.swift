import Domain
import Foundation
import MicroHTTP
import Persistence
import Sync
import TestSupport
import Testing

@testable import Web

/// The settings form, filled in and saved.
@Suite struct SettingsSavingTests {
    private let path = "/accounts/eriksson"

    private func open(_ body: (Site, Browser) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.bench.connect()
            let browser = await Browser.signedIn(site)
            _ = await browser.get(path)
            try await body(site, browser)
        }
    }

    /// What is stored, without what stands in for a value that nobody chose.
    private func settings(_ site: Site) async throws -> Settings {
        try await site.bench.store.settings(of: "eriksson")
    }

    @Test func `saving says what changed`() async throws {
        try await open { site, browser in
            let form = try FilledForm("settings", on: browser.page)
                .with("import.articles").with("import.includeInactive", "on").with("import.changedSince", "2025-02-28")
                .with("import.hourUnits", "h, Tim\r\n\r\n dag ,, H").with("import.orderStatuses", "1", "3")
                .with("import.typeOfWork", "Storing").with("import.paymentMethod", "pin betaling")
                .with("import.shipImportedOrders", "on").with("schedule.enabled")
            #expect(await browser.submit(path + "/settings", form).headers["Location"] == path)
            _ = await browser.get(path)
            let changes = [
                "Set “Articles” from on to off", "Set “Inactive ones, too” from off to on",
                "Set “Changed since” from empty to 28 Feb 2025",
                "Added to “Units of hours”: Tim, dag; removed: hr, hrs,",
                "Added to “Orders to import”: Draft, Shipped; removed: Ongoing",
                "Set “Type of work” from Service to Storing", "Set “Sync by itself” from on to off",
            ]
            for change in changes { #expect(browser.page.contains("<li>\(change)"), "\(change)") }
            var expected = Settings()
            expected.import.articles = false
            expected.import.includeInactive = true
            expected.import.changedSince = Date(timeIntervalSince1970: 1_740_700_800)
            expected.import.hourUnits = ["h", "Tim", "dag"]
            expected.import.orderStatuses = [1, 3]
            expected.import.typeOfWork = "Storing"
            expected.import.paymentMethod = "pin betaling"
            expected.import.shipImportedOrders = true
            expected.schedule.enabled = false
            #expect(try await settings(site) == expected)
            // The message is said once.
            _ = await browser.get(path)
            #expect(!browser.page.contains("Saved."))
        }
    }

    @Test func `a page that is saved as it is changes nothing`() async throws {
        try await open { site, browser in
            var odd = Settings()
            odd.import.projects = false
            odd.import.changedSince = Date(timeIntervalSince1970: 1_740_745_800)
            odd.import.hourUnits = ["\"><b>", "a'b", "½ &amp; h"]
            odd.import.orderStatuses = [1, 4]
            odd.import.typeOfWork = "</select><script>"
            odd.import.paymentMethod = "\" onfocus=\"x"
            odd.import.shipImportedOrders = true
            odd.export.workOrders = false
            odd.export.document = .order
            odd.export.ordersFromVisma = .newDocument
            odd.export.workStatus = "\"><b>"
            odd.export.completedSince = Date(timeIntervalSince1970: 1_740_745_800)
            odd.export.newMaterials = false
            odd.export.hourRounding = 15
            odd.export.roundUp = true
            odd.export.fallbackArticle = "</datalist><script>"
            odd.export.travelArticle = "'&amp;"
            odd.export.articleCodingId = "<b>"
            odd.export.termsOfPaymentId = "\" onfocus=\"x"
            odd.export.referenceField = .ourReference
            odd.export.attachPDF = false
            odd.export.errorWorkStatus = nil
            odd.schedule.enabled = false
            for stored in [Settings(), odd] {
                try await site.bench.accounts.save(stored, of: "eriksson")
                _ = await browser.get(path)
                #expect(!browser.page.contains("<b>") && !browser.page.contains("<script>"))
                #expect(!browser.page.contains("\" onfocus"))
                let form = try FilledForm("settings", on: browser.page)
                #expect(await browser.submit(path + "/settings", form).status == 303)
                _ = await browser.get(path)
                #expect(browser.page.contains("Nothing was different"))
                #expect(try await settings(site) == stored)
            }
        }
    }

    @Test func `the export is set on the page`() async throws {
        try await open { site, browser in
            #expect(browser.page.contains(#"name="export.completedSince" type="date" value="2026-01-15""#))
            let form = try FilledForm("settings", on: browser.page)
                .with("export.workOrders").with("export.document", "order").with(
                    "export.ordersFromVisma",
                    "newDocument"
                )
                .with("export.completedSince", "2026-01-01").with("export.newCustomers")
                .with("export.hourRounding", "30").with("export.roundUp", "on").with("export.fallbackArticle", " 13 ")
                .with("export.travelArticle", "km").with("export.referenceField", "yourReference")
                .with("export.attachPDF").with("export.errorWorkStatus", "")
            #expect(await browser.submit(path + "/settings", form).headers["Location"] == path)
            var expected = Settings()
            expected.export.workOrders = false
            expected.export.document = .order
            expected.export.ordersFromVisma = .newDocument
            expected.export.completedSince = Date(timeIntervalSince1970: 1_767_225_600)
            expected.export.newCustomers = false
            expected.export.hourRounding = 30
            expected.export.roundUp = true
            expected.export.fallbackArticle = "13"
            expected.export.travelArticle = "km"
            expected.export.referenceField = .yourReference
            expected.export.attachPDF = false
            expected.export.errorWorkStatus = nil
            #expect(try await settings(site) == expected)
            _ = await browser.get(path)
            #expect(browser.page.contains("<li>Set “A work order becomes” from Invoice draft to Sales order</li>"))
            let emptied = try FilledForm("settings", on: browser.page)
                .with("export.completedSince", "").with("export.travelArticle", "  ")
            #expect(await browser.submit(path + "/settings", emptied).status == 303)
            _ = await browser.get(path)
            #expect(browser.page.contains("<li>Set “Article for travel” from km to empty</li>"))
            #expect(browser.page.contains(#"name="export.completedSince" type="date" value="2026-01-15""#))
        }
    }

    @Test func `a setting that the form does not name stays as it is`() async throws {
        try await open { site, browser in
            let fields = ["import.customers": "", "import.orderStatuses": "4"]
            #expect(await browser.submit(path + "/settings", fields).status == 303)
            var expected = Settings()
            expected.import.customers = false
            expected.import.orderStatuses = [4]
            let saved = try await settings(site)
            #expect(saved == expected)
            #expect(await browser.submit(path + "/settings").status == 303)
            let again = try await settings(site)
            #expect(again == expected)
        }
    }

    @Test func `what a company without sales orders can't use is kept`() async throws {
        try await Site.open { site in
            try await site.bench.register("eriksson")
            _ = try await site.bench.connectByLogin("eriksson", company: "norrland")
            var stored = Settings()
            stored.import.orderStatuses = [1, 2]
            stored.import.shipImportedOrders = true
            stored.export.document = .order
            stored.export.ordersFromVisma = .newDocument
            try await site.bench.accounts.save(stored, of: "eriksson")
            let browser = await Browser.signedIn(site)
            _ = await browser.get(path)
            #expect(browser.page.contains("This company has no sales orders"))
            let button = try #require(browser.page.firstMatch(of: /<button[^>]*value="orders"[^>]*>/)).output
            #expect(button.contains(" disabled") && button.contains(#"aria-describedby="field-import-orders-hint""#))
            #expect(!browser.page.contains(/<button[^>]*value="articles"[^>]*disabled/))

            let form = try FilledForm("settings", on: browser.page)
            for setting in ["orders", "orderStatuses", "typeOfWork", "paymentMethod", "shipImportedOrders"] {
                #expect(form.values("import.\(setting)").isEmpty, "\(setting)")
            }
            for setting in ["document", "ordersFromVisma"] {
                #expect(form.values("export.\(setting)").isEmpty, "\(setting)")
            }
            #expect(browser.page.contains("Use invoice drafts."))
            #expect(await browser.submit(path + "/settings", form.with("import.articles")).status == 303)
            stored.import.articles = false
            #expect(try await settings(site) == stored)
            // What it can use instead can be chosen.
            _ = await browser.get(path)
            let second = try FilledForm("settings", on: browser.page).with("export.document", "invoiceDraft")
            _ = await browser.submit(path + "/settings", second)
            stored.export.document = .invoiceDraft
            #expect(try await settings(site) == stored)
        }
    }

    @Test(arguments: [
        ("changedSince", "2025-02-29", "Give a date"), ("changedSince", "28.2.2025", "Give a date"),
        ("changedSince", "\"><script>", "Give a date"), ("changedSince", "2099-01-01", "lies in the future"),
        ("changedSince", "1969-12-31", "before 1970"),
        ("hourUnits", "h, </textarea><script>\u{7}", "Entry 2: Leave out line breaks and control characters."),
        ("hourUnits", "h, " + String(repeating: "<", count: 51), "Entry 2: Give at most 50 characters."),
        ("orderStatuses", "\"><script>", "Entry 1: Give a whole number from 1 to 4."),
        ("typeOfWork", " ", "This is missing."), ("typeOfWork", "<script>\u{7}", "control characters"),
        ("paymentMethod", String(repeating: "\"'", count: 60), "Give at most 100 characters."),
    ])
    func `wrong input is kept as typed, explained, and saves nothing`(
        name: String,
        text: String,
        words: String
    ) async throws {
        try await open { site, browser in
            let form = try FilledForm("settings", on: browser.page)
                .with("import.\(name)", text).with("import.includeInactive", "on").with("import.customers")
            #expect(await browser.submit(path + "/settings", form).status == 422)
            #expect(browser.page.contains(#"aria-invalid="true""#))
            #expect(browser.page.contains(#"id="field-import-\#(name)-fault""#))
            #expect(browser.page.contains(words))
            #expect(!browser.page.contains("<script>"))
            // The whole form is as it was sent, but for a box that does not exist.
            let again = try FilledForm("settings", on: browser.page)
            if name != "orderStatuses" { #expect(again.values("import.\(name)") == [text]) }
            #expect(again.values("import.includeInactive") == ["", "on"])
            #expect(again.values("import.customers") == [""])
            #expect(try await settings(site) == Settings())
        }
    }

    @Test func `without a status no order could come`() async throws {
        try await open { site, browser in
            let form = try FilledForm("settings", on: browser.page).with("import.orderStatuses")
            #expect(await browser.submit(path + "/settings", form).status == 422)
            #expect(browser.page.contains("Choose at least one."))
            #expect(try await settings(site) == Settings())
        }
    }
}
