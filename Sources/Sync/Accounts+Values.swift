package import Domain

/// Says whether an account's licence is active now.
package typealias LicenseCheck = @Sendable (Account) async -> LicenseState

extension Accounts {
    /// What a new account starts with.
    package struct Draft: Sendable {
        package var id: Account.ID?
        package var name: String
        package var outSmartToken: String
        package var outSmartBearer: String?
        package var license: String?

        package init(
            id: Account.ID? = nil,
            name: String,
            outSmartToken: String,
            outSmartBearer: String? = nil,
            license: String? = nil
        ) {
            self.id = id
            self.name = name
            self.outSmartToken = outSmartToken
            self.outSmartBearer = outSmartBearer
            self.license = license
        }
    }

    /// What is to be different: `nil` leaves a value as it is, `.some(nil)` removes it.
    package struct Changes: Sendable {
        package var name: String?
        package var outSmartToken: String?
        package var outSmartBearer: String??
        package var license: String??

        package init(
            name: String? = nil,
            outSmartToken: String? = nil,
            outSmartBearer: String?? = nil,
            license: String?? = nil
        ) {
            self.name = name
            self.outSmartToken = outSmartToken
            self.outSmartBearer = outSmartBearer
            self.license = license
        }
    }

    /// An account as it stands.
    package struct Status: Sendable {
        package var account: Account
        package var connection: Connection
        package var license: LicenseState

        package init(account: Account, connection: Connection, license: LicenseState) {
            self.account = account
            self.connection = connection
            self.license = license
        }
    }

    /// A new account with its secrets, which are shown this once.
    package struct Issued: Sendable {
        package var status: Status
        package var apiKey: String
        package var webhookSecret: String

        package init(status: Status, apiKey: String, webhookSecret: String) {
            self.status = status
            self.apiKey = apiKey
            self.webhookSecret = webhookSecret
        }
    }
}
