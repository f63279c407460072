import ArgumentParser
import Domain
import Foundation
import Licensing
import MicroHTTP
import RemoteAPI
import Sandbox
import ServiceLifecycle
import Sync
import Synchronization

/// `connector demo`: `serve` against the built-in sandbox, with sample data; needs no configuration.
///
/// Sandbox and store live in the folder `demo` of the data directory, so a demo that was stopped goes on.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves against a built-in sandbox with sample data.")

    @Option(help: "The port of the sandbox's Visma; any free one when it is not given.") var vismaPort: UInt16?
    @Option(help: "The port of the sandbox's OutSmart; any free one when it is not given.") var outSmartPort: UInt16?

    func run() async throws {
        var variables = ProcessInfo.processInfo.environment
        let plain = try ConnectorConfiguration(Environment(variables))
        plain.startLogging()
        let folder = try DataDirectory("\(plain.dataDirectory)/demo")
        let visma = try vismaPort ?? Self.port(preferring: 8091, for: plain)
        let outSmart = try outSmartPort ?? Self.port(preferring: 8092, for: plain)
        let keys = try LicenseKeys.generate()
        let addresses = VendorSandbox.Addresses(vismaPort: visma, outSmartPort: outSmart)
        for (variable, value) in addresses.environment { variables[variable] = value }
        variables["CONNECTOR_DATA_DIR"] = folder.path
        variables["CONNECTOR_DATABASE_URL"] = nil
        variables["CONNECTOR_LICENSE_PUBLIC_KEY"] = keys.publicKeyBase64
        variables["CONNECTOR_LICENSE_PUBLIC_KEY_FILE"] = nil
        for secret in ["VISMA_CLIENT_SECRET_FILE", "OUTSMART_SOFTWARE_TOKEN_FILE"] { variables[secret] = nil }
        let environment = Environment(variables)
        let configuration = try ConnectorConfiguration(environment)
        let installation = try await Installation(
            configuration,
            try VendorConfiguration(environment),
            license: try configuration.licenseCheck()
        )
        try await installation.prepareDemoAccount(license: keys)
        let sandbox = try VendorSandbox(.init(journal: folder.file("sandbox.journal")))
        // Who starts a demo may look at it later that day.
        let link = try await installation.link(for: .operator, lifetime: 12 * 3600)
        try await installation.run(beside: [sandbox.service(visma, outSmart)]) {
            installation.greet(sandboxPort: visma, link)
        }
    }

    /// The usual port of a part of the sandbox, or a free one where that is taken or our own is free to choose.
    private static func port(
        preferring port: UInt16,
        for configuration: ConnectorConfiguration
    ) throws(StartFailure) -> UInt16 {
        do {
            return try HTTPServer.freePort(host: "127.0.0.1", preferring: configuration.port == 0 ? 0 : port)
        } catch {
            throw StartFailure(error)
        }
    }
}

extension Installation {
    private static let demoAccount: Account.ID = "demo"

    /// Makes the demo's account on the first start, and gives it a licence that this start's key signs.
    fileprivate func prepareDemoAccount(license keys: LicenseKeys) async throws {
        guard let issuer = LicenseIssuer(privateKeyBase64: keys.privateKeyBase64) else { return }
        let id = Self.demoAccount
        let year = License(account: id.rawValue, notBefore: Date(), expires: Date().addingTimeInterval(366 * 86_400))
        let license = try await issuer.token(for: year)
        do {
            _ = try await accounts.update(id, Accounts.Changes(license: license))
        } catch .unknown {
            _ = try await accounts.create(
                Accounts.Draft(
                    id: id,
                    name: "Eriksson Rör & El AB",
                    outSmartToken: VendorSandbox.outSmartToken(of: "eriksson"),
                    license: license
                )
            )
        }
    }

    fileprivate func greet(sandboxPort: UInt16, _ link: String) {
        if let token = freshOperatorToken { say("Operator token, shown this once: \(token.value)") }
        say(
            """
            Sign in, once:        \(link)
            The sandbox's page:   http://localhost:\(sandboxPort)/
            Stop with Ctrl-C; the next start goes on where this one ends.
            """
        )
    }
}

extension VendorSandbox {
    /// This sandbox, serving until the process is asked to stop.
    func service(
        _ vismaPort: UInt16,
        _ outSmartPort: UInt16,
        onListening: @escaping @Sendable (Addresses) -> Void = { _ in }
    ) -> ClosureService {
        ClosureService {
            try await cancelWhenGracefulShutdown {
                try await self.run(vismaPort: vismaPort, outSmartPort: outSmartPort, onListening: onListening)
            }
        }
    }
}
