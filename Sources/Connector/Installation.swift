import Domain
import EAccounting
import Foundation
import Logging
import Persistence
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
    let launchLinks = LaunchLinks()
    /// The operator token, when this start made it.
    let freshOperatorToken: Secret?
    let logger = Logger(label: "connector")

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
        publicURL = configuration.publicURL ?? "http\(configuration.tls == nil ? "" : "s")://localhost:\(port)"
        let publicFolder = try Self.publicFolder()

        let directory = try DataDirectory(configuration.dataDirectory)
        let key = try directory.encryptionKey(configuration.encryptionKey)
        let sealing = Sealing(keys: [key])
        let store = try await Self.openStore(configuration, directory, sealing)
        let operatorToken = try directory.operatorToken(configuration.operatorToken)
        freshOperatorToken = operatorToken.fresh

        let now: @Sendable () -> Date = { Date() }
        let bulletin = Bulletin()
        let vendors = Vendors(vendorConfiguration, redirectURI: "\(publicURL)/oauth/callback", sealing)
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
            // What fails there is in the log, and the account goes all the same.
            disconnect: { try? await connecting.disconnect($0) }
        )
        let exports = Exports(office: office)
        services = WebApp.Services(
            accounts: accounts,
            connecting: connecting,
            sessions: Sessions(store: store, now: now),
            history: History(store: store, bulletin: bulletin),
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
            launch: { [launchLinks] token in launchLinks.redeem(token) },
            now: now,
            isStopping: { false }
        )
        siteConfiguration = WebApp.Configuration(
            operatorTokenDigest: operatorToken.digest,
            csrfKey: key.derivedKey(for: "forms"),
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
        let logger = logger
        return try WebApp(services, siteConfiguration) { error in logger.error("\(error)") }
    }
}

extension Vendors {
    fileprivate init(_ configuration: VendorConfiguration, redirectURI: String, _ sealing: Sealing) {
        let transport = Transport.live()
        self.init(
            transport: transport,
            authorization: Authorization(
                transport: transport,
                identityURL: configuration.vismaIdentityURL,
                clientID: configuration.vismaClientID,
                clientSecret: configuration.vismaClientSecret,
                redirectURI: redirectURI
            ),
            addresses: Addresses(eAccounting: configuration.vismaAPIURL, outSmart: configuration.outSmartAPIURL),
            softwareToken: configuration.outSmartSoftwareToken,
            budget: RequestBudget(perMinute: configuration.vismaRequestsPerMinute),
            retry: Retry(),
            sealing: sealing
        )
    }
}

extension ConnectorConfiguration {
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
