import Crypto
import Foundation

/// An identifier that is the same in every run.
func sampleID(_ name: String) -> JSON {
    let hash = Array(SHA256.hash(data: Array(name.utf8)))
    // The version and variant of a random UUID.
    let version = hash[6] & 0x0f | 0x40
    let variant = hash[8] & 0x3f | 0x80
    let id = UUID(
        uuid: (
            hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], version, hash[7], variant, hash[9], hash[10],
            hash[11],
            hash[12], hash[13], hash[14], hash[15]
        )
    )
    return .string(id.uuidString.lowercased())
}

extension Array {
    /// An element for an index of any size.
    func cycled(_ index: Int) -> Element { self[index % count] }
}
