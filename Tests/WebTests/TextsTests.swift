import Domain
import Foundation
import MicroHTTP
import Sandbox
import Sync
import TestSupport
import Testing

@testable import Web

@Suite struct TextsTests {
    /// Words that are spelled as in English, and names.
    private static let alike: [Language: Set<String>] = [
        .portuguese: ["OutSmart – Visma eAccounting", "Visma eAccounting"],
        .dutch: [
            "OutSmart – Visma eAccounting", "Visma eAccounting", "Accounts", "Account", "Import", "Export", "Code",
            "Documents", "Details", "Project", "Help",
        ],
        .swedish: ["Import", "Export", "Text"],
    ]

    private static let foreign = Language.allCases.filter { $0 != .english }

    /// The texts of a language that are no closures, by section and name.
    private func plainTexts(_ language: Language) -> [String: String] {
        var texts: [String: String] = [:]
        for section in Mirror(reflecting: Texts.in(language)).children {
            for text in Mirror(reflecting: section.value).children {
                texts["\(section.label ?? "").\(text.label ?? "")"] = text.value as? String
            }
        }
        return texts
    }

    @Test(arguments: foreign)
    func `no text is empty, or English`(language: Language) throws {
        let english = plainTexts(.english)
        #expect(english.count > 80)
        for (name, text) in plainTexts(language) {
            #expect(!text.isEmpty && text == text.trimmingCharacters(in: .whitespacesAndNewlines), "\(name)")
            #expect(text != english[name] || Self.alike[language, default: []].contains(text), "\(name): \(text)")
        }
    }

    @Test(arguments: foreign)
    func `every code says in the reader's language what happened and what to do`(language: Language) {
        let (texts, english) = (Texts.in(language).codes, Texts.english.codes)
        var headlines: Set<String> = []
        for code in LogEntry.Code.allCases {
            #expect(texts.headline(code) != english.headline(code) && texts.action(code) != english.action(code))
            #expect(texts.action(code).hasSuffix(".") && !texts.headline(code).hasSuffix("."), "\(code)")
            #expect(texts.headline(code).count <= 60, "\(code)")
            #expect(headlines.insert(texts.headline(code)).inserted, "\(code)")
        }
        #expect(LogEntry.Code.allCases.allSatisfy { english.action($0) == $0.action })
    }

    @Test(arguments: foreign)
    func `every setting, state and fault is named`(language: Language) {
        let (texts, english) = (Texts.in(language), Texts.english)
        for setting in Setting.allCases where ![.projects, .document].contains(setting) {
            #expect(texts.settings.name(setting) != english.settings.name(setting), "\(setting)")
        }
        for setting in Setting.allCases {
            #expect((texts.settings.hint(setting) == nil) == (english.settings.hint(setting) == nil), "\(setting)")
            #expect(
                texts.settings.hint(setting) == nil || texts.settings.hint(setting) != english.settings.hint(setting)
            )
        }
        for state in ExportEntry.State.allCases {
            #expect(texts.export.state(state) != english.export.state(state), "\(state)")
        }
        let faults: [FieldFault] = [
            .missing, .unknown, .taken, .noText, .tooLong(7), .tooManyCharacters(7), .unprintable, .comma, .repeated,
            .noFlag, .noList, .noneChosen, .tooMany(7), .element(6, .comma), .noDate, .dateInFuture, .dateTooEarly,
            .noObject, .noScope, .noWholeNumber(1...7), .notOneOf(["7"]), .account(.identifier),
            .account(.length(1...7)),
        ]
        for fault in faults {
            #expect(texts.settings.fault(fault) != english.settings.fault(fault), "\(fault)")
            #expect(!english.settings.fault(fault).contains("7") || texts.settings.fault(fault).contains("7"))
        }
    }

    @Test(arguments: Language.allCases)
    func `what is counted is said, in the singular where there is one`(language: Language) {
        let texts = Texts.in(language)
        let day = Date(timeIntervalSince1970: 1_795_824_000)
        for sentence in [texts.export.waiting(12_345, day), texts.export.leftOut(12_345, day)] {
            #expect(sentence.contains(language.number(12_345)) && sentence.contains(language.day(day)))
        }
        #expect(
            texts.export.waiting(1, day).contains(language.day(day)) && !texts.export.waiting(1, day).contains("1 ")
        )
        #expect(texts.export.waiting(2, nil) != texts.export.waiting(1, nil))
        #expect(texts.export.leftOut(1, nil) != texts.export.leftOut(2, nil))
        #expect(texts.general.heldBack(.customers, 4_321).contains(language.number(4_321)))
        #expect(texts.general.heldBack(.customers, 4_321).contains(texts.site.scope(.customers)))
        let change = SettingChange(setting: .customers, old: .flag(true), new: .flag(false))
        let saved = SettingWords(texts: texts, choices: Choices()).change(change)
        #expect(saved.contains(texts.settings.name(.customers)) && saved.contains(texts.setup.off))
        #expect(texts.problems.advice(.tooManyRequests(wait: 27))?.contains("27") == true)
    }

    @Test func `numbers are written as the reader writes them`() {
        let numbers = Language.allCases.map { language in
            [
                language.number(-1_234_567), language.number(1_234), language.number(12_345),
                language.number(Decimal(string: "-1234.5") ?? 0, decimals: 2), language.percent(12),
            ]
        }
        #expect(
            numbers == [
                ["−1,234,567", "1,234", "12,345", "−1,234.50", "12%"],
                ["−1\u{a0}234\u{a0}567", "1234", "12\u{a0}345", "−1234,50", "12\u{a0}%"],
                ["−1.234.567", "1.234", "12.345", "−1.234,50", "12%"],
                ["−1\u{a0}234\u{a0}567", "1\u{a0}234", "12\u{a0}345", "−1\u{a0}234,50", "12\u{a0}%"],
            ]
        )
        #expect(Language.dutch.number(Int.min).hasPrefix("−9.223") && Language.swedish.number(Decimal(0)) == "0")
        #expect(Language.english.number(Decimal(string: "0.123456") ?? 0, decimals: 2) == "0.123456")
    }

    @Test func `days and moments are written as the reader writes them`() throws {
        let moment = try #require(Timestamp.date("2026-11-28T09:05:59Z"))
        #expect(Language.allCases.map { $0.day(moment) } == ["28 Nov 2026", "28/11/2026", "28-11-2026", "2026-11-28"])
        #expect(Language.swedish.moment(moment) == "2026-11-28 09:05\u{a0}UTC")
        let may = try #require(Timestamp.day("2026-05-03"))
        #expect(Language.allCases.map { $0.day(may) } == ["3 May 2026", "03/05/2026", "03-05-2026", "2026-05-03"])
    }
}

