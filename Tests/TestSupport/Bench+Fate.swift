import Domain
import EAccounting
import Foundation
import Persistence
import RemoteAPI
import Sandbox
package import Sync

extension Bench {
    /// What a process with that fate works with: this bench's store, and the sandbox without a network in between.
    package func office(of life: Fate.Life) -> Office {
        let clock = clock
        let now: @Sendable () -> Date = { clock.now }
        let transport = life.transport(to: sandbox, vismaURL: world.vismaURL)
        let store = MortalStore(store, life)
        let timing = Pauses().timing
        let authorization = Authorization(
            transport: transport,
            identityURL: world.vismaURL,
            clientID: VendorSandbox.clientID,
            clientSecret: Secret(VendorSandbox.clientSecret),
            redirectURI: world.redirectURI
        )
        let custody = TokenCustody(
            store: store,
            sealing: sealing,
            authorization: authorization,
            bulletin: bulletin,
            now: now
        )
        return Office(
            store: store,
            vendors: Vendors(
                transport: transport,
                authorization: authorization,
                addresses: Vendors.Addresses(eAccounting: world.vismaURL + "/v2", outSmart: world.outSmartURL),
                softwareToken: Secret(VendorSandbox.softwareToken),
                budget: RequestBudget(perMinute: 600, timing: timing),
                retry: Retry(timing: timing),
                sealing: sealing
            ),
            custody: custody,
            license: { _ in .active(until: .distantFuture) },
            bulletin: bulletin,
            now: now,
            settleTime: 0
        )
    }
}
