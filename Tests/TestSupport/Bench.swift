package import Domain
import EAccounting
package import Foundation
import MicroHTTP
package import Persistence
package import RemoteAPI
package import Sandbox
package import Sync

/// One process of the connector between the sandbox's two vendors: HTTP on loopback, SQLite on disk, one clock for all.
package struct Bench: Sendable {
    package let world: World
    /// How long the repetitions of failed calls would have paused.
    package let pauses = Pauses()
    package let store: SQLiteStore
    package let vendors: Vendors
    package let bulletin = Bulletin()
    package let custody: TokenCustody
    package let office: Office
    package let connecting: Connecting
    package let accounts: Accounts
    package let history: History

    /// Replaces the way to the network by another that may use it.
    package typealias Wire = @Sendable (Transport) -> Transport

    /// What lies outside a process, and outlives it.
    package struct World: Sendable {
        package let sandbox: VendorSandbox
        package var clock: TestClock
        package let sealing = Sealing(keys: [.generate()])
        package var storePath: String
        package let vismaURL: String
        package let outSmartURL: String
        /// Where a browser comes back to; a page stands there that shows nothing.
        package let redirectURI: String
        /// How long a document in doubt is left alone; none, since the clock stands.
        package var settleTime: TimeInterval = 0
        /// What new accounts sync, where that is not the default.
        package let lists: Set<Scope>?
        /// What an account has for a licence when it may sync; anything else is none.
        package static let license = "a valid licence"
    }

    package var sandbox: VendorSandbox { world.sandbox }
    package var clock: TestClock { world.clock }
    package var sealing: Sealing { world.sealing }

    /// Runs `body` with a new sandbox, and an empty store of its own.
    ///
    /// - Parameters:
    ///   - seed: What the vendors hold at first.
    ///   - lists: What new accounts sync; `nil` for the default.
    ///   - inMemory: Whether the store lies in memory, where the system has a place for that.
    ///   - change: Changes how the vendors behave. Their clock is the bench's, and Visma's budget is lifted.
    ///   - wire: What lies between the connector and the network.
    ///   - body: The test.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws, or what stood in the way.
    package static func open<Value>(
        _ seed: VendorSandbox.Seed = .empty,
        lists: Set<Scope>? = [.customers],
        inMemory: Bool = false,
        change: (inout VendorSandbox.Options) -> Void = { _ in },
        wire: Wire = { $0 },
        _ body: (Bench) async throws -> Value
    ) async throws -> Value {
        try await turnstile.pass {
            let clock = TestClock()
            var options = VendorSandbox.Options(seed: seed)
            options.now = { clock.now }
            options.requestsPerMinute = nil
            change(&options)
            let sandbox = try VendorSandbox(options)
            let callback: HTTPServer.Handler = { _ in .now(Response(status: 200)) }
            return try await withTemporaryFolder(inMemory: inMemory) { folder in
                try await withServers([sandbox.visma.answer, sandbox.outSmart.answer, callback]) { ports in
                    let world = World(
                        sandbox: sandbox,
                        clock: clock,
                        storePath: folder + "/connector.sqlite",
                        vismaURL: "http://127.0.0.1:\(ports[0])",
                        outSmartURL: "http://127.0.0.1:\(ports[1])/openapi/8",
                        redirectURI: "http://127.0.0.1:\(ports[2])/oauth/callback",
                        lists: lists
                    )
                    return try await body(try await Bench(world, wire: wire))
                }
            }
        }
    }

    private static let turnstile = Turnstile(places: 2 * ProcessInfo.processInfo.activeProcessorCount)

    /// Another process of the connector, which shares the store.
    ///
    /// - Parameters:
    ///   - wire: What lies between it and the network.
    ///   - clock: Its clock, where that is another one than the vendors'.
    ///   - storePath: Its store, where that is another one.
    /// - Returns: The process.
    /// - Throws: Whatever keeps the store from being opened.
    package func another(
        wire: Wire = { $0 },
        clock: TestClock? = nil,
        storePath: String? = nil
    ) async throws -> Bench {
        var world = world
        if let clock { world.clock = clock }
        if let storePath { world.storePath = storePath }
        return try await Bench(world, wire: wire)
    }

    private init(_ world: World, wire: Wire) async throws {
        self.world = world
        let (clock, sealing) = (world.clock, world.sealing)
        let now: @Sendable () -> Date = { clock.now }
        let license: LicenseCheck = { account in
            account.license == World.license ? .active(until: .distantFuture) : .none
        }
        let transport = wire(.live())
        store = try await SQLiteStore(path: world.storePath)
        vendors = Vendors(
            transport: transport,
            authorization: Authorization(
                transport: transport,
                identityURL: world.vismaURL,
                clientID: VendorSandbox.clientID,
                clientSecret: Secret(VendorSandbox.clientSecret),
                redirectURI: world.redirectURI
            ),
            addresses: Vendors.Addresses(eAccounting: world.vismaURL + "/v2", outSmart: world.outSmartURL),
            softwareToken: Secret(VendorSandbox.softwareToken),
            budget: RequestBudget(perMinute: 600, timing: pauses.timing),
            retry: Retry(timing: pauses.timing),
            sealing: sealing
        )
        custody = TokenCustody(
            store: store,
            sealing: sealing,
            authorization: vendors.authorization,
            bulletin: bulletin,
            now: now
        )
        office = Office(
            store: store,
            vendors: vendors,
            custody: custody,
            license: license,
            bulletin: bulletin,
            now: now,
            settleTime: world.settleTime
        )
        let connecting = Connecting(
            store: store,
            sealing: sealing,
            vendors: vendors,
            bulletin: bulletin,
            license: license,
            now: now
        )
        self.connecting = connecting
        accounts = Accounts(store: store, sealing: sealing, license: license, now: now, allowsLoopback: true) {
            account in
            try? await connecting.disconnect(account)
        }
        history = History(store: store, bulletin: bulletin)
    }
}
