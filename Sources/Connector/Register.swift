import Domain
import Foundation
import Logging
import Sync

/// The accounts of an installation, for commands of the shell.
struct Register: Sendable {
    private let accounts: Accounts
    private let links: LaunchLinks
    private let configuration: ConnectorConfiguration

    /// Opens the store that the environment names.
    ///
    /// - Parameter vendors: Where a removed account's access is revoked; only who removes needs it.
    /// - Throws: ``ConfigurationError`` or ``StartFailure``.
    init(revokingAt vendors: VendorConfiguration? = nil) async throws {
        configuration = try ConnectorConfiguration(Environment())
        configuration.startLogging()
        let license = try configuration.licenseCheck()
        let opened = try await OpenStore(configuration)
        let now: @Sendable () -> Date = { Date() }
        var disconnect: @Sendable (Account.ID) async -> Void = { _ in }
        if let vendors {
            let observation = Observation(logger: Logger(label: "connector"))
            let connecting = Connecting(
                store: opened.store,
                sealing: opened.sealing,
                vendors: Vendors(vendors, redirectURI: "", opened.sealing, observation),
                bulletin: Bulletin(),
                license: license,
                now: now
            )
            // What fails there is logged, and the account goes all the same.
            disconnect = { try? await connecting.disconnect($0) }
        }
        accounts = Accounts(
            store: opened.store,
            sealing: opened.sealing,
            license: license,
            now: now,
            disconnect: disconnect
        )
        links = LaunchLinks(store: opened.store, now: now)
    }

    func list() async throws(StartFailure) -> [Accounts.Status] {
        try await told { () async throws(AccountError) in try await accounts.list() }
    }

    func status(of id: Account.ID) async throws(StartFailure) -> Accounts.Status {
        try await told { () async throws(AccountError) in try await accounts.status(of: id) }
    }

    func add(_ draft: Accounts.Draft) async throws(StartFailure) -> Accounts.Issued {
        try await told { () async throws(AccountError) in try await accounts.create(draft) }
    }

    func remove(_ id: Account.ID) async throws(StartFailure) {
        try await told { () async throws(AccountError) in try await accounts.delete(id) }
    }

    /// An address that opens the account's page, and no other, once.
    func link(to id: Account.ID) async throws -> String {
        guard configuration.publicURL != nil || configuration.port != 0 else {
            throw ConfigurationError("CONNECTOR_PUBLIC_URL", "set it: nobody but the running connector knows its port")
        }
        let token = try await told { () async throws(AccountError) in try await links.issue(for: .account(id)) }
        return "\(configuration.publicURL(port: configuration.port))/launch/\(token)"
    }

    private func told<Value>(_ body: () async throws(AccountError) -> Value) async throws(StartFailure) -> Value {
        do { return try await body() } catch { throw StartFailure(error) }
    }
}

extension StartFailure {
    init(_ error: AccountError) {
        switch error {
        case .unknown(let id): self.init("There is no account \(id).")
        case .exists(let id): self.init("There is an account \(id) already.")
        case .invalid(let field, let message): self.init("\(field): \(message)")
        case .store(let failure): self.init(failure.message)
        }
    }
}
