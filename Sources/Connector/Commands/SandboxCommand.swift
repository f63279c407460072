import ArgumentParser
import Foundation
import Logging
import Sandbox
import ServiceLifecycle

/// `connector sandbox`: a local Visma and a local OutSmart, and nothing else.
struct SandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Serves a local Visma and a local OutSmart with sample data."
    )

    @Option(help: "The port of Visma; 0 for any free one.") var vismaPort: UInt16 = 8091
    @Option(help: "The port of OutSmart; 0 for any free one.") var outSmartPort: UInt16 = 8092
    @Option(help: "A file that keeps every change, so that the sandbox can be stopped and started again.")
    var journal: String?

    func run() async throws {
        let sandbox: VendorSandbox
        do { sandbox = try VendorSandbox(.init(journal: journal)) } catch { throw StartFailure("\(error)") }
        let service = sandbox.service(vismaPort, outSmartPort) { addresses in
            let lines = addresses.environment.map { "\($0)=\($1)" } + ["# The sandbox's page: \(addresses.identity)/"]
            FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
        }
        do { try await runUntilSignal([service], logger: Logger(label: "sandbox")) } catch {
            throw StartFailure("\(error)")
        }
    }
}

extension VendorSandbox.Addresses {
    /// What a connector needs to know to work against this sandbox.
    var environment: KeyValuePairs<String, String> {
        [
            "VISMA_IDENTITY_URL": identity,
            "VISMA_API_URL": vismaAPI,
            "VISMA_CLIENT_ID": VendorSandbox.clientID,
            "VISMA_CLIENT_SECRET": VendorSandbox.clientSecret,
            "OUTSMART_API_URL": outSmartAPI,
            "OUTSMART_SOFTWARE_TOKEN": VendorSandbox.softwareToken,
        ]
    }
}
