import Crypto
package import Foundation

/// Signs messages, and tells signed ones from forged ones, by the rules of Standard Webhooks.
///
/// A signature is the HMAC-SHA256 of identifier, time and body with a dot between them. The same in both directions:
/// for what reaches us and for what we send.
package struct WebhookKey: Sendable {
    private let key: SymmetricKey

    /// What every secret begins with.
    private static let prefix = "whsec_"
    /// So many bytes has a secret; fewer could be guessed.
    private static let length = 24...64
    /// So many signatures of a message are looked at: a sender has as many as it has secrets.
    private static let signatures = 16

    /// Creates the key that a secret stands for: `whsec_` and the base64 of 24 to 64 bytes.
    package init?(_ secret: String) {
        guard secret.hasPrefix(Self.prefix), let bytes = Data(base64Encoded: String(secret.dropFirst(6))),
            Self.length.contains(bytes.count)
        else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// The signature of a message, such as `v1,g0hM9SsE…`.
    package func signature(of id: String, at timestamp: String, _ body: some DataProtocol) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Self.content(id, timestamp, body), using: key)
        return "v1," + Data(code).base64EncodedString()
    }

    /// Whether one of the signatures, which blanks separate, is ours; takes equally long for every wrong one.
    package func accepts(_ signatures: String, of id: String, at timestamp: String, _ body: some DataProtocol) -> Bool {
        let content = Self.content(id, timestamp, body)
        return signatures.split(separator: " ").prefix(Self.signatures).contains { signature in
            guard signature.hasPrefix("v1,"), let code = Data(base64Encoded: String(signature.dropFirst(3))) else {
                return false
            }
            return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: content, using: key)
        }
    }

    private static func content(_ id: String, _ timestamp: String, _ body: some DataProtocol) -> Data {
        var content = Data("\(id).\(timestamp).".utf8)
        content.append(contentsOf: body)
        return content
    }
}
