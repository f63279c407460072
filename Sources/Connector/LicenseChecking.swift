import Domain
import Foundation
import Licensing
import RemoteAPI
import Sync

extension ConnectorConfiguration {
    /// Checks licences with the configured key; without one no licence is valid.
    func licenseCheck() throws(ConfigurationError) -> LicenseCheck {
        guard let key = licensePublicKey else {
            return { account in account.license == nil ? .none : .invalid }
        }
        guard let verifier = LicenseVerifier(publicKeyBase64: key.value) else { throw .licenseKey }
        return verifier.check
    }
}

extension LicenseVerifier {
    /// This verifier in the words of the trade.
    var check: LicenseCheck {
        { account in
            switch await state(of: account.license, account: account.id.rawValue, now: Date()) {
            case .none: .none
            case .active(let end): .active(until: end)
            case .expired(let end): .expired(at: end)
            case .invalid: .invalid
            }
        }
    }
}
