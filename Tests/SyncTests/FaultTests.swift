import Domain
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import Synchronization
import TestSupport
import Testing

@testable import Sync

@Suite struct FaultTests {
    private let count = 120

    @Test(arguments: Mishap.all)
    func `after any mishap each customer is there exactly once`(mishap: Mishap) async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<count)
            try await bench.connect()
            // The token has to be renewed, so there is such a call too.
            bench.clock.advance(by: 3600)
            bench.sandbox.declare(mishap.fault, method: mishap.method, pathPrefix: mishap.path)
            var run = try await bench.sync()
            #expect(bench.sandbox.calls.newest.contains { $0.fault != nil })
            if mishap.fault == .unauthorized, mishap.method == "POST" {
                #expect(run.state == .failed && run.problem?.code == .outsmartTokenInvalid)
            }
            if run.state == .failed { run = try await bench.sync() }
            #expect(run.state == .succeeded)
            bench.expectAllOnce()
        }
    }

    @Test(arguments: [
        Fault.lost(.before), .lost(.after), .status(500, .after), .vendorError(1007, .after), .throttled(seconds: 1),
    ])
    func `a passing mishap at either vendor is over within the run`(fault: Fault) async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<count)
            try await bench.connect()
            bench.sandbox.declare(fault, method: "POST", pathPrefix: "/openapi/8/relations", count: 2)
            if fault != .vendorError(1007, .after) {
                bench.sandbox.declare(fault, pathPrefix: "/v2/customers", count: 4)
            }
            let run = try await bench.sync()
            #expect(run.state == .succeeded)
            #expect(run.customers.counts == Run.Counts(read: count, created: count))
            bench.expectAllOnce()
        }
    }

    @Test func `a batch whose answer is lost is asked for, and only what is missing is sent again`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<count)
            try await bench.connect()
            bench.sandbox.declare(.lost(.after), method: "POST", pathPrefix: "/openapi/8/relations")
            try await bench.sync()
            #expect(bench.traffic == Bench.Traffic(customerPages: 1, batches: 2, questions: 100))
        }
    }

    @Test func `when the questions fail too, the next run asks them, and sends nothing that arrived`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<count)
            try await bench.connect()
            bench.sandbox.declare(.lost(.after), method: "POST", pathPrefix: "/openapi/8/relations")
            bench.sandbox.declare(.lost(.before), method: "GET", pathPrefix: "/openapi/8/relations", count: 5)
            let failed = try await bench.sync()
            #expect(failed.state == .failed && failed.problem?.code == .upstreamUnreachable)
            let run = try await bench.sync()
            #expect(run.state == .succeeded && run.customers.counts.created == count)
            bench.expectAllOnce()
        }
    }

    @Test func `an answer to a batch that can't be read is as good as lost`() async throws {
        let isHalved = Mutex(false)
        let halving: Bench.Wire = { transport in
            Transport { call async throws(RemoteAPIError) in
                var reply = try await transport.send(call)
                guard call.route == "POST /relations/", !isHalved.withLock({ exchange(&$0, with: true) }) else {
                    return reply
                }
                reply.body = reply.body.prefix(reply.body.count / 2)
                return reply
            }
        }
        try await Bench.open(wire: halving) { bench in
            try bench.addCustomers(0..<count)
            try await bench.connect()
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.traffic.questions == 100)
            bench.expectAllOnce()
        }
    }
}
