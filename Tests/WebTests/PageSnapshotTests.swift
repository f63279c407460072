import Domain
import Foundation
import Sync
import Testing

@testable import Web

@Suite struct PageSnapshotTests {
    private let start = Date(timeIntervalSince1970: 1_768_464_000)
    private var frame: Frame

    init() throws {
        // No file: the links in the snapshots do not change with the style sheet.
        let empty = FileManager.default.temporaryDirectory.appending(path: "connector-no-files")
        try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
        frame = Frame(
            texts: .english,
            files: try StaticFiles(folder: empty.path(percentEncoded: false)),
            holder: .operator,
            formToken: "form-token"
        )
    }

    private func status(_ state: Connection.State, _ license: LicenseState) -> Accounts.Status {
        let company = Company(id: "c", name: "Åkes Rör & El AB", registrationNumber: "556677-8899", hasOrders: true)
        let sealed = SealedSecret(keyID: "k", box: [])
        return Accounts.Status(
            account: Account(
                id: "ake",
                name: "Åkes Rör & El",
                createdAt: start,
                outSmart: .init(token: sealed),
                license: nil,
                apiKeyDigest: [],
                webhookSecrets: .init(current: sealed)
            ),
            connection: Connection(account: "ake", state: state, company: state == .disconnected ? nil : company),
            license: license
        )
    }

    private var choices: Choices {
        var choices = Choices()
        choices.workTypes = [.init(value: "Storing", name: "Storing"), .init(value: "Service", name: "Service")]
        choices.paymentMethods = [.init(value: "per <Swish>", name: "per <Swish>")]
        return choices
    }

    private func page(
        _ state: Connection.State,
        _ license: LicenseState,
        run: Run? = nil,
        log: [LogEntry] = []
    ) -> SettingsPage {
        SettingsPage(
            frame: frame,
            status: status(state, license),
            form: SettingsForm(Settings()),
            choices: choices,
            exports: ExportSummary(list: .init(frame: frame, account: "ake", entries: [], canRetry: true)),
            run: run,
            log: LogPanel(account: "ake", entries: log)
        )
    }

    private func run(_ state: Run.State, _ steps: [Run.Step], _ problem: Run.Problem? = nil) -> Run {
        Run(
            id: "run-1",
            account: "ake",
            trigger: .manual,
            state: state,
            queuedAt: start,
            startedAt: start + 1,
            finishedAt: state.isFinished ? start + 60 : nil,
            steps: steps,
            problem: problem
        )
    }

    @Test func `sign-in`() throws {
        var frame = frame
        frame.holder = nil
        try expectSnapshot(SignInPage(frame: frame, fault: .wrongToken).html.markup, named: "sign-in")
    }

    @Test func `no account yet`() throws {
        try expectSnapshot(AccountListPage(frame: frame, accounts: []).html.markup, named: "accounts-none")
    }

    @Test func `some accounts`() throws {
        let accounts = [status(.connected, .active(until: start + 86_400)), status(.expired, .expired(at: start))]
        try expectSnapshot(AccountListPage(frame: frame, accounts: accounts).html.markup, named: "accounts")
    }

    @Test func `settings before anything is connected`() throws {
        try expectSnapshot(page(.disconnected, .active(until: start + 86_400)).html.markup, named: "settings-new")
    }

    @Test func `settings while a sync runs`() throws {
        let counts = Run.Counts(read: 1_000, created: 990, updated: 4, failed: 2)
        let running = run(.running, [.init(scope: .customers, state: .running, total: 1_200, counts: counts)])
        let page = page(.connected, .active(until: start + 86_400), run: running)
        try expectSnapshot(page.html.markup, named: "settings-running")
    }

    @Test func `settings after trouble`() throws {
        let problem = Run.Problem(code: .authExpired, message: "Visma: invalid_grant")
        let failed = run(.failed, [.init(scope: .customers, state: .failed)], problem)
        let log = [
            LogEntry(
                id: 3,
                time: start + 60,
                account: "ake",
                run: "run-1",
                level: .error,
                scope: .customers,
                code: .authExpired,
                message: "Visma: invalid_grant",
                detail: ["status": "400"]
            ),
            LogEntry(
                id: 2,
                time: start + 30,
                account: "ake",
                level: .warning,
                scope: .customers,
                record: "Customer 10042",
                code: .customerIncomplete,
                message: "The city is missing; it was sent as “-”."
            ),
            LogEntry(id: 1, time: start, account: "ake", level: .info, message: "Connected to <Åkes Rör & El AB>."),
        ]
        var page = page(.expired, .expired(at: start), run: failed, log: log)
        page.heldBack = [.customers: 400]
        page.notice = .failed(.authExpired)
        page.choices = Choices()
        try expectSnapshot(page.html.markup, named: "settings-trouble")
    }

    @Test func `settings before the first export`() throws {
        var page = page(.connected, .active(until: start + 86_400))
        var waiting = Exports.Waiting()
        (waiting.count, waiting.oldest) = (158, start - 86_400)
        (waiting.leftOut, waiting.oldestLeftOut) = (12, start - 864_000)
        page.exports.waiting = waiting
        page.choices.workStatuses = [.init(value: "1", name: "1 Fakturera")]
        page.choices.units = [.init(value: "u", name: "Styck")]
        page.choices.articles = [.init(value: "4100013", name: "4100013 PEX-rör <15>")]
        try expectSnapshot(page.html.markup, named: "settings-waiting")
    }

    @Test func `settings of a company without sales orders`() throws {
        var page = page(.connected, .active(until: start + 86_400))
        page.status.connection.company?.hasOrders = false
        try expectSnapshot(page.html.markup, named: "settings-without-orders")
    }

    @Test func `settings with wrong input`() throws {
        var page = page(.connected, .active(until: start + 86_400))
        page.attempt = .wrong([
            .changedSince: .noDate, .hourUnits: .element(2, .comma), .orderStatuses: .noneChosen,
        ])
        try expectSnapshot(page.html.markup, named: "settings-fault")
    }

    @Test(arguments: Language.allCases)
    func `settings in each language`(language: Language) throws {
        var site = self
        site.frame.texts = .in(language)
        let steps = [
            Run.Step(scope: .customers, state: .partial, total: 12_345),
            Run.Step(scope: .articles, state: .failed),
        ]
        let problem = Run.Problem(code: .upstreamUnreachable, message: "Visma: 503")
        let entry = LogEntry(
            id: 1,
            time: start,
            account: "ake",
            level: .warning,
            scope: .customers,
            record: "Customer 10042",
            code: .customerIncomplete,
            message: "The city is missing."
        )
        let license = LicenseState.active(until: start + 86_400)
        var page = site.page(.connected, license, run: site.run(.failed, steps, problem), log: [entry])
        var waiting = Exports.Waiting()
        (waiting.count, waiting.oldest) = (12_345, start - 86_400)
        page.exports.waiting = waiting
        page.notice = .saved("")
        page.changes = [
            SettingChange(setting: .customers, old: .flag(true), new: .flag(false)),
            SettingChange(setting: .language, old: .null, new: "nl"),
        ]
        page.heldBack = [.articles: 1_234]
        try expectSnapshot(page.html.markup, named: "settings-\(language.rawValue)")
    }
}
