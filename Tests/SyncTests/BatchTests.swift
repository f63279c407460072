import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

@Suite struct BatchTests {
    private let tooLong = JSON.string(String(repeating: "x", count: 256))

    @Test(arguments: [0, 42, 99])
    func `a bad record among a hundred stands alone, and the others arrive in a few calls`(bad: Int) async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<100)
            try bench.editCustomer(bad, ["Name": tooLong])
            try await bench.connect()
            let run = try await bench.sync()
            #expect(run.state == .partial && run.problem == nil)
            #expect(run.customers.state == .partial)
            #expect(run.customers.counts == Run.Counts(read: 100, created: 99, failed: 1))
            #expect(Set(bench.relations().keys) == Set((0..<100).filter { $0 != bad }.map(Bench.customerNumber)))
            #expect(bench.posts().values.allSatisfy { $0 == 1 })
            // Two halves on each of the seven levels of a hundred.
            #expect(bench.traffic.batches <= 1 + 2 * 7 && bench.traffic.questions == 0)

            let errors = try await bench.log(of: "eriksson", LogEntry.Filter(code: .outsmartError))
            #expect(errors.map(\.record) == ["Customer \(Bench.customerNumber(bad))"])
            #expect(errors[0].level == .error && errors[0].run == run.id && errors[0].message.contains("name too long"))
            #expect(errors[0].detail["vendorCode"] == "1300")
        }
    }

    @Test func `several bad records of several batches stand alone each`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<230)
            let bad = [5, 6, 150, 229]
            for index in bad { try bench.editCustomer(index, ["Name": tooLong]) }
            try await bench.connect()
            let run = try await bench.sync()
            #expect(run.customers.counts == Run.Counts(read: 230, created: 226, failed: 4))
            let errors = try await bench.log(of: "eriksson", LogEntry.Filter(code: .outsmartError))
            #expect(errors.compactMap(\.record) == bad.map { "Customer \(Bench.customerNumber($0))" })
        }
    }

    @Test func `a batch of nothing but bad records ends, with an entry each`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<8)
            for index in 0..<8 { try bench.editCustomer(index, ["Name": tooLong]) }
            try await bench.connect()
            #expect(try await bench.sync().customers.counts == Run.Counts(read: 8, failed: 8))
            #expect(bench.relations().isEmpty && bench.traffic.batches == 15)
        }
    }

    @Test func `a bad record is not sent again until it changes, and then it arrives`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<10)
            try bench.editCustomer(3, ["Name": tooLong])
            try await bench.connect()
            try await bench.sync()
            bench.clock.advance(by: 600)
            let batches = bench.traffic.batches
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.traffic.batches == batches)
            try bench.editCustomer(3, ["Name": "Kort"])
            #expect(try await bench.sync().customers.counts == Run.Counts(read: 1, created: 1))
            #expect(bench.relations()[Bench.customerNumber(3)]?["name"] == "Kort")
        }
    }

    @Test func `a change that OutSmart refuses leaves the relation as it was, and the link too`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<3)
            try await bench.connect()
            try await bench.sync()
            let before = bench.relations()
            try bench.editCustomer(1, ["Name": tooLong])
            #expect(try await bench.sync().customers.counts.failed == 1)
            #expect(bench.relations() == before)
            // Back to what OutSmart has: nothing is to be sent.
            try bench.addCustomers([1])
            #expect(try await bench.sync().customers.counts == Run.Counts(read: 1))
            #expect(bench.relations() == before)
        }
    }

    @Test func `an inactive customer is sent as inactive when it was sent before`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<2)
            try await bench.connect()
            try await bench.sync()
            try bench.editCustomer(1, ["IsActive": false])
            try await bench.sync()
            #expect(
                bench.relations().mapValues { $0["active"] } == [
                    Bench.customerNumber(0): "1", Bench.customerNumber(1): "0",
                ]
            )
        }
    }
}
