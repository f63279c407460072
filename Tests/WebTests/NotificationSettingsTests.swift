import Domain
import Foundation
import MicroHTTP
import Persistence
import TestSupport
import Testing

@testable import Web

/// Where messages about trouble go, and the secret that signs them, which nobody sees again.
@Suite struct NotificationSettingsTests {
    private let path = "/api/v1/accounts/eriksson/settings"
    private let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

    private func open(_ body: (Site) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.bench.connect()
            try await body(site)
        }
    }

    private func notifications(_ reply: Reply) -> [String: Any] {
        reply.json?["notifications"] as? [String: Any] ?? [:]
    }

    private func stored(_ site: Site) async throws -> String? {
        guard case .sealed(let sealed) = try await site.bench.store.settings(of: "eriksson").notifications.webhookSecret
        else { return nil }
        return try site.bench.sealing.open(sealed, for: "eriksson")
    }

    @Test func `a secret is kept sealed and shown as a mask, which leaves it as it is`() async throws {
        try await open { site in
            let patch =
                #"{"notifications": {"webhookURL": "https://hooks.example/a?b=c", "webhookSecret": "\#(secret)"}}"#
            let set = await site.call("PATCH", path, patch)
            #expect(set.status == 200)
            for reply in [set, await site.call("GET", path)] {
                #expect(notifications(reply)["webhookURL"] as? String == "https://hooks.example/a?b=c")
                #expect(notifications(reply)["webhookSecret"] as? String == "whsec_…")
            }
            #expect(try await stored(site) == secret)
            let file = try Data(contentsOf: URL(filePath: site.bench.world.storePath))
            let log = try Data(contentsOf: URL(filePath: site.bench.world.storePath + "-wal"))
            for bytes in [file, log] { #expect(bytes.range(of: Data(secret.dropFirst(6).utf8)) == nil) }

            // The whole document, handed back.
            let back = await site.call("PATCH", path, await site.call("GET", path).response.text)
            #expect(back.status == 200)
            #expect(try await stored(site) == secret)
            let removed = await site.call("PATCH", path, #"{"notifications": {"webhookSecret": null}}"#)
            #expect(notifications(removed)["webhookSecret"] is NSNull)
            #expect(try await stored(site) == nil)
        }
    }

    @Test(arguments: [
        (#"{"webhookURL": "hooks.example"}"#, "webhookURL"),
        (#"{"webhookURL": "http://hooks.example/"}"#, "webhookURL"),
        (#"{"webhookURL": "https://10.0.0.1/"}"#, "webhookURL"), (#"{"webhookURL": 1}"#, "webhookURL"),
        (#"{"webhookURL": "https://169.254.169.254/latest/meta-data"}"#, "webhookURL"),
        (#"{"webhookURL": "https://user:secret@hooks.example/"}"#, "webhookURL"),
        (#"{"webhookURL": ""}"#, "webhookURL"),
        (#"{"webhookSecret": "short"}"#, "webhookSecret"), (#"{"webhookSecret": "whsec_c2hvcnQ="}"#, "webhookSecret"),
        (#"{"webhookSecret": "whsec_…"}"#, "webhookSecret"), (#"{"webhookSecret": true}"#, "webhookSecret"),
        (#"{"address": "x"}"#, "address"),
    ])
    func `what can't be used is named, and changes nothing`(notifications: String, field: String) async throws {
        try await open { site in
            let reply = await site.call("PATCH", path, #"{"notifications": \#(notifications)}"#)
            #expect(reply.status == 422)
            #expect(reply.faultyFields == ["notifications.\(field)"])
            let settings = try await site.bench.store.settings(of: "eriksson")
            #expect(settings.notifications == Settings.Notifications())
        }
    }

    @Test func `both are set on the page, which shows no secret`() async throws {
        try await open { site in
            let browser = await Browser.signedIn(site)
            _ = await browser.get("/accounts/eriksson")
            let form = try FilledForm("settings", on: browser.page)
                .with("notifications.webhookURL", "https://hooks.example/").with("notifications.webhookSecret", secret)
            #expect(await browser.submit("/accounts/eriksson/settings", form).status == 303)
            #expect(try await stored(site) == secret)
            _ = await browser.get("/accounts/eriksson")
            #expect(browser.page.contains(#/<li>.*Tell this address about trouble.*https://hooks\.example/.*</li>/#))
            #expect(browser.page.contains(#/<li>.*Secret that signs.*</li>/#))
            #expect(!browser.page.contains(secret) && browser.page.contains(#"value="whsec_…""#))

            // Saved as it is, the secret stays.
            let again = try FilledForm("settings", on: browser.page)
            #expect(await browser.submit("/accounts/eriksson/settings", again).status == 303)
            _ = await browser.get("/accounts/eriksson")
            #expect(browser.page.contains("Nothing was different"))
            #expect(try await stored(site) == secret)

            let other = "whsec_" + Data(repeating: 7, count: 32).base64EncodedString()
            let changed = again.with("notifications.webhookSecret", other)
            #expect(await browser.submit("/accounts/eriksson/settings", changed).status == 303)
            _ = await browser.get("/accounts/eriksson")
            #expect(browser.page.contains(#/<li>.*Secret that signs.*</li>/#))
            #expect(!browser.page.contains(#/<li>.*Tell this address about trouble.*</li>/#))
            #expect(try await stored(site) == other)

            let wrong = again.with("notifications.webhookURL", "https://10.0.0.1/")
            #expect(await browser.submit("/accounts/eriksson/settings", wrong).status == 422)
            #expect(browser.page.contains("Give an address on the internet that begins with https://."))
            #expect(browser.page.contains(#"id="field-notifications-webhookURL-fault""#))
        }
    }
}
