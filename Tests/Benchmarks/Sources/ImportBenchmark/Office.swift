import Domain
import EAccounting
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import Sync

/// The connector's engine as `connector serve` has it, without the site in front of it.
struct Office {
    let world: World
    let store: SQLiteStore
    private let folder: String
    private let requestsPerMinute: Int
    private let sealing: Sealing
    /// The runs as they end: to look again and again whether one has ended would cost processor time of its own.
    let ended: AsyncStream<Run>
    private let end: AsyncStream<Run>.Continuation

    /// - Parameters:
    ///   - world: The vendors.
    ///   - folder: Where the store is, or is made.
    ///   - requestsPerMinute: Visma's budget for each route; without a number nothing waits for it.
    /// - Throws: What keeps the store from being opened.
    init(_ world: World, folder: String, requestsPerMinute: Int = 1_000_000_000) async throws {
        guard let key = Sealing.Key(base64: world.key) else { throw CocoaError(.coderInvalidValue) }
        self.world = world
        self.folder = folder
        self.requestsPerMinute = requestsPerMinute
        sealing = Sealing(keys: [key])
        (ended, end) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        store = try await SQLiteStore(path: folder + "/connector.sqlite")
    }

    /// An engine, which does nothing until it serves.
    ///
    /// - Parameters:
    ///   - configuration: How it works.
    ///   - now: Our clock.
    ///   - wire: What lies between the engine and the network.
    /// - Returns: The engine.
    func engine(
        _ configuration: SyncEngine.Configuration = SyncEngine.Configuration(),
        now: @escaping @Sendable () -> Date = { Date() },
        wire: (Transport) -> Transport = { $0 }
    ) -> SyncEngine {
        let transport = wire(.live())
        let bulletin = Bulletin(watch: Watch(ended: { [end] run in end.yield(run) }))
        let vendors = Vendors(
            transport: transport,
            authorization: Authorization(
                transport: transport,
                identityURL: world.vismaURL,
                clientID: VendorSandbox.clientID,
                clientSecret: Secret(VendorSandbox.clientSecret),
                redirectURI: "http://localhost/oauth/callback"
            ),
            addresses: Vendors.Addresses(eAccounting: world.vismaURL + "/v2", outSmart: world.outSmartURL),
            softwareToken: Secret(VendorSandbox.softwareToken),
            budget: RequestBudget(perMinute: requestsPerMinute),
            retry: Retry(),
            sealing: sealing
        )
        let custody = TokenCustody(
            store: store,
            sealing: sealing,
            authorization: vendors.authorization,
            bulletin: bulletin,
            now: now
        )
        let office = Sync.Office(
            store: store,
            vendors: vendors,
            custody: custody,
            license: { _ in .active(until: .distantFuture) },
            bulletin: bulletin,
            now: now
        )
        return SyncEngine(office: office, configuration: configuration)
    }

    /// Creates a connected account for each company.
    func connectAll(isScheduled: Bool) async throws {
        for company in world.companies {
            let id = Account.ID(company.id)
            let token = try sealing.seal(VendorSandbox.outSmartToken(of: company.id), for: id)
            try await store.insert(
                Account(
                    id: id,
                    name: company.id,
                    createdAt: Date(),
                    outSmart: Account.OutSmartCredentials(token: token),
                    license: nil,
                    apiKeyDigest: Array(company.id.utf8),
                    webhookSecrets: Account.WebhookSecrets(current: try sealing.seal("secret", for: id))
                )
            )
            var settings = try await store.settings(of: id)
            settings.schedule.enabled = isScheduled
            try await store.save(settings, of: id)
            try await store.connect(
                id,
                company: Company(id: company.id, name: company.id, hasOrders: true),
                tokens: SealedTokens(
                    access: try sealing.seal(company.accessToken, for: id),
                    accessExpiresAt: Date().addingTimeInterval(3600),
                    refresh: try sealing.seal(company.refreshToken, for: id)
                ),
                at: Date()
            )
        }
    }
}
