import Foundation
import JWTKit

/// Makes licence tokens, by the issuer's private key.
package struct LicenseIssuer: Sendable {
    private let key: EdDSA.PrivateKey

    /// Creates an issuer.
    ///
    /// - Parameter privateKeyBase64: The 32 raw bytes of an Ed25519 private key, in base64.
    package init?(privateKeyBase64: String) {
        guard let d = LicenseKeys.base64URL(privateKeyBase64), let key = try? EdDSA.PrivateKey(d: d, curve: .ed25519)
        else { return nil }
        self.key = key
    }

    /// The key that verifiers of these licences need, in base64.
    package var publicKeyBase64: String { key.publicKey.rawRepresentation.base64EncodedString() }

    /// Signs a licence.
    package func token(for license: License) async throws -> String {
        let claims = LicenseClaims(
            sub: license.account,
            product: License.product,
            exp: license.expires,
            nbf: license.notBefore
        )
        return try await JWTKeyCollection().add(eddsa: key).sign(claims)
    }
}

/// A fresh pair of keys for licences, both in base64.
package struct LicenseKeys: Sendable {
    package let privateKeyBase64: String
    package let publicKeyBase64: String

    /// Makes a pair from the system's random numbers.
    package static func generate() throws -> LicenseKeys {
        let key = try EdDSA.PrivateKey()
        return LicenseKeys(
            privateKeyBase64: key.rawRepresentation.base64EncodedString(),
            publicKeyBase64: key.publicKey.rawRepresentation.base64EncodedString()
        )
    }

    /// The base64url form, which JWTKit takes, of 32 bytes in base64.
    static func base64URL(_ base64: String) -> String? {
        guard let bytes = Data(base64Encoded: base64.trimmingCharacters(in: .whitespacesAndNewlines)),
            bytes.count == 32
        else { return nil }
        return bytes.base64EncodedString()
            .replacing("+", with: "-")
            .replacing("/", with: "_")
            .replacing("=", with: "")
    }
}
