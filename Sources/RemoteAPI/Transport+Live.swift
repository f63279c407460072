internal import AsyncHTTPClient
import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

extension Transport {
    /// Returns a transport that reaches the network.
    ///
    /// Connects within 10 seconds, follows no redirect, and speaks plain `http` with loopback addresses only.
    /// Connections are pooled; they close when the last copy of the transport is gone.
    package static func live() -> Transport { live(addresses: [:]) }

    /// The same, with the addresses of machines whose names shall not be looked up.
    static func live(addresses: [String: String]) -> Transport {
        let connections = Connections(addresses)
        return Transport { call async throws(RemoteAPIError) in try await connections.send(call) }
    }
}

/// The pooled connections, shut down with their owner.
private final class Connections: Sendable {
    private let client: HTTPClient

    init(_ addresses: [String: String]) {
        var configuration = HTTPClient.Configuration()
        configuration.dnsOverride = addresses
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(10)
        // `Retry` decides what is tried again, and when.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        // Shorter than servers keep idle connections: a request on one that just closed may or may not have happened.
        configuration.connectionPool.idleTimeout = .seconds(10)
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    deinit { client.shutdown { _ in } }

    func send(_ call: Transport.Call) async throws(RemoteAPIError) -> Transport.Reply {
        let request = try request(for: call)
        do {
            return try await withThrowingTaskGroup { group in
                group.addTask { [client] in
                    try await client.reply(to: request, limit: call.ignoresBody ? nil : call.answerLimit)
                }
                group.addTask {
                    try await Task.sleep(for: call.answerTimeout)
                    throw RemoteAPIError.unreachable(
                        reason: "no answer within \(call.answerTimeout.components.seconds) s",
                        mayHaveHappened: true
                    )
                }
                defer { group.cancelAll() }
                guard let first = try await group.next() else { throw RemoteAPIError.cancelled }
                return first
            }
        } catch {
            throw RemoteAPIError(whileSending: error)
        }
    }

    private func request(for call: Transport.Call) throws(RemoteAPIError) -> HTTPClientRequest {
        let address = call.url.revealed
        guard let url = URL(string: address), let host = url.host, !host.isEmpty else {
            throw .unreachable(reason: "not a valid address", mayHaveHappened: false)
        }
        guard url.scheme == "https" || (url.scheme == "http" && host.isLoopback) else {
            throw .unreachable(reason: "\(host) may be reached by https only", mayHaveHappened: false)
        }
        var request = HTTPClientRequest(url: address)
        request.method = HTTPMethod(rawValue: call.method)
        request.headers.add(name: "User-Agent", value: "connector")
        for header in call.headers { request.headers.add(name: header.name, value: header.value) }
        if let authorization = call.authorization {
            request.headers.add(name: "Authorization", value: authorization.value)
        }
        if let body = call.body { request.body = .bytes(ByteBuffer(bytes: body)) }
        return request
    }
}

extension HTTPClient {
    /// Sends a request and reads the answer; without a limit for its body, that is left unread.
    fileprivate func reply(to request: HTTPClientRequest, limit: Int?) async throws -> Transport.Reply {
        // The caller watches the clock, to the last byte; this deadline ends with the head.
        let response = try await execute(request, deadline: .distantFuture)
        var body = Data()
        if let limit {
            let length = response.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
            guard length <= limit else { throw RemoteAPIError.oversized(limit) }
            body.reserveCapacity(length)
            for try await chunk in response.body {
                guard body.count + chunk.readableBytes <= limit else { throw RemoteAPIError.oversized(limit) }
                body.append(contentsOf: chunk.readableBytesView)
            }
        }
        let headers = response.headers.map { ($0.name.lowercased(), $0.value) }
        return Transport.Reply(
            status: Int(response.status.code),
            headers: Dictionary(headers) { _, last in last },
            body: body
        )
    }
}

extension RemoteAPIError {
    fileprivate static func oversized(_ limit: Int) -> RemoteAPIError {
        .unreadable(reason: "the answer has more than \(limit) bytes")
    }

    /// Returns the error of a call that got no whole answer.
    ///
    /// Only errors from making the connection say that the call did not happen; whatever else ends a call, the vendor
    /// may have read it before.
    fileprivate init(whileSending error: any Error) {
        switch error {
        case let error as RemoteAPIError:
            self = error
        case let error as NIOConnectionError:
            self = .unreachable(reason: "no connection to \(error.host):\(error.port)", mayHaveHappened: false)
        case let error as HTTPClientError:
            let early: [HTTPClientError] = [.connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout]
            self = .unreachable(reason: error.shortDescription, mayHaveHappened: !early.contains(error))
        case is CancellationError:
            self = .unreachable(reason: "cancelled", mayHaveHappened: true)
        case let error as IOError where error.errnoCode == ECONNREFUSED:
            self = .unreachable(reason: "connection refused", mayHaveHappened: false)
        case let error as IOError:
            self = .unreachable(reason: "the connection broke (errno \(error.errnoCode))", mayHaveHappened: true)
        default:
            self = .unreachable(reason: "the connection broke (\(type(of: error)))", mayHaveHappened: true)
        }
    }
}
