import Domain
import MicroHTTP
import TestSupport
import Testing

@testable import Web

@Suite struct AcceptLanguageTests {
    @Test(arguments: [
        ("sv", Language.swedish), ("pt-BR", .portuguese), ("sv-SE, en;q=0.8", .swedish), ("NL-be", .dutch),
        ("de, fr;q=0.9, nl;q=0.1", .dutch), ("en;q=0.5, pt;q=0.6", .portuguese), ("en;q=0.5, pt;q=0.5", .english),
        ("pt;q=0.5 , nl ;q=1.000", .dutch), ("sv;q=0, *;q=0.2", .english), ("en;q=0, *", .portuguese),
        ("nl;q=0.2, nl-BE;q=0.9, sv;q=0.5", .dutch), ("*", .english), (",, sv", .swedish), ("sv;Q=0.3", .swedish),
    ])
    func `the language that is wanted most is spoken`(header: String, language: Language) {
        #expect(AcceptLanguage([header]).best(of: Language.allCases) == language)
    }

    @Test(arguments: [
        "", "de", "q=1", "sv;q=2", "sv;q=1.001", "sv;q=0.1234", "sv;q=-1", "sv;q=", "sv;level=1", "sv;q=1;q=1", "s v",
        "svenska spraket", "portuguese", "-sv", "sv-", "sv;q=0", "sv;q=0.000", ";", "ſv", "\u{0}",
    ])
    func `what can't be read, or is not wanted, is no wish`(header: String) {
        #expect(AcceptLanguage([header]).best(of: Language.allCases) == nil)
    }

    @Test func `two headers count as one`() {
        #expect(AcceptLanguage(["de, sv;q=0.4", "pt;q=0.5"]).best(of: Language.allCases) == .portuguese)
    }

    @Test func `any text is read without harm, and a wish beside it is kept`() {
        var random = SeededGenerator(seed: 5)
        let pieces = ["sv", "en", "*", "-", ",", ";", "q=", "0.", "1", " ", "\t", "é", "=", "\u{301}", "😀", "zz"]
        for _ in 0..<2_000 {
            let noise = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            _ = AcceptLanguage([noise]).best(of: Language.allCases)
            // What stands in an element of its own counts, whatever stands in the others.
            let others = noise.replacing(/sv|en|\*/, with: "de")
            #expect(AcceptLanguage([others + ",nl;q=0.4"]).best(of: Language.allCases) == .dutch, "\(others)")
        }
    }

    @Test func `the order of wishes of different strength does not matter`() {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<500 {
            let qualities = Array(0...1_000).shuffled(using: &random).prefix(Language.allCases.count)
            let wishes = zip(Language.allCases, qualities)
            let best = wishes.max { $0.1 < $1.1 }
            let header = wishes.map { language, quality in
                "\(language.rawValue);q=\(quality == 1_000 ? "1" : "0." + "\(1_000 + quality)".dropFirst())"
            }
            .shuffled(using: &random).joined(separator: ", ")
            #expect(AcceptLanguage([header]).best(of: Language.allCases) == best?.0, "\(header)")
        }
    }
}

@Suite struct LanguageTests {
    private let path = "/accounts/eriksson"

    private func open(_ body: (Site, Browser) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.bench.connect("eriksson")
            try await body(site, await Browser.signedIn(site))
        }
    }

    @Test func `a page is in the language of the browser until the account has one`() async throws {
        try await open { site, browser in
            browser.headers["Accept-Language"] = "sv-SE,sv;q=0.9,en;q=0.5"
            let page = await browser.get(path)
            #expect(page.headers["Content-Language"] == "sv" && page.headers["Vary"] == "Accept-Language")
            #expect(page.text.contains("<html lang=\"sv\">"))

            let form = try FilledForm("settings", on: browser.page)
            #expect(form.values("language") == [""])
            #expect(await browser.submit(path + "/settings", form.with("language", "nl")).status == 303)
            for page in [path, path + "/exports", path + "/preview"] {
                #expect(await browser.get(page).headers["Content-Language"] == "nl", "\(page)")
            }
            #expect(await browser.get("/accounts").headers["Content-Language"] == "sv")
            #expect(await browser.get("/nowhere").headers["Content-Language"] == "sv")
            #expect(await browser.get("/sign-in").headers["Content-Language"] == nil)

            _ = await browser.get(path)
            let back = try FilledForm("settings", on: browser.page).with("language", "")
            #expect(back.values("language") == [""])
            _ = await browser.submit(path + "/settings", back)
            #expect(await browser.get(path).headers["Content-Language"] == "sv")
        }
    }

    @Test(arguments: [#""de""#, #""EN""#, #""""#, "7", "[]", #"{"a": 1}"#])
    func `another language is refused`(value: String) async throws {
        try await open { site, _ in
            let settings = "/api/v1/accounts/eriksson/settings"
            #expect(await site.call("PATCH", settings, #"{"language": "pt"}"#)["language"] == "pt")
            let reply = await site.call("PATCH", settings, #"{"language": \#(value)}"#)
            #expect(reply.status == 422 && reply.faultyFields == ["language"])
            #expect(await site.call("GET", settings)["language"] == "pt")
            #expect(await site.call("PATCH", settings, #"{"language": null}"#)["language"] == nil)
        }
    }

    @Test func `scripts read English whatever they accept`() async throws {
        try await Site.open { site in
            var request = Request("GET", "/api/v1/accounts")
            request.headers["Accept-Language"] = "sv"
            let reply = Reply(await site.answer(request))
            #expect(reply["title"] == "Not signed in" && reply.response.headers["Content-Language"] == nil)
        }
    }
}
