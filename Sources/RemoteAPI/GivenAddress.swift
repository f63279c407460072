import Foundation

/// An address that a person typed, read so strictly that no two programs disagree about its host.
package struct GivenAddress: Sendable {
    /// The whole address, which may hold a secret.
    package let url: Secret
    /// A name in lower case, or an IP address.
    package let host: String

    /// Reads an address: `https`, or `http` on this machine; a host of letters, digits, hyphens and dots, or an IP
    /// address; and neither a user nor a fragment.
    package init?(_ text: String) {
        guard text.utf8.allSatisfy({ (0x21...0x7e).contains($0) && !Self.ambiguous.contains($0) }),
            !text.authority.contains("%"), var parts = URLComponents(string: text), parts.user == nil,
            parts.password == nil, parts.fragment == nil,
            let host = parts.host?.lowercased(), host.isHost, parts.port.map({ (1...65_535).contains($0) }) ?? true
        else { return nil }
        self.host = host.withoutBrackets
        parts.scheme = parts.scheme?.lowercased()
        guard parts.scheme == "https" || (parts.scheme == "http" && host.isLoopback) else { return nil }
        parts.host = host
        guard let url = parts.string else { return nil }
        self.url = Secret(url)
    }

    /// What programs read in different ways, or not at all.
    private static let ambiguous = Set(#"\"<>^`{|}"#.utf8)

    /// Whether the host is written as an IP address that is not on the internet, or as this machine's own name.
    ///
    /// What a name stands for is only seen when it is looked up.
    package var isPrivate: Bool { IPAddress(host).map { !$0.isPublic } ?? (host == "localhost") }

    /// Whether it is this machine by its own name.
    package var isLoopback: Bool { host.isLoopback }
}

extension String {
    /// Whether this host is the machine itself, whatever a name service may say.
    var isLoopback: Bool { self == "localhost" || IPAddress(withoutBrackets)?.isLoopback == true }

    /// What stands between the scheme and the path of this address.
    fileprivate var authority: Substring {
        guard let start = range(of: "://")?.upperBound else { return "" }
        return self[start...].prefix { $0 != "/" && $0 != "?" }
    }

    fileprivate var withoutBrackets: String {
        hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self
    }

    fileprivate var isHost: Bool {
        if hasPrefix("[") { return IPAddress(withoutBrackets) != nil }
        return !isEmpty
            && utf8.allSatisfy { byte in
                (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2d || byte == 0x2e
            }
    }
}
