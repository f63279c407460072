import Foundation
import Logging
import RemoteAPI

/// Everything that an operator can set, read once at start.
///
/// README repeats this table; the variables are those of the outward contract.
struct ConnectorConfiguration: Sendable {
    /// `CONNECTOR_HOST`, `CONNECTOR_PORT`: the listen address, where port 0 lets the system pick one.
    var host: String
    var port: UInt16
    /// `CONNECTOR_PUBLIC_URL`: what browsers call us; `nil` for `http://localhost:<port>`.
    var publicURL: String?
    /// `CONNECTOR_DATA_DIR`: the embedded store and the key file.
    var dataDirectory: String
    /// `CONNECTOR_DATABASE_URL`: the path of the embedded store; `nil` for the one in the data directory.
    var databasePath: String?
    /// `CONNECTOR_ENCRYPTION_KEY[_FILE]`: base64 of 32 bytes; `nil` for the key file in the data directory.
    var encryptionKey: Secret?
    /// `CONNECTOR_OPERATOR_TOKEN[_FILE]`: `nil` for the one that the first start made.
    var operatorToken: Secret?
    /// `CONNECTOR_SYNC_INTERVAL`: seconds between automatic syncs of an account.
    var syncInterval: TimeInterval
    /// `CONNECTOR_SETTLE_SECONDS`: pause before a document whose posting is in doubt is looked for again.
    var settleTime: TimeInterval
    /// `CONNECTOR_WORKERS`: accounts synced at the same time.
    var workers: Int
    /// `CONNECTOR_LICENSE_PUBLIC_KEY[_FILE]`: what licences are checked with.
    var licensePublicKey: Secret?
    /// `CONNECTOR_TLS_CERTIFICATE`, `CONNECTOR_TLS_KEY`: PEM files, both or none.
    var tls: (certificate: String, key: String)?
    /// `CONNECTOR_TRUSTED_PROXIES`: addresses whose `X-Forwarded-For` and `-Proto` are believed.
    var trustedProxies: [String]
    /// `CONNECTOR_LOG_LEVEL`, `CONNECTOR_LOG_FORMAT`.
    var logLevel: Logger.Level
    var logFormat: LogFormat

    enum LogFormat: String { case text, json }

    init(_ environment: Environment) throws(ConfigurationError) {
        host = environment.text("CONNECTOR_HOST") ?? "127.0.0.1"
        port = UInt16(try environment.number("CONNECTOR_PORT", default: 8080, in: 0...65_535))
        publicURL =
            environment.text("CONNECTOR_PUBLIC_URL") == nil
            ? nil : try environment.address("CONNECTOR_PUBLIC_URL", default: "https://connector.example.com")
        dataDirectory = environment.text("CONNECTOR_DATA_DIR") ?? "./data"
        databasePath = try Self.databasePath(environment)
        encryptionKey = try environment.secret("CONNECTOR_ENCRYPTION_KEY")
        operatorToken = try Self.operatorToken(environment)
        syncInterval = TimeInterval(try environment.number("CONNECTOR_SYNC_INTERVAL", default: 900, in: 1...604_800))
        settleTime = TimeInterval(try environment.number("CONNECTOR_SETTLE_SECONDS", default: 60, in: 0...3600))
        let cores = ProcessInfo.processInfo.activeProcessorCount
        workers = try environment.number("CONNECTOR_WORKERS", default: cores * 4, in: 1...1000)
        licensePublicKey = try environment.secret("CONNECTOR_LICENSE_PUBLIC_KEY")
        tls = try Self.tls(environment)
        trustedProxies = (environment.text("CONNECTOR_TRUSTED_PROXIES") ?? "")
            .split { $0 == "," || $0 == " " }.map(String.init)
        logLevel = try Self.choice(environment, "CONNECTOR_LOG_LEVEL", default: .info)
        logFormat = try Self.choice(environment, "CONNECTOR_LOG_FORMAT", default: .text)
    }

