import Domain
import Foundation
import Logging
import RemoteAPI
import Sync
import Web

/// The composition root: the only place that knows every module.
struct Installation: Sendable {
    let configuration: ConnectorConfiguration
    /// What browsers call us, without a slash at the end.
    let publicURL: String
    let accounts: Accounts
    let engine: SyncEngine
    let custody: TokenCustody
    let announcements: AnnouncementDelivery
    let launchLinks: LaunchLinks
    /// The operator token, when this start made it.
    let freshOperatorToken: Secret?
    let logger = Logger(label: "connector")

    private let observation: Observation
    let port: UInt16
    private let services: WebApp.Services
    private let siteConfiguration: WebApp.Configuration

    /// Opens the store and puts the parts together; nothing runs yet.
    ///
    /// - Parameters:
    ///   - configuration: What the operator set.
    ///   - vendorConfiguration: Where the vendors are.
    ///   - license: Says whether an account's licence is active.
    /// - Throws: ``ConfigurationError`` or ``StartFailure``.
    init(
        _ configuration: ConnectorConfiguration,
        _ vendorConfiguration: VendorConfiguration,
        license: @escaping LicenseCheck
    ) async throws {
        self.configuration = configuration
        port = try Self.port(of: configuration)
        publicURL = configuration.publicURL(port: port)
        let publicFolder = try Self.publicFolder()

        let opened = try await OpenStore(configuration)
        let (store, sealing) = (opened.store, opened.sealing)
        let operatorToken = try opened.directory.operatorToken(configuration.operatorToken)
        freshOperatorToken = operatorToken.fresh

        let now: @Sendable () -> Date = { Date() }
        let observation = Observation(logger: logger)
        self.observation = observation
        let bulletin = Bulletin(watch: observation.watch)
        let vendors = Vendors(
            vendorConfiguration,
            redirectURI: "\(publicURL)/oauth/callback",
            sealing,
            observation
        )
        custody = TokenCustody(
            store: store,
            sealing: sealing,
            authorization: vendors.authorization,
            bulletin: bulletin,
            now: now
        )
        let office = Office(
            store: store,
            vendors: vendors,
            custody: custody,
            license: license,
            bulletin: bulletin,
            now: now,
            settleTime: configuration.settleTime
        )
        let engine = SyncEngine(office: office, configuration: configuration.engine)
        self.engine = engine
        let connecting = Connecting(
            store: store,
            sealing: sealing,
            vendors: vendors,
            bulletin: bulletin,
            license: license,
            now: now
        )
        accounts = Accounts(
            store: store,
            sealing: sealing,
            license: license,
            now: now,
            allowsLoopback: vendorConfiguration.isOnLoopback,
            // What fails there is in the log, and the account goes all the same.
            disconnect: { try? await connecting.disconnect($0) }
        )
        announcements = AnnouncementDelivery(
            office: office,
            sealing: sealing,
            transport: .toPublicAddresses(allowsLoopback: vendorConfiguration.isOnLoopback),
            document: { $0.document(of: $1) }
        )
        let exports = Exports(office: office)
        let history = History(store: store, bulletin: bulletin)
        let launchLinks = LaunchLinks(store: store, now: now)
        self.launchLinks = launchLinks
        services = WebApp.Services(
            accounts: accounts,
            connecting: connecting,
            sessions: Sessions(store: store, now: now),
            history: history,
            syncs: SyncRequests(
                request: { (account, scopes, trigger) async throws(SyncFailure) in
                    try await engine.request(account, scopes: scopes, trigger: trigger)
                },
                cancel: { (run, account) async throws(SyncFailure) in try await engine.cancel(run, of: account) }
            ),
            webhooks: WebhookInbox(office: office, sealing: sealing),
            choices: ChoiceReading(office: office),
            pageChoices: ChoiceReading(office: office, patience: .seconds(2)),
            exports: exports,
            pageWaiting: WaitingReading(exports: exports, now: now, patience: .seconds(2)),
            setup: Setup(accounts: accounts, connecting: connecting),
            kept: KeptTexts(store: store, sealing: sealing, now: now),
            launch: { token in try await launchLinks.redeem(token) },
            metrics: { await observation.text(reading: history, now: now()) },
            now: now,
            isStopping: { false }
        )
        siteConfiguration = WebApp.Configuration(
            operatorTokenDigest: operatorToken.digest,
            csrfKey: opened.key.derivedKey(for: "forms"),
            publicOrigin: publicURL.origin,
            identityOrigin: vendorConfiguration.vismaIdentityURL.origin,
            publicFolder: publicFolder,
            trustedProxies: configuration.trustedProxies
        )
    }

    /// The site, which answers `readyz` with 503 from the moment that the process stops.
    func site(isStopping: @escaping @Sendable () -> Bool) throws -> WebApp {
        var services = services
        services.isStopping = isStopping
        return try WebApp(
            services,
            siteConfiguration,
            observe: { [metrics = observation.metrics] request in metrics.count(request) },
            report: { [logger] error in logger.error("\(error)") }
        )
    }
}

extension ConnectorConfiguration {
    /// What browsers call a site that listens on this port.
    func publicURL(port: UInt16) -> String {
        publicURL ?? "http\(tls == nil ? "" : "s")://localhost:\(port)"
    }

    fileprivate var engine: SyncEngine.Configuration {
        var engine = SyncEngine.Configuration()
        engine.workers = workers
        engine.interval = syncInterval
        return engine
    }
}

extension String {
    /// Scheme, host and port of this address.
    fileprivate var origin: String { split(separator: "/", maxSplits: 3).prefix(2).joined(separator: "//") }
}
