import ArgumentParser
import Foundation
import Persistence
import RemoteAPI

/// `connector check`: whether the configuration, the store and the vendors are in order.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks configuration, store and vendors; exit code 0 only when all is well."
    )

    func run() async throws {
        let environment = Environment()
        let configuration = try ConnectorConfiguration(environment)
        let vendors = try VendorConfiguration(environment)
        _ = try configuration.licenseCheck()
        print("configuration: ok")
        let directory = try DataDirectory(configuration.dataDirectory)
        let sealing = Sealing(keys: [try directory.encryptionKey(configuration.encryptionKey)])
        _ = try await Installation.openStore(configuration, directory, sealing)
        print("store: ok")
        let transport = Transport.live()
        for (name, address) in [
            ("Visma's login", vendors.vismaIdentityURL), ("Visma's API", vendors.vismaAPIURL),
            ("OutSmart's API", vendors.outSmartAPIURL),
        ] {
            let call = Transport.Call(
                method: "GET",
                route: "check",
                url: RequestURL(base: address, path: "/"),
                answerTimeout: .seconds(20)
            )
            // Any answer will do: without a token there is nothing to be had.
            do { _ = try await transport.send(call) } catch {
                throw StartFailure("\(name) can't be reached at \(address): \(error.vendorWords)")
            }
            print("\(name): reachable")
        }
    }
}
