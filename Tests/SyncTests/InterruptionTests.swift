import Domain
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import Synchronization
import TestSupport
import Testing

@testable import Sync

/// A call at which something happens to the process.
struct Point: CustomTestStringConvertible, Sendable {
    var call: Int
    var moment: Barrier.Moment

    var testDescription: String { "\(moment) call \(call)" }

    /// Those of a first import of 230 customers: one page and three batches.
    static let all = points(1...4)

    static func points(_ calls: ClosedRange<Int>) -> [Point] {
        calls.flatMap { [Point(call: $0, moment: .before), Point(call: $0, moment: .after)] }
    }
}

@Suite struct InterruptionTests {
    private let count = 230

    @Test(arguments: Point.all)
    func `a run whose process dies is finished by another, and no customer is sent twice or left out`(
        point: Point
    ) async throws {
        let barrier = Barrier(at: point.call, point.moment)
        try await Bench.open(wire: barrier.wire) { dead in
            try dead.addCustomers(0..<count)
            try await dead.connect()
            let (asked, run, alive) = try await dead.dieAndBeSucceeded(at: barrier)
            #expect(run.id == asked.id && run.state == .succeeded)
            #expect(run.customers.total == count)
            #expect(run.customers.counts == Run.Counts(read: count, created: count))
            alive.expectAllOnce()
        }
    }

    @Test(arguments: Point.all)
    func `a run whose process is asked to stop is handed on at once, and its counts go on`(point: Point) async throws {
        let barrier = Barrier(at: point.call, point.moment)
        try await Bench.open(wire: barrier.wire) { stopping in
            try stopping.addCustomers(0..<count)
            try await stopping.connect()
            let asked = try await stopping.withEngine { engine in
                let run = try await engine.request("eriksson", scopes: nil, trigger: .manual).run
                try await barrier.reached()
                await engine.stop()
                barrier.open()
                return run
            }
            let left = try #require(try await stopping.store.run(asked.id, of: "eriksson"))
            // The current call was let through, and after the last one nothing is left to do.
            #expect(left.state == (point.call == 4 ? .succeeded : .running))
            // No time has passed: the claim was given back.
            let next = try await stopping.another()
            let run = try await next.withEngine { _ in try await next.end(of: asked) }
            #expect(run.state == .succeeded && run.startedAt == left.startedAt)
            #expect(run.customers.counts == Run.Counts(read: count, created: count))
            next.expectAllOnce()
            #expect(next.traffic.batches == 3 && next.traffic.questions == 0)
        }
    }

    @Test func `a process that stood still for a minute goes on with its run, and starts it only once`() async throws {
        let barrier = Barrier(at: 2, .before)
        let attention = Attention()
        try await Bench.open(wire: barrier.wire) { bench in
            try bench.addCustomers(0..<count)
            try await bench.connect()
            let run = try await bench.withEngine(timing: attention.timing) { engine in
                let run = try await engine.request("eriksson", scopes: nil, trigger: .manual).run
                try await barrier.reached()
                bench.clock.advance(by: 60)
                try await attention.looksAgain()
                barrier.open()
                return try await bench.end(of: run)
            }
            #expect(run.state == .succeeded && run.customers.counts == Run.Counts(read: count, created: count))
            #expect(bench.traffic == Bench.Traffic(customerPages: 1, batches: 3, questions: 0))
        }
    }

    @Test func `a process that nobody replaces goes on, however long it stood still before it stores something`()
        async throws
    {
        let clock = Mutex<TestClock?>(nil)
        let wire: Bench.Wire = { transport in
            Transport { call async throws(RemoteAPIError) in
                let reply = try await transport.send(call)
                clock.withLock { $0?.advance(by: 60) }
                return reply
            }
        }
        try await Bench.open(wire: wire) { bench in
            try bench.addCustomers(0..<count)
            try await bench.connect()
            clock.withLock { $0 = bench.clock }
            // Its engine neither looks for work nor renews its claim by itself.
            let run = try await bench.withEngine(timing: .endless) { engine in
                try await bench.end(of: try await engine.request("eriksson", scopes: nil, trigger: .manual).run)
            }
            #expect(run.state == .succeeded && run.customers.counts == Run.Counts(read: count, created: count))
            #expect(bench.traffic == Bench.Traffic(customerPages: 1, batches: 3, questions: 0))
        }
    }
}
