import Crypto
import Foundation

extension Sealing {
    /// 32 random bytes that secrets are sealed with.
    ///
    /// Printing it shows its name only.
    package struct Key: Sendable {
        /// Names the key in what it sealed; derived from the bytes, and says nothing about them.
        package let id: String
        let symmetricKey: SymmetricKey

        /// Creates a key from the base64 of its 32 bytes, with or without white space around it.
        package init?(base64: String) {
            guard
                let bytes = Data(base64Encoded: base64.trimmingCharacters(in: .whitespacesAndNewlines)),
                bytes.count == SymmetricKeySize.bits256.bitCount / 8
            else { return nil }
            self.init(SymmetricKey(data: bytes))
        }

        private init(_ symmetricKey: SymmetricKey) {
            self.symmetricKey = symmetricKey
            let digest = HMAC<SHA256>.authenticationCode(for: Array("connector key id".utf8), using: symmetricKey)
            id = digest.prefix(8).map { byte in
                let hexadecimal = String(byte, radix: 16)
                return byte < 16 ? "0" + hexadecimal : hexadecimal
            }
            .joined()
        }

        /// Makes a new key.
        package static func generate() -> Key { Key(SymmetricKey(size: .bits256)) }

        /// The bytes, to be written to a key file and nowhere else.
        package var base64: String {
            unsafe symmetricKey.withUnsafeBytes { bytes in unsafe Data(bytes) }.base64EncodedString()
        }
    }
}

extension Sealing.Key: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "key \(id)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}
