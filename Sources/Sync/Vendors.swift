import Domain
package import EAccounting
import OutSmart
package import Persistence
package import RemoteAPI

/// The clients of both vendors, made for one account at a time.
package struct Vendors: Sendable {
    private var transport: Transport
    private let budget: RequestBudget
    private let retry: Retry
    private let watch: UpstreamWatch
    private let sealing: Sealing
    private let addresses: Addresses
    private let softwareToken: Secret
    package let authorization: Authorization

    /// Where the vendors are.
    package struct Addresses: Sendable {
        package var eAccounting: String
        package var outSmart: String

        package init(eAccounting: String, outSmart: String) {
            self.eAccounting = eAccounting
            self.outSmart = outSmart
        }
    }

    /// Creates the vendors' clients.
    ///
    /// - Parameters:
    ///   - transport: The way to the network.
    ///   - authorization: Visma's login.
    ///   - addresses: The base addresses of both APIs.
    ///   - softwareToken: What identifies this package at OutSmart.
    ///   - budget: How often Visma may be called, shared by all accounts.
    ///   - retry: How passing failures are repeated.
    ///   - sealing: Opens the accounts' tokens.
    ///   - watch: Told of every call, except those of `authorization`.
    package init(
        transport: Transport,
        authorization: Authorization,
        addresses: Addresses,
        softwareToken: Secret,
        budget: RequestBudget,
        retry: Retry,
        sealing: Sealing,
        watch: UpstreamWatch = UpstreamWatch()
    ) {
        self.transport = transport
        self.authorization = authorization
        self.addresses = addresses
        self.softwareToken = softwareToken
        self.budget = budget
        self.retry = retry
        self.sealing = sealing
        self.watch = watch
    }

    /// The same clients, which ask first whenever they are about to write something.
    func writing(_ assure: @escaping @Sendable () async throws(RemoteAPIError) -> Void) -> Vendors {
        var vendors = self
        vendors.transport = Transport { [transport] call async throws(RemoteAPIError) in
            if call.method != "GET" { try await assure() }
            return try await transport.send(call)
        }
        return vendors
    }

    func eAccounting(_ account: Account.ID, tokens: AccessTokens) -> EAccountingClient {
        EAccountingClient(
            transport: transport.watched(watch, to: .visma),
            baseURL: addresses.eAccounting,
            tokens: tokens,
            budget: budget,
            account: account.rawValue,
            retry: retry.watched(watch, to: .visma)
        )
    }

    func outSmart(_ account: Account) throws(SealingError) -> OutSmartClient {
        let credentials = account.outSmart
        var bearer: Secret?
        if let sealed = credentials.bearer { bearer = Secret(try sealing.open(sealed, for: account.id)) }
        return OutSmartClient(
            transport: transport.watched(watch, to: .outSmart),
            baseURL: addresses.outSmart,
            credentials: OutSmartClient.Credentials(
                token: Secret(try sealing.open(credentials.token, for: account.id)),
                softwareToken: softwareToken,
                bearer: bearer
            ),
            retry: retry.watched(watch, to: .outSmart)
        )
    }
}
