package import Foundation
import JWTKit

/// What a licence says: which account may use this product, and when.
package struct License: Hashable, Sendable {
    /// The product that this program is; a licence for another one is none for us.
    package static let product = "visma-eaccounting"

    package var account: String
    package var notBefore: Date
    package var expires: Date

    package init(account: String, notBefore: Date, expires: Date) {
        self.account = account
        self.notBefore = notBefore
        self.expires = expires
    }

    /// What a token is worth at one moment.
    package enum State: Hashable, Sendable {
        case none
        case active(until: Date)
        case expired(at: Date)
        /// Not signed by the known key, for another account or product, or not valid yet.
        case invalid
    }
}

/// A licence as a JWT carries it.
struct LicenseClaims: JWTPayload {
    let sub: String
    let product: String
    let exp: Date
    let nbf: Date

    /// The signature only: the claims are compared by ``LicenseVerifier``, which knows the account and the time.
    func verify(using algorithm: some JWTAlgorithm) {}
}
