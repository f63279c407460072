import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Each order becomes one work order, never two and never none.
@Suite struct OrderOnceTests {
    private let count = 120
    private let posting = "/openapi/8/PostWorkorders"
    private let question = "/openapi/8/GetWorkorder"

    private func expectOneEach(_ bench: Bench) {
        #expect(bench.workOrderNumbers == (0..<count).map(Bench.workOrderNumber))
    }

    @Test(arguments: [
        Fault.lost(.before), .lost(.after), .status(500, .before), .status(500, .after), .status(502, .before),
        .status(503, .after), .truncated, .vendorError(1007, .before), .vendorError(1007, .after),
        .throttled(seconds: 55), .unauthorized,
    ])
    func `after any mishap with the posting each order is one work order`(fault: Fault) async throws {
        try await Bench.openWithOrders(count) { bench in
            bench.sandbox.declare(fault, method: "POST", pathPrefix: posting)
            var run = try await bench.sync()
            if fault == .unauthorized {
                #expect(run.problem?.code == .outsmartTokenInvalid)
                run = try await bench.sync()
            }
            #expect(run.state == .succeeded && run[.orders].counts == Run.Counts(read: count, created: count))
            expectOneEach(bench)
        }
    }

    @Test(arguments: [Fault.lost(.before), .lost(.after)], [Fault.lost(.before), .status(502, .before), .truncated])
    func `when nobody answers whether it arrived, the next run asks before it posts anything`(
        fault: Fault,
        questionFault: Fault
    ) async throws {
        try await Bench.openWithOrders(count) { bench in
            bench.sandbox.declare(fault, method: "POST", pathPrefix: posting)
            bench.sandbox.declare(questionFault, method: "GET", pathPrefix: question, count: 5)
            let failed = try await bench.sync()
            #expect(failed.problem?.code == .upstreamUnreachable)
            #expect(try await bench.sync().state == .succeeded)
            // A call that never arrived does not count.
            #expect(bench.calls("POST \(posting)") == 2)
            expectOneEach(bench)
        }
    }

    @Test func `only what is in doubt is asked for`() async throws {
        try await Bench.openWithOrders(count) { bench in
            bench.sandbox.declare(.lost(.after), method: "POST", pathPrefix: posting)
            try await bench.sync()
            #expect(bench.calls("GET \(question)") == 100 && bench.calls("POST \(posting)") == 2)
            // Asking alone would mark it as handled, unless it is told not to.
            #expect(bench.workOrders().allSatisfy { $0["status"] == "Klaargezet" })
        }
    }

    // The list, both lists of choices, the units, the customer, and two batches.
    @Test(arguments: Point.points(1...7))
    func `a run whose process dies is finished by another`(point: Point) async throws {
        let barrier = Barrier(at: point.call, point.moment)
        try await Bench.openWithOrders(count, wire: barrier.wire) { dead in
            let (asked, run, alive) = try await dead.dieAndBeSucceeded(at: barrier)
            #expect(run.id == asked.id && run.state == .succeeded)
            #expect(run[.orders].counts == Run.Counts(read: count, created: count))
            expectOneEach(alive)
        }
    }

    @Test(arguments: [Fault.lost(.before), .lost(.after)])
    func `a draft whose posting is in doubt is one work order although it gets a number`(fault: Fault) async throws {
        try await Bench.openWithOrders(0, settings: { $0.orderStatuses = [1, 2] }) { bench in
            try bench.addOrder(1, ["Number": nil, "Status": 1])
            bench.sandbox.declare(fault, method: "POST", pathPrefix: posting)
            bench.sandbox.declare(.lost(.before), method: "GET", pathPrefix: question, count: 5)
            #expect(try await bench.sync().state == .failed)
            try bench.editOrder(1, ["Number": 1001, "Status": 2])
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.workOrderNumbers == [fault == .lost(.after) ? "V-10000001" : "V1001"])
        }
    }

    @Test(arguments: 1...8)
    func `whatever goes wrong, and however often, there is one work order each in the end`(seed: Int) async throws {
        let mischief = Mischief(seed: seed)
        try await Bench.open(lists: [.orders], change: mischief.install) { bench in
            try bench.addCustomers([1])
            try bench.addArticles([1])
            try await bench.connect()
            for first in stride(from: 0, to: count, by: 40) {
                for index in first..<first + 40 { try bench.addOrder(index) }
                mischief.set(0.2)
                for _ in 0..<3 { try await bench.sync() }
                mischief.set(0)
            }
            for _ in 0..<2 { try await bench.sync() }
            expectOneEach(bench)
            #expect(try await bench.log(.orderChanged).isEmpty)
        }
    }
}