    private static func operatorToken(_ environment: Environment) throws(ConfigurationError) -> Secret? {
        let token = try environment.secret("CONNECTOR_OPERATOR_TOKEN")
        if let token, token.value.count < 16 {
            throw ConfigurationError("CONNECTOR_OPERATOR_TOKEN", "use at least 16 characters")
        }
        return token
    }

    private static func databasePath(_ environment: Environment) throws(ConfigurationError) -> String? {
        guard let url = environment.text("CONNECTOR_DATABASE_URL") else { return nil }
        guard url.hasPrefix("sqlite:"), url.count > "sqlite:".count else {
            throw ConfigurationError("CONNECTOR_DATABASE_URL", "give sqlite:<path of the file>")
        }
        return String(url.dropFirst("sqlite:".count))
    }

    private static func tls(_ environment: Environment) throws(ConfigurationError) -> (String, String)? {
        switch (environment.text("CONNECTOR_TLS_CERTIFICATE"), environment.text("CONNECTOR_TLS_KEY")) {
        case (nil, nil): return nil
        case (let certificate?, let key?): return (certificate, key)
        case (nil, _?): throw ConfigurationError("CONNECTOR_TLS_CERTIFICATE", "set it too, or unset CONNECTOR_TLS_KEY")
        case (_?, nil): throw ConfigurationError("CONNECTOR_TLS_KEY", "set it too, or unset CONNECTOR_TLS_CERTIFICATE")
        }
    }

    private static func choice<Choice: RawRepresentable>(
        _ environment: Environment,
        _ variable: String,
        default fallback: Choice
    ) throws(ConfigurationError) -> Choice where Choice.RawValue == String {
        guard let value = environment.text(variable) else { return fallback }
        guard let choice = Choice(rawValue: value.lowercased()) else {
            throw ConfigurationError(variable, "\"\(value.prefix(20))\" is not one of its values")
        }
        return choice
    }
}

/// Where the vendors are, and what identifies us there.
struct VendorConfiguration: Sendable {
    /// `VISMA_CLIENT_ID`, `VISMA_CLIENT_SECRET[_FILE]`: the OAuth client registered at Visma.
    var vismaClientID: String
    var vismaClientSecret: Secret
    /// `VISMA_IDENTITY_URL`, `VISMA_API_URL`.
    var vismaIdentityURL: String
    var vismaAPIURL: String
    /// `VISMA_REQUESTS_PER_MINUTE`: the budget for each endpoint.
    var vismaRequestsPerMinute: Int
    /// `OUTSMART_API_URL`.
    var outSmartAPIURL: String
    /// `OUTSMART_SOFTWARE_TOKEN[_FILE]`: what OutSmart issued for this package.
    var outSmartSoftwareToken: Secret

    /// Whether the vendors are on this machine, as the sandbox is: then notifications may go there, too.
    var isOnLoopback: Bool {
        [vismaAPIURL, outSmartAPIURL].allSatisfy { GivenAddress($0)?.isLoopback == true }
    }

    init(_ environment: Environment) throws(ConfigurationError) {
        vismaClientID = try environment.required("VISMA_CLIENT_ID")
        vismaClientSecret = try environment.requiredSecret("VISMA_CLIENT_SECRET")
        vismaIdentityURL = try environment.vendorAddress(
            "VISMA_IDENTITY_URL",
            default: "https://identity.vismaonline.com"
        )
        vismaAPIURL = try environment.vendorAddress(
            "VISMA_API_URL",
            default: "https://eaccountingapi.vismaonline.com/v2"
        )
        vismaRequestsPerMinute = try environment.number("VISMA_REQUESTS_PER_MINUTE", default: 600, in: 1...1_000_000)
        outSmartAPIURL = try environment.vendorAddress(
            "OUTSMART_API_URL",
            default: "https://app.out-smart.com/openapi/8"
        )
        outSmartSoftwareToken = try environment.requiredSecret("OUTSMART_SOFTWARE_TOKEN")
    }
}
