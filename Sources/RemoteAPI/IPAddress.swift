import Glibc
internal import NIOCore

/// The address of a machine.
struct IPAddress: Sendable, Hashable {
    /// As it is written.
    let text: String
    /// 4 or 16 bytes.
    private let bytes: [UInt8]

    /// The address that is written there, in one of the forms that every program reads alike.
    init?(_ text: String) {
        guard let address = try? SocketAddress(ipAddress: text, port: 0) else { return nil }
        self.init(address)
    }

    init?(_ address: SocketAddress) {
        switch address {
        case .v4(let address): bytes = unsafe withUnsafeBytes(of: address.address.sin_addr) { unsafe Array($0) }
        case .v6(let address): bytes = unsafe withUnsafeBytes(of: address.address.sin6_addr) { unsafe Array($0) }
        case .unixDomainSocket: return nil
        }
        guard let text = address.ipAddress else { return nil }
        self.text = text
    }

    /// Whether it is this machine.
    var isLoopback: Bool { bytes.count == 4 ? bytes[0] == 127 : bytes == Array(repeating: 0, count: 15) + [1] }

    /// Whether it may be a machine on the internet, by IANA's registries of special addresses.
    ///
    /// Whatever is not is somebody's own network, many machines at once, or nobody.
    var isPublic: Bool {
        guard bytes.count == 16 else { return !Self.specialV4.contains(where: lies) }
        // What was ever given to machines begins with the bits 001.
        return bytes[0] & 0xe0 == 0x20 && !Self.specialV6.contains(where: lies)
    }

    /// The first bytes of a range of addresses, and how many of their bits count.
    private struct Range: Sendable {
        let start: [UInt8]
        let bits: Int

        init(_ start: UInt8..., bits: Int) { (self.start, self.bits) = (start, bits) }
    }

    private func lies(in range: Range) -> Bool {
        (0..<range.bits).allSatisfy { bit in
            (bytes[bit / 8] ^ range.start[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
        }
    }

    private static let specialV4 = [
        Range(0, bits: 8), Range(10, bits: 8), Range(100, 64, bits: 10), Range(127, bits: 8), Range(169, 254, bits: 16),
        Range(172, 16, bits: 12), Range(192, 0, 0, bits: 24), Range(192, 0, 2, bits: 24), Range(192, 88, 99, bits: 24),
        Range(192, 168, bits: 16), Range(198, 18, bits: 15), Range(198, 51, 100, bits: 24),
        Range(203, 0, 113, bits: 24), Range(224, bits: 3),
    ]

    /// Also those that lead to an address of the other kind.
    private static let specialV6 = [
        Range(0x20, 0x01, 0x00, bits: 23), Range(0x20, 0x01, 0x0d, 0xb8, bits: 32), Range(0x20, 0x02, bits: 16),
        Range(0x3f, 0xff, 0x00, bits: 20),
    ]
}
