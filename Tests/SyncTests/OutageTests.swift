import Domain
import Foundation
import Persistence
import Sandbox
import TestSupport
import Testing

@testable import Sync

@Suite struct OutageTests {
    private let count = 120

    @Test func `a throttled call waits for as long as Visma's message says`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            bench.sandbox.declare(.throttled(seconds: 55), pathPrefix: "/v2/customers")
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.pauses.taken.contains(.seconds(55)))
        }
    }

    @Test(arguments: [
        (Fault.status(500, .before), "/v2/customers", LogEntry.Code.upstreamUnreachable),
        (.lost(.before), "/v2/customers", .upstreamUnreachable),
        (.throttled(seconds: 20), "/v2/customers", .rateLimited),
        (.status(502, .before), "/openapi/8/relations", .upstreamUnreachable),
        (.throttled(seconds: 20), "/openapi/8/relations", .rateLimited),
    ])
    func `a vendor that stays away ends the run with its reason, and costs nothing`(
        fault: Fault,
        path: String,
        code: LogEntry.Code
    ) async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<count)
            try await bench.connect()
            let method = path.hasPrefix("/v2/") ? "GET" : "POST"
            bench.sandbox.declare(fault, method: method, pathPrefix: path, count: 5)
            let failed = try await bench.sync()
            #expect(failed.state == .failed && failed.problem?.code == code)
            #expect(failed.customers.state == .failed)
            #expect(try await bench.log(of: "eriksson", LogEntry.Filter(code: code)).map(\.run) == [failed.id])
            // Whatever of the fault is left falls on the next runs.
            var run = failed
            for _ in 0..<3 where run.state == .failed { run = try await bench.sync() }
            #expect(run.state == .succeeded)
            bench.expectAllOnce()
        }
    }

    @Test func `an access token that Visma no longer accepts is renewed once, and the call repeated once`() async throws
    {
        try await Bench.open { bench in
            try bench.addCustomers(0..<3)
            try await bench.connect()
            try bench.sandbox.expireTokens()
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.sandbox.calls.count("POST", "/connect/token") == 1)
            bench.expectAllOnce()
        }
    }

    @Test func `a fresh token that Visma refuses too ends the connection, and says so once`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            bench.sandbox.declare(.unauthorized, pathPrefix: "/v2/customers", count: 2)
            let run = try await bench.sync()
            #expect(run.state == .failed && run.problem?.code == .authExpired)
            #expect(try await bench.store.connection(of: "eriksson").state == .expired)
            #expect(try await bench.log(of: "eriksson", LogEntry.Filter(code: .authExpired)).count == 1)
            await #expect(throws: SyncFailure.self) { try await bench.sync() }
        }
    }
}
