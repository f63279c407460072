import Foundation

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

extension SealedSecret: Codable {
    private enum CodingKeys: CodingKey { case keyID, box }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        keyID = try container.decode(String.self, forKey: .keyID)
        box = Array(try container.decode(Data.self, forKey: .box))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(keyID, forKey: .keyID)
        try container.encode(Data(box), forKey: .box)
    }
}
