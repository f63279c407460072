import EAccounting
import Persistence
import RemoteAPI
import Sync

extension Vendors {
    init(
        _ configuration: VendorConfiguration,
        redirectURI: String,
        _ sealing: Sealing,
        _ observation: Observation
    ) {
        let transport = Transport.live()
        self.init(
            transport: transport,
            authorization: Authorization(
                transport: transport.watched(observation.upstream, to: .visma),
                identityURL: configuration.vismaIdentityURL,
                clientID: configuration.vismaClientID,
                clientSecret: configuration.vismaClientSecret,
                redirectURI: redirectURI
            ),
            addresses: Addresses(eAccounting: configuration.vismaAPIURL, outSmart: configuration.outSmartAPIURL),
            softwareToken: configuration.outSmartSoftwareToken,
            budget: RequestBudget(
                perMinute: configuration.vismaRequestsPerMinute,
                waited: { [metrics = observation.metrics] route, duration in metrics.countWait(route, duration) }
            ),
            retry: Retry(),
            sealing: sealing,
            watch: observation.upstream
        )
    }
}
