/// A secret that only the holder of the encryption key can read.
///
/// It belongs to one account: opened for another it does not open.
package struct SealedSecret: Hashable, Sendable {
    /// Names the key that it was sealed with, so that keys can be rotated.
    package let keyID: String
    package let box: [UInt8]

    package init(keyID: String, box: [UInt8]) {
        self.keyID = keyID
        self.box = box
    }
}