@Suite struct LeftoverTests {
    /// What is the same in English: names, and words that are spelled alike.
    private static let alike: [Language: Set<String>] = [
        .portuguese: ["OutSmart – Visma eAccounting", "Visma eAccounting"],
        .dutch: [
            "OutSmart – Visma eAccounting", "Visma eAccounting", "Accounts", "Account", "Import", "Export", "Code",
            "Info", "Details", "Project", "Help",
        ],
        .swedish: ["Import", "Export", "Text", "Info"],
    ]

    @Test(arguments: [Language.portuguese, .dutch, .swedish])
    func `a page has no English text besides what was written down`(language: Language) async throws {
        try await Site.open { site in
            try await site.bench.connect()
            let exported: Set = [
                "4100013 Ventil & rör", "1 Rör", "99 Not exported to Visma", "Kund 1 Åström", "K1001", "WO-2026-1",
                "st",
                "Work order 2026-1, 2026-01-15", "Bytt <ventil>",
            ]
            let data = try await ownWords(of: site).union(exported)
            let browser = await Browser.signedIn(site)
            try await compare(["/accounts", "/accounts/eriksson", "/nowhere"], language, browser, data)

            try site.bench.complete(1)
            try site.bench.complete(2, ["Materials": []])
            try await compare(["/accounts/eriksson/preview", "/accounts/eriksson"], language, browser, data)
            try await site.bench.sync("eriksson", [.customers, .articles, .workOrders])
            try await compare(["/accounts/eriksson", "/accounts/eriksson/exports"], language, browser, data)
            try await compare(["/sign-in"], language, Browser(site), data)
        }
    }

    private func compare(
        _ paths: [String],
        _ language: Language,
        _ browser: Browser,
        _ data: Set<String>
    ) async throws {
        for path in paths {
            browser.headers["Accept-Language"] = "en"
            let english = texts(of: await browser.get(path).text)
            #expect(!english.isEmpty)
            browser.headers["Accept-Language"] = language.rawValue
            let left = texts(of: await browser.get(path).text).intersection(english)
                .subtracting(Self.alike[language, default: []]).subtracting(data)
            #expect(left.isEmpty, "\(path)")
        }
    }

    /// What people read or hear on a page, without codes, times and what is marked as English.
    private func texts(of page: String) -> Set<String> {
        let spoken = page.replacing(/<(code|pre|time|script|style)\b.*?<\/\1>/.dotMatchesNewlines(), with: "§")
            .replacing(/<(span lang="en"|td class="text")>.*?<\/(span|td)>/.dotMatchesNewlines(), with: "§")
        let attributes = spoken.matches(of: /(?:aria-label|title|placeholder|alt)="([^"]*)"/).map { String($0.1) }
        let nodes = spoken.replacing(/<[^>]*>/, with: "\n").split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }
        let parts = (nodes + attributes).flatMap { $0.split(separator: " · ") }.map(Tag.unescaped)
        return Set(parts.filter { $0.contains(where: \.isLetter) })
    }

    /// The company's own words, and the languages' names.
    private func ownWords(of site: Site) async throws -> Set<String> {
        let choices = await site.call("GET", "/api/v1/accounts/eriksson/choices").json ?? [:]
        let offers = choices.values.compactMap { $0 as? [[String: Any]] }.joined().compactMap { $0["name"] as? String }
        let status = try await site.bench.accounts.status(of: "eriksson")
        let company = try #require(status.connection.company)
        let names = [company.name, company.registrationNumber, status.account.name].compactMap(\.self)
        let whole = [names.prefix(2).joined(separator: ", ")] + names
        let units = Settings().import.hourUnits.joined(separator: ", ")
        return Set(offers + whole + Language.allCases.map(\.name) + [units])
    }
}
