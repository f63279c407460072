import MicroHTTP

/// Who is at the other end, behind the proxies that are trusted.
struct Client: Sendable, Equatable {
    var address: String
    /// Whether the way from the browser is encrypted.
    var isSecure: Bool
}

/// The proxies whose word about their clients is believed.
package struct TrustedProxies: Sendable {
    private let addresses: Set<String>

    package init(_ addresses: some Sequence<String>) { self.addresses = Set(addresses) }

    func client(of request: Request) -> Client {
        guard addresses.contains(request.peer) else {
            return Client(address: request.peer, isSecure: request.isEncrypted)
        }
        // Each proxy appends whom it heard: the last one that is no proxy of ours is the client.
        let hops = Self.list(request.headers.values("X-Forwarded-For"))
        let address = hops.last { !addresses.contains($0) } ?? hops.first ?? request.peer
        let scheme = Self.list(request.headers.values("X-Forwarded-Proto")).last
        return Client(address: address, isSecure: request.isEncrypted || scheme == "https")
    }

    private static func list(_ values: [String]) -> [String] {
        values.flatMap { $0.split(separator: ",") }.map { $0.filter { $0 != " " && $0 != "\t" } }
    }
}
