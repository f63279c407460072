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
            now: now,
            frame: frame
        )
        let list = AccountList(accounts: accounts, frame: frame, settings: settings)
        let consent = ConnectView(gate: gate, connecting: services.connecting)
        let sync = SyncView(accounts: accounts, history: history, syncs: syncs)
        let live = LiveView(gate: gate, history: history, exports: services.exports, frame: frame)
        let exports = ExportsView(accounts: accounts, exports: services.exports, syncs: syncs, frame: frame)
        let accountsAPI = AccountsAPI(accounts: accounts, choices: services.choices, now: now)
        let runsAPI = RunsAPI(accounts: accounts, history: history, syncs: syncs)
        let exportsAPI = ExportsAPI(exports: services.exports, syncs: syncs)
        let eventsAPI = EventsAPI(history: history, gate: gate)

        return RouteTable([
            .get(Path.home, gate.page(list.home)),
            .get(Path.signIn, .later(door.show)),
            .post(Path.signIn, .later(door.signIn)),
            .post(Path.signOut, gate.form(door.signOut)),
            .get(Path.launch, .later(door.launch)),
            .get(Path.accounts, gate.operatorPage(list.show)),
            .post(Path.accounts, gate.operatorForm(list.create)),
            .get(Path.account, gate.accountPage(settings.show)),
            .post(Path.settings, gate.accountForm(settings.save)),
            .post(Path.connect, gate.accountForm(consent.connect)),
            .get(Path.callback, .later(consent.callback)),
            .post(Path.disconnect, gate.accountForm(consent.disconnect)),
            .post(Path.sync, gate.accountForm(sync.sync)),
            .post(Path.cancel, gate.accountForm(sync.cancel)),
            .post(Path.confirm, gate.accountForm(sync.confirm)),
            .get(Path.exports, gate.accountPage(exports.show)),
            .post(Path.retry, gate.accountForm(exports.retry)),
            .get(Path.preview, gate.accountPage(exports.preview)),
            .get(Path.events, .later(live.stream)),

            .get(Path.API.accounts, gate.call(accountsAPI.list)),
            .post(Path.API.accounts, gate.operatorCall(accountsAPI.create)),
            .get(Path.API.account, gate.accountCall(accountsAPI.show)),
            .patch(Path.API.account, gate.accountCall(accountsAPI.update)),
            .delete(Path.API.account, gate.accountCall(accountsAPI.delete)),
            .post(Path.API.keys, gate.accountCall(accountsAPI.rotateKey)),
            .get(Path.API.settings, gate.accountCall(accountsAPI.settings)),
            .patch(Path.API.settings, gate.accountCall(accountsAPI.changeSettings)),
            .get(Path.API.choices, gate.accountCall(accountsAPI.choices)),
            .post(Path.API.sync, gate.accountCall(runsAPI.sync)),
            .get(Path.API.runs, gate.accountCall(runsAPI.runs)),
            .get(Path.API.run, gate.accountCall(runsAPI.run)),
            .post(Path.API.cancel, gate.accountCall(runsAPI.cancel)),
            .get(Path.API.events, gate.accountCall(eventsAPI.stream)),
            .get(Path.API.log, gate.accountCall(runsAPI.log)),
            .get(Path.API.exports, gate.accountCall(exportsAPI.list)),
            .post(Path.API.retry, gate.accountCall(exportsAPI.retry)),
            .get(Path.API.preview, gate.accountCall(exportsAPI.preview)),
            .post(Path.API.confirm, gate.accountCall(runsAPI.confirm)),

            .post(Path.webhook, .later(webhook.receive)),

            .get(Path.health, .now { _ in .text("ok") }),
            .get(Path.ready, .later { _ in try await ready(services) }),
        ])
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
