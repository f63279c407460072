import Dispatch
internal import NIOCore

extension Transport {
    /// Finds the machine that a host name stands for.
    package typealias Lookup = @Sendable (_ host: String) async -> String?

    /// Returns a transport for addresses that anybody may have typed: it reaches machines on the internet and no other.
    ///
    /// The name is looked up once, and the connection goes to the machine that was looked at: a name that stands for
    /// another machine a moment later leads nowhere else. Like ``live()`` it follows no redirect.
    ///
    /// - Parameters:
    ///   - allowsLoopback: Whether it reaches this machine, too.
    ///   - lookup: Finds the machine.
    /// - Returns: The transport.
    package static func toPublicAddresses(
        allowsLoopback: Bool,
        lookup: @escaping Lookup = { await systemLookup($0) }
    ) -> Transport {
        Transport { call async throws(RemoteAPIError) in
            guard let given = GivenAddress(call.url.revealed) else {
                throw .unreachable(reason: "not a valid address", mayHaveHappened: false)
            }
            let host = given.host
            guard let address = await lookup(host).flatMap({ IPAddress($0) }) else {
                throw .unreachable(reason: "no machine is called \(host)", mayHaveHappened: false)
            }
            guard address.isPublic || (allowsLoopback && address.isLoopback) else {
                throw .refused(Refusal(status: 0, message: "\(host) is not on the internet"))
            }
            var call = call
            call.url = RequestURL(given: given.url, host: host)
            return try await live(addresses: [host: address.text]).send(call)
        }
    }

    /// Asks the system, on a thread that may wait.
    package static func systemLookup(_ host: String) async -> String? {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    returning: try? SocketAddress.makeAddressResolvingHost(host, port: 0).ipAddress
                )
            }
        }
    }
}
