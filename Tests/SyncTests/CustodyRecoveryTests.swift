import Domain
import EAccounting
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import Synchronization
import TestSupport
import Testing

@testable import Sync

@Suite struct CustodyRecoveryTests {
    private let account: Account.ID = "eriksson"
    private let route = "POST /connect/token"

    /// Loses the answers of the first renewals, which Visma carries out.
    private func losing(_ count: Int, _ recorder: CallRecorder, mayHaveHappened: Bool = true) -> Bench.Wire {
        let left = Mutex(count)
        return { transport in
            recorder.wire(
                Transport { [route] call async throws(RemoteAPIError) in
                    let reply = try await transport.send(call)
                    let isLost =
                        call.route == route
                        && left.withLock { left in
                            left -= 1
                            return left >= 0
                        }
                    guard isLost else { return reply }
                    throw .unreachable(reason: "lost", mayHaveHappened: mayHaveHappened)
                }
            )
        }
    }

    /// Whether Visma still takes a refresh token.
    private func isAlive(_ token: Secret, _ bench: Bench) async -> Bool {
        do {
            _ = try await bench.vendors.authorization.tokens(refreshing: token)
            return true
        } catch {
            return false
        }
    }

    private func refreshToken(_ bench: Bench) async throws -> Secret {
        let tokens = try #require(try await bench.store.connection(of: account).tokens)
        return Secret(try bench.sealing.open(tokens.refresh, for: account))
    }

    @Test func `a renewal whose answer was lost is repeated once, with the same token`() async throws {
        let recorder = CallRecorder()
        try await Bench.open(wire: losing(1, recorder)) { bench in
            try await bench.connect()
            bench.clock.advance(by: 3600)
            _ = try await bench.custody.tokens(of: account).current()
            let bodies = recorder.calls(route).compactMap(\.body)
            #expect(bodies.count == 2 && bodies[0] == bodies[1])
            #expect(try await bench.store.connection(of: account).state == .connected)
        }
    }

    @Test func `when that is lost too, the connection waits for better times`() async throws {
        let recorder = CallRecorder()
        try await Bench.open(wire: losing(2, recorder)) { bench in
            try await bench.connect()
            bench.clock.advance(by: 3600)
            await #expect(throws: RemoteAPIError.unreachable(reason: "lost", mayHaveHappened: true)) {
                try await bench.custody.tokens(of: account).current()
            }
            #expect(recorder.calls(route).count == 2)
            #expect(try await bench.store.connection(of: account).state == .connected)
            _ = try await bench.custody.tokens(of: account).current()
        }
    }

    @Test func `a renewal that never got through is not repeated here`() async throws {
        let recorder = CallRecorder()
        try await Bench.open(wire: losing(1, recorder, mayHaveHappened: false)) { bench in
            try await bench.connect()
            bench.clock.advance(by: 3600)
            await #expect(throws: RemoteAPIError.self) { try await bench.custody.tokens(of: account).current() }
            #expect(recorder.calls(route).count == 1)
        }
    }

    @Test func `the refresh token before is used when Visma does not know the newer one`() async throws {
        let recorder = CallRecorder()
        try await Bench.open(wire: recorder.wire) { bench in
            try await bench.connect()
            let connection = try await bench.store.connection(of: account)
            var tokens = try #require(connection.tokens)
            tokens.previousRefresh = tokens.refresh
            tokens.refresh = try bench.sealing.seal("never-worked", for: account)
            #expect(try await bench.store.replaceTokens(of: account, generation: connection.generation, with: tokens))
            bench.clock.advance(by: 3600)
            _ = try await bench.custody.tokens(of: account).current()
            #expect(recorder.replies(route).map(\.status) == [400, 200])
            #expect(await isAlive(try await refreshToken(bench), bench))
            #expect(try await bench.log(of: account, LogEntry.Filter(code: .authExpired)).isEmpty)
        }
    }

    @Test(arguments: [true, false])
    func `a disconnect during a renewal revokes what the renewal brings`(rotates: Bool) async throws {
        let (barrier, recorder) = (Barrier(.after, route: route), CallRecorder())
        let change = { (options: inout VendorSandbox.Options) in options.rotatesRefreshTokens = rotates }
        try await Bench.open(change: change, wire: { barrier.wire(recorder.wire($0)) }) { renewing in
            try await renewing.connect()
            let before = try await refreshToken(renewing)
            let other = try await renewing.another()
            renewing.clock.advance(by: 3600)
            async let renewal = Result { try await renewing.custody.tokens(of: account).current() }
            try await barrier.reached()
            try await other.connecting.disconnect(account)
            barrier.open()
            let ending = await renewal
            #expect(throws: RemoteAPIError.unauthorized(nil)) { try ending.get() }
            let connection = try await other.store.connection(of: account)
            #expect(connection.state == .disconnected && connection.tokens == nil)
            struct Answer: Decodable { var refresh_token: String }
            let reply = try #require(recorder.replies(route).first)
            let fresh = Secret(try WireJSON.decode(Answer.self, from: reply.body).refresh_token)
            #expect((fresh != before) == rotates)
            let alive = (await isAlive(before, other), await isAlive(fresh, other))
            #expect(alive == (false, false))
        }
    }

    @Test func `a renewal that comes too late gives way to the one that took its place`() async throws {
        let barrier = Barrier(.after, route: route)
        try await Bench.open(wire: barrier.wire) { late in
            try await late.connect()
            let other = try await late.another()
            late.clock.advance(by: 3600)
            async let lateToken = late.custody.tokens(of: account).current()
            try await barrier.reached()
            // The claim of whoever stands still ends.
            late.clock.advance(by: 131)
            let token = try await other.custody.tokens(of: account).current()
            barrier.open()
            let lateOne = try await lateToken
            #expect(lateOne == token)
            #expect(try await other.store.connection(of: account).state == .connected)
            #expect(await isAlive(try await refreshToken(other), other))
        }
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
