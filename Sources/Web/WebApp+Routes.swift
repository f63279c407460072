import Domain
import MicroHTTP
import Sync

extension WebApp {
    /// The whole site.
    static func routes(
        _ services: Services,
        _ configuration: Configuration,
        _ files: StaticFiles
    ) -> RouteTable {
        let (accounts, history, syncs, now) = (services.accounts, services.history, services.syncs, services.now)
        let visitorFrame: @Sendable (Visit) -> Frame = { visit in
            Frame(texts: .in(.preferred(by: visit.request)), files: files)
        }
        let frame: @Sendable (PageVisit) -> Frame = { page in
            Frame(
                texts: .in(.preferred(by: page.request)),
                files: files,
                holder: page.session.holder,
                formToken: page.formToken
            )
        }
        let help: @Sendable (PageVisit) async throws -> Frame = { page in
            guard case .account(let account) = page.session.holder else { return frame(page) }
            return frame(page).speaking(try await accounts.settings(of: account).language)
        }
        let gate = Gate(
            accounts: accounts,
            sessions: services.sessions,
            crossSite: CrossSiteCheck(key: configuration.csrfKey, publicOrigin: configuration.publicOrigin),
            operatorTokenDigest: configuration.operatorTokenDigest,
            refusedTokens: AttemptLimit(
                each: .init(burst: 600, milliseconds: 100),
                all: .init(burst: 6_000, milliseconds: 10),
                now: now
            )
        )
        let webhook = WebhookAPI(
            inbox: services.webhooks,
            accounts: accounts,
            refusals: AttemptLimit(
                each: .init(burst: 600, milliseconds: 100),
                all: .init(burst: 6_000, milliseconds: 10),
                now: now
            )
        )
        let attempts = AttemptLimit(
            each: .init(burst: 5, milliseconds: 30_000),
            all: .init(burst: 100, milliseconds: 1_000),
            now: now
        )
        let door = SignIn(gate: gate, attempts: attempts, launch: services.launch, frame: visitorFrame)
        let settings = SettingsView(
            accounts: accounts,
            history: history,
            choices: services.pageChoices,
            exports: services.exports,
            waiting: services.pageWaiting,
            setup: services.setup,
            kept: services.kept,
            now: now,
            frame: frame
        )
        let list = AccountList(accounts: accounts, frame: frame, settings: settings)
        let setup = SetupView(accounts: accounts, setup: services.setup, settings: settings)
        let consent = ConnectView(gate: gate, connecting: services.connecting)
        let sync = SyncView(accounts: accounts, history: history, syncs: syncs)
        let live = LiveView(gate: gate, history: history, exports: services.exports, frame: frame)
        let log = LogView(accounts: accounts, history: history, frame: frame)
        let exports = ExportsView(
            accounts: accounts,
            exports: services.exports,
            history: history,
            syncs: syncs,
            frame: frame
        )
        let accountsAPI = AccountsAPI(accounts: accounts, choices: services.choices, now: now)
        let runsAPI = RunsAPI(accounts: accounts, history: history, syncs: syncs)
        let exportsAPI = ExportsAPI(exports: services.exports, syncs: syncs)
        let eventsAPI = EventsAPI(history: history, gate: gate)

        let routes: [Route] = [
            .get(Path.home, gate.page(list.home)),
            .get(Path.signIn, .later(door.show)),
            .post(Path.signIn, .later(door.signIn)),
            .post(Path.signOut, gate.form(door.signOut)),
            .get(Path.launch, .later(door.launch)),
            .get(Path.help, gate.page { page in .page(HelpPage(frame: try await help(page))) }),
            .get(Path.accounts, gate.operatorPage(list.show)),
            .post(Path.accounts, gate.operatorForm(list.create)),
            .get(Path.account, gate.accountPage(settings.show)),
            .post(Path.settings, gate.accountForm(settings.save, orKeep: settings.keep)),
            .post(Path.setup, gate.accountForm(setup.decide)),
            .post(Path.license, gate.accountForm(setup.saveLicense)),
            .post(Path.outSmart, gate.accountForm(setup.saveToken)),
            .get(Path.articles, gate.accountPage(setup.articles)),
            .post(Path.connect, gate.accountForm(consent.connect)),
            .get(Path.callback, .later(consent.callback)),
            .post(Path.disconnect, gate.accountForm(consent.disconnect)),
            .post(Path.sync, gate.accountForm(sync.sync)),
            .post(Path.cancel, gate.accountForm(sync.cancel)),
            .post(Path.confirm, gate.accountForm(sync.confirm)),
            .get(Path.log, gate.accountPage(log.show)),
            .get(Path.logFile, gate.accountPage(log.download)),
            .get(Path.exports, gate.accountPage(exports.show)),
            .post(Path.retry, gate.accountForm(exports.retry)),
            .get(Path.preview, gate.accountPage(exports.preview)),
            .get(Path.events, .later(live.stream)),

            .api(.listAccounts, gate.call(accountsAPI.list)),
            .api(.createAccount, gate.operatorCall(accountsAPI.create)),
            .api(.showAccount, gate.accountCall(accountsAPI.show)),
            .api(.changeAccount, gate.accountCall(accountsAPI.update)),
            .api(.deleteAccount, gate.accountCall(accountsAPI.delete)),
            .api(.rotateKey, gate.accountCall(accountsAPI.rotateKey)),
            .api(.showSettings, gate.accountCall(accountsAPI.settings)),
            .api(.changeSettings, gate.accountCall(accountsAPI.changeSettings)),
            .api(.listChoices, gate.accountCall(accountsAPI.choices)),
            .api(.startSync, gate.accountCall(runsAPI.sync)),
            .api(.listRuns, gate.accountCall(runsAPI.runs)),
            .api(.showRun, gate.accountCall(runsAPI.run)),
            .api(.cancelRun, gate.accountCall(runsAPI.cancel)),
            .api(.watch, gate.accountCall(eventsAPI.stream)),
            .api(.listLog, gate.accountCall(runsAPI.log)),
            .api(.listExports, gate.accountCall(exportsAPI.list)),
            .api(.retryExport, gate.accountCall(exportsAPI.retry)),
            .api(.previewExports, gate.accountCall(exportsAPI.preview)),
            .api(.confirm, gate.accountCall(runsAPI.confirm)),

            .api(.receiveWebhook, .later(webhook.receive)),

            .api(.showHealth, .now { _ in .text("ok") }),
            .api(.showReadiness, .later { _ in try await ready(services) }),
            .api(.showMetrics, .later { _ in .metrics(await services.metrics()) }),
        ]
        return RouteTable(described(routes))
    }

    /// The routes, and one that describes those of the API.
    private static func described(_ routes: [Route]) -> [Route] {
        let description = APIDescription(operations: [.describe] + routes.compactMap(\.operation))
        let answer = Response.json(description.document)
        return routes + [.api(.describe, .now { _ in answer })]
    }

    /// Whether this process should get requests: it is not stopping, and its store answers.
    private static func ready(_ services: Services) async throws -> Response {
        guard !services.isStopping() else { return .text("stopping", status: 503) }
        do {
            try await services.history.check()
            return .text("ready")
        } catch {
            return .text("The store can't be used.", status: 503)
        }
    }
}
