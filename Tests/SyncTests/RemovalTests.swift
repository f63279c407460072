import Domain
import EAccounting
import Foundation
import OutSmart
import Persistence
import Sandbox
import TestSupport
import Testing

@testable import Sync

@Suite struct RemovalTests {
    @Test func `a deleted customer is deactivated at the next full read, and not before`() async throws {
        try await Bench.open { bench in
            try await bench.importCustomers(30)
            bench.clock.advance(by: -24 * 3600)
            try bench.deleteCustomers([3, 4])
            try await bench.sync()
            #expect(bench.inactiveRelations == [])
            bench.clock.advance(by: 24 * 3600)
            let before = bench.relations()
            let run = try await bench.sync()
            #expect(run.state == .succeeded && run.customers.counts.updated == 2)
            #expect(run.customers.counts.read == 30 && run.customers.counts.unchanged == 28)
            #expect(bench.inactiveRelations == [3, 4].map(Bench.customerNumber))
            // All else of the relation stays as it was.
            var expected = try #require(before[Bench.customerNumber(3)])
            expected["active"] = "0"
            #expect(bench.relations()[Bench.customerNumber(3)] == expected)
        }
    }

    @Test func `a customer that comes back is active again`() async throws {
        try await Bench.open { bench in
            try await bench.importCustomers(5)
            try bench.deleteCustomers([3])
            try await bench.sync()
            #expect(bench.inactiveRelations == [Bench.customerNumber(3)])
            try bench.addCustomers([3])
            try await bench.sync()
            #expect(bench.inactiveRelations == [])
        }
    }

    @Test(arguments: [
        (0, 0, false), (10, 10, false), (10, 1000, false), (11, 11, true), (11, 54, true), (11, 55, false),
        (20, 100, false), (21, 100, true), (1000, 1200, true),
    ])
    func `more than ten records and more than a fifth of them are suspicious`(
        gone: Int,
        active: Int,
        isSuspicious: Bool
    ) {
        typealias Customers = Removal<EAccountingClient.Customer, OutSmartClient.Relation>
        #expect(Customers.isSuspicious(gone: gone, of: active) == isSuspicious)
    }

    @Test func `many records gone are held back and reported until someone confirms`() async throws {
        try await Bench.open { bench in
            try await bench.importCustomers(60)
            try bench.deleteCustomers(0..<13)
            let run = try await bench.sync()
            #expect(run.state == .succeeded && run.customers.counts.updated == 0)
            #expect(bench.inactiveRelations == [])
            #expect(try await bench.history.heldBack(of: "eriksson") == [.customers: 13])
            let reports = try await bench.log(of: "eriksson", LogEntry.Filter(code: .manyRecordsGone))
            #expect(reports.count == 1 && reports[0].message.contains("13 of 60") && reports[0].level == .warning)

            // Without a confirmation, syncs change nothing.
            try await bench.sync()
            #expect(bench.inactiveRelations == [])

            try await bench.history.confirmRemoval(.customers, of: "eriksson")
            #expect(try await bench.history.heldBack(of: "eriksson") == [:])
            let released = try await bench.sync()
            #expect(released.customers.counts.updated == 13)
            #expect(bench.inactiveRelations == (0..<13).map(Bench.customerNumber))
            #expect(try await bench.history.heldBack(of: "eriksson") == [:])
        }
    }

    @Test func `a confirmation counts for one full read`() async throws {
        try await Bench.open { bench in
            try await bench.importCustomers(60)
            try bench.deleteCustomers(0..<13)
            try await bench.sync()
            try await bench.history.confirmRemoval(.customers, of: "eriksson")
            try await bench.sync()
            bench.clock.advance(by: 24 * 3600)
            try bench.deleteCustomers(13..<30)
            try await bench.sync()
            #expect(bench.inactiveRelations.count == 13)
            #expect(try await bench.history.heldBack(of: "eriksson") == [.customers: 17])
        }
    }

    @Test func `a relation that OutSmart no longer holds is let go`() async throws {
        try await Bench.open { bench in
            try await bench.importCustomers(5)
            try bench.deleteCustomers([3])
            try bench.sandbox.delete(.outSmartTable("relations"), Bench.customerNumber(3))
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.relations().count == 4 && bench.inactiveRelations == [])
            // Should the customer come back as it was, it is sent again.
            try bench.addCustomers([3])
            try await bench.sync()
            #expect(bench.relations().count == 5)
        }
    }
}
