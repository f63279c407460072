import ArgumentParser
import Foundation
import Licensing
import RemoteAPI

/// `connector license keygen | issue | verify`.
struct LicenseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "license",
        abstract: "Issues and checks licence tokens.",
        subcommands: [Keygen.self, Issue.self, Verify.self]
    )

    struct Keygen: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes a pair of keys.")

        func run() throws {
            let keys = try LicenseKeys.generate()
            print("private: \(keys.privateKeyBase64)")
            print("public:  \(keys.publicKeyBase64)")
        }
    }

    struct Issue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Issues a licence for an account.",
            discussion: "Reads the private key from LICENSE_PRIVATE_KEY or the file LICENSE_PRIVATE_KEY_FILE."
        )

        @Argument(help: "The account's identifier.") var account: String
        @Option(help: "How many days it lasts.") var days = 366

        func run() async throws {
            let key = try Environment().requiredSecret("LICENSE_PRIVATE_KEY")
            guard let issuer = LicenseIssuer(privateKeyBase64: key.value) else {
                throw ConfigurationError("LICENSE_PRIVATE_KEY", "give the private key of `connector license keygen`")
            }
            guard (1...36_525).contains(days) else { throw ValidationError("--days takes 1 to 36525.") }
            let now = Date()
            let end = now.addingTimeInterval(TimeInterval(days) * 86_400)
            print(try await issuer.token(for: License(account: account, notBefore: now, expires: end)))
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks a licence with CONNECTOR_LICENSE_PUBLIC_KEY; exit code 0 only when it is active."
        )

        @Argument(help: "The account's identifier.") var account: String
        @Argument(help: "The licence.") var license: String

        func run() async throws {
            let key = try Environment().requiredSecret("CONNECTOR_LICENSE_PUBLIC_KEY")
            guard let verifier = LicenseVerifier(publicKeyBase64: key.value) else {
                throw ConfigurationError.licenseKey
            }
            switch await verifier.state(of: license, account: account, now: Date()) {
            case .active(let end): print("active until \(end.formatted(.iso8601))")
            case .expired(let end): throw StartFailure("The licence expired at \(end.formatted(.iso8601)).")
            case .none, .invalid: throw StartFailure("The licence is not valid for the account \(account).")
            }
        }
    }
}

extension ConfigurationError {
    static let licenseKey = ConfigurationError(
        "CONNECTOR_LICENSE_PUBLIC_KEY",
        "give the public key of `connector license keygen`: base64 of 32 bytes"
    )
}
