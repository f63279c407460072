import Crypto
import Domain
import Foundation

/// A random text that nobody can guess, and the digest by which it is recognized again.
enum Token {
    /// 32 random bytes in base64url.
    static func random() -> String {
        Data(randomBytes(32)).base64EncodedString()
            .replacing("+", with: "-")
            .replacing("/", with: "_")
            .replacing("=", with: "")
    }

    /// A secret in the form of Standard Webhooks: `whsec_` and base64.
    static func webhookSecret() -> String { "whsec_" + Data(randomBytes(32)).base64EncodedString() }

    static func digest(_ token: String) -> [UInt8] { Array(SHA256.hash(data: Data(token.utf8))) }

    private static func randomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

extension Session.ID {
    /// The identifier that belongs to a cookie's value.
    init(cookie: String) {
        self.init(
            Token.digest(cookie).map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
        )
    }
}
