import Domain
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import Synchronization
import TestSupport
import Testing

@testable import Sync

@Suite struct IncrementalTests {
    private let filter = "$filter"
    private let customers = "GET /customers"

    private func after(_ moment: Date) -> String { "ChangedUtc gt \(moment.wire)" }

    @Test func `the second read begins five minutes before the first one did, by Visma's clock`() async throws {
        let recorder = CallRecorder()
        let ahead = { (options: inout VendorSandbox.Options) in
            let now = options.now
            options.now = { now().addingTimeInterval(7200) }
        }
        try await Bench.open(change: ahead, wire: recorder.wire) { bench in
            try bench.addCustomers(0..<3)
            try await bench.connect()
            try await bench.sync()
            let vismaTime = bench.clock.now.addingTimeInterval(7200)
            try await bench.sync()
            #expect(recorder.query(filter, of: customers) == [nil, after(vismaTime.addingTimeInterval(-300))])
        }
    }

    @Test func `what is read a second time because of the overlap counts as unchanged`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            try bench.addCustomers(0..<3)
            try await bench.sync()
            let run = try await bench.sync()
            #expect(run.customers.counts == Run.Counts(read: 3) && run.customers.counts.unchanged == 3)
            #expect(bench.traffic.batches == 1)
        }
    }

    @Test func `where Visma refuses the filter, the whole list is read`() async throws {
        let refusing = { (options: inout VendorSandbox.Options) in options.refusedFilters = ["ChangedUtc"] }
        try await Bench.open(change: refusing) { bench in
            try bench.addCustomers(0..<3)
            try await bench.connect()
            try await bench.sync()
            bench.clock.advance(by: 600)
            try bench.editCustomer(1, ["Name": "Nytt namn"])
            let run = try await bench.sync()
            #expect(run.state == .succeeded)
            #expect(run.customers.counts == Run.Counts(read: 3, updated: 1))
            #expect(bench.relations()[Bench.customerNumber(1)]?["name"] == "Nytt namn")
            #expect(bench.sandbox.calls.newest.contains { $0.route == "/v2/customers" && $0.code == 6000 })
        }
    }

    @Test func `a step that fails leaves the cursor where it was, and the next one reads from there`() async throws {
        let recorder = CallRecorder()
        try await Bench.open(wire: recorder.wire) { bench in
            try bench.addCustomers(0..<3)
            try await bench.connect()
            try await bench.sync()
            let cursor = try await bench.store.cursor(of: "eriksson", .customers)
            bench.clock.advance(by: 600)
            try bench.editCustomer(1, ["Name": "Nytt namn"])
            bench.sandbox.declare(.unauthorized, method: "POST", pathPrefix: "/openapi/8/relations")
            #expect(try await bench.sync().state == .failed)
            #expect(try await bench.store.cursor(of: "eriksson", .customers) == cursor)
            #expect(try await bench.sync().customers.counts == Run.Counts(read: 1, updated: 1))
            let position = try #require(cursor.position)
            #expect(
                recorder.query(filter, of: customers).dropFirst() == [
                    after(position.addingTimeInterval(-300)), after(position.addingTimeInterval(-300)),
                ]
            )
            #expect(try await bench.store.cursor(of: "eriksson", .customers).position == bench.clock.now)
        }
    }

    @Test func `a list that fails on its second page leaves no cursor, and is read again`() async throws {
        let isBroken = Mutex(true)
        let broken: Bench.Wire = { transport in
            Transport { call async throws(RemoteAPIError) in
                let isSecond = call.url.query.contains { $0.name == "$page" && $0.value == "2" }
                guard isSecond, isBroken.withLock({ exchange(&$0, with: false) }) else {
                    return try await transport.send(call)
                }
                return Transport.Reply(
                    status: 400,
                    body: Data(#"{"ErrorCode": 2001, "DeveloperErrorMessage": "No"}"#.utf8)
                )
            }
        }
        try await Bench.open(.bulk(customers: 1001, articles: 0), wire: broken) { bench in
            try await bench.connect("company-0001")
            let failed = try await bench.sync("company-0001")
            #expect(failed.state == .failed && failed.problem?.code == .vismaError)
            #expect(failed.customers.counts == Run.Counts(read: 1000, created: 1000))
            #expect(try await bench.store.cursor(of: "company-0001", .customers) == Cursor())
            let run = try await bench.sync("company-0001")
            #expect(run.customers.counts == Run.Counts(read: 1001, created: 1))
        }
    }

    @Test func `a change of the settings makes the next sync a full read, and only that`() async throws {
        let recorder = CallRecorder()
        try await Bench.open(wire: recorder.wire) { bench in
            try bench.addCustomers(0..<3)
            try bench.editCustomer(2, ["IsActive": false])
            try await bench.connect()
            #expect(try await bench.sync().customers.counts == Run.Counts(read: 3, created: 2, skipped: 1))
            bench.clock.advance(by: 600)
            var settings = Settings()
            settings.import.includeInactive = true
            try await bench.accounts.save(settings, of: "eriksson")
            #expect(try await bench.sync().customers.counts == Run.Counts(read: 3, created: 1))
            #expect(bench.relations()[Bench.customerNumber(2)]?["active"] == "0")
            try await bench.sync()
            let filters = recorder.query(filter, of: customers)
            #expect(filters[0] == nil && filters[1] == nil && filters[2] != nil)
        }
    }

    @Test(arguments: [(86_340, false), (86_400, true), (7_776_000, true)] as [(TimeInterval, Bool)])
    func `the whole list is read again after a day`(seconds: TimeInterval, isFull: Bool) async throws {
        let recorder = CallRecorder()
        try await Bench.open(wire: recorder.wire) { bench in
            try bench.addCustomers(0..<3)
            try await bench.connect()
            try await bench.sync()
            bench.clock.advance(by: seconds - 60)
            try await bench.sync()
            #expect((recorder.query(filter, of: customers).last == .some(nil)) == isFull)
        }
    }

    @Test func `the first import begins at the floor, and later full reads leave the rest alone`() async throws {
        let recorder = CallRecorder()
        try await Bench.open(wire: recorder.wire) { bench in
            try bench.addCustomers(0..<2)
            bench.clock.advance(by: 3600)
            let floor = bench.clock.now
            bench.clock.advance(by: 3600)
            try bench.addCustomers(2..<5)
            try await bench.connect()
            var settings = Settings()
            settings.import.changedSince = floor
            try await bench.accounts.save(settings, of: "eriksson")
            #expect(try await bench.sync().customers.counts == Run.Counts(read: 3, created: 3))
            #expect(recorder.query(filter, of: customers) == [after(floor)])
            bench.clock.advance(by: 24 * 3600)
            #expect(try await bench.sync().customers.counts == Run.Counts(read: 5, skipped: 2))
            #expect(bench.relations().count == 3)
        }
    }
}
