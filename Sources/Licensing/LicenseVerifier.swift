package import Foundation
import JWTKit

/// Tells what licence tokens are worth, by the issuer's public key.
package struct LicenseVerifier: Sendable {
    private let key: EdDSA.PublicKey

    /// Creates a verifier.
    ///
    /// - Parameter publicKeyBase64: The 32 raw bytes of an Ed25519 public key, in base64.
    package init?(publicKeyBase64: String) {
        guard let x = LicenseKeys.base64URL(publicKeyBase64), let key = try? EdDSA.PublicKey(x: x, curve: .ed25519)
        else { return nil }
        self.key = key
    }

    /// Judges a token for an account at a moment.
    ///
    /// Never throws: whatever is wrong with a token, it gives no right.
    package func state(of token: String?, account: String, now: Date) async -> License.State {
        guard let token = token?.trimmingCharacters(in: .whitespacesAndNewlines), !token.isEmpty else { return .none }
        guard let license = await license(in: token), license.account == account, license.notBefore <= now else {
            return .invalid
        }
        return now < license.expires ? .active(until: license.expires) : .expired(at: license.expires)
    }

    /// Reads a token that the known key has signed for this product, whoever it is for and whenever it is valid.
    package func license(in token: String) async -> License? {
        // JWTKit would verify with the key that it is given and not look at `alg`: the header has to say so too.
        // An extension that is marked as critical is one that we do not know.
        guard token.utf8.count <= 8_192,
            let header = try? DefaultJWTParser().parse([UInt8](token.utf8), as: LicenseClaims.self).header,
            header.alg == "EdDSA", header.fields["crit"] == nil,
            let claims = try? await JWTKeyCollection().add(eddsa: key).verify(token, as: LicenseClaims.self),
            claims.product == License.product
        else { return nil }
        return License(account: claims.sub, notBefore: claims.nbf, expires: claims.exp)
    }
}
