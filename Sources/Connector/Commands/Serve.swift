import ArgumentParser
import Domain
import Foundation
import Logging
import RemoteAPI

/// `connector serve`: HTTP server, scheduler and sync engine in one process.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves the settings page and syncs.")

    func run() async throws {
        let environment = Environment()
        let configuration = try ConnectorConfiguration(environment)
        let vendors = try VendorConfiguration(environment)
        let license = try configuration.licenseCheck()
        configuration.startLogging()
        let installation = try await Installation(configuration, vendors, license: license)
        if configuration.licensePublicKey == nil {
            installation.logger.warning("CONNECTOR_LICENSE_PUBLIC_KEY is not set: no account can connect or sync.")
        }
        try await installation.run { installation.greet() }
    }
}

extension Installation {
    /// Says where the site is, and on the first start, this once, the token that it made and a link that signs in.
    func greet() {
        say("Listening at \(publicURL)")
        guard let token = freshOperatorToken else { return }
        say(
            """
            This is the first start. Keep the operator token, it is not shown again:
              \(token.value)
            Sign in, once: \(publicURL)/launch/\(launchLinks.issue(for: .operator))
            """
        )
    }

    func say(_ text: String) { FileHandle.standardOutput.write(Data("\(text)\n".utf8)) }
}
