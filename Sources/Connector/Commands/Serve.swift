import ArgumentParser
import Domain
import Foundation
import Logging
import RemoteAPI
import Sync

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
        let link = installation.freshOperatorToken == nil ? nil : try await installation.link(for: .operator)
        try await installation.run { installation.greet(with: link) }
    }
}

extension Installation {
    /// Says where the site is, and on the first start, this once, the token that it made and a link that signs in.
    func greet(with link: String?) {
        say("Listening at \(publicURL)")
        guard let token = freshOperatorToken, let link else { return }
        say(
            """
            This is the first start. Keep the operator token, it is not shown again:
              \(token.value)
            Sign in, once and within 15 minutes: \(link)
            """
        )
    }

    /// An address that signs a browser in once.
    func link(for holder: Session.Holder, lifetime: TimeInterval = 900) async throws(StartFailure) -> String {
        do {
            return "\(publicURL)/launch/\(try await launchLinks.issue(for: holder, lifetime: lifetime))"
        } catch {
            throw StartFailure(error)
        }
    }

    func say(_ text: String) { FileHandle.standardOutput.write(Data("\(text)\n".utf8)) }
}
