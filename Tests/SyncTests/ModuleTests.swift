import Domain
import Foundation
import Persistence
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Companies with and without the module for orders.
@Suite struct ModuleTests {
    private let account: Account.ID = "norrland"
    private let list = "GET /v2/orders"

    /// Lets the company buy the module, or give it up.
    private func setModule(_ isActive: Bool, of company: String, _ bench: Bench) throws {
        let modules: JSON = isActive ? ["api_standard", "sales_standard"] : ["api_standard"]
        try bench.sandbox.edit(.vismaTable("companysettings", company: company), company, ["ActivatedModules": modules])
    }

    private func reports(_ bench: Bench, of account: Account.ID) async throws -> [LogEntry] {
        try await bench.log(of: account, LogEntry.Filter(code: .moduleMissing))
    }

    @Test func `a company without orders skips them, and does everything else`() async throws {
        try await Bench.open(.sampleCompany, lists: nil) { bench in
            try await bench.connect(account)
            let run = try await bench.sync(account)
            #expect(run.state == .succeeded && run.problem == nil)
            let states = [Scope.customers, .articles, .projects, .orders].map { run[$0].state }
            #expect(states == [.succeeded, .succeeded, .succeeded, .skipped])
            let reports = try await reports(bench, of: account)
            #expect(reports.map(\.scope) == [.orders] && reports.map(\.level) == [.warning])
            #expect(bench.calls(list) == 0)
        }
    }

    @Test func `the schedule says so once, and a person each time`() async throws {
        try await Bench.open(lists: [.orders]) { bench in
            try await bench.connect(account)
            func sync(_ trigger: Run.Trigger) async throws -> Int {
                bench.clock.advance(by: 900)
                try await bench.withEngine { engine in
                    _ = try await bench.end(of: engine.request(account, scopes: nil, trigger: trigger).run)
                }
                return try await reports(bench, of: account).count
            }
            #expect(try await sync(.schedule) == 1)
            #expect(try await sync(.schedule) == 1)
            #expect(try await sync(.manual) == 2)
            #expect(try await sync(.api) == 3)
            #expect(try await sync(.schedule) == 3)
        }
    }

    @Test func `a company that buys the module gets its orders with the next sync`() async throws {
        try await Bench.open(lists: [.orders]) { bench in
            try await bench.connect(account)
            #expect(try await bench.sync(account)[.orders].state == .skipped)
            try setModule(true, of: "norrland", bench)
            #expect(try await bench.sync(account)[.orders].state == .succeeded)
            #expect(try await bench.store.connection(of: account).company?.hasOrders == true)
            #expect(try await reports(bench, of: account).count == 1 && bench.calls(list) == 1)
            // From now on nobody asks for the company's settings any more.
            let asked = bench.calls("GET /v2/companysettings")
            try await bench.sync(account)
            #expect(bench.calls("GET /v2/companysettings") == asked)
        }
    }

    @Test func `a company that gives the module up loses its orders, and nothing else`() async throws {
        try await Bench.openWithOrders(2) { bench in
            try await bench.sync()
            try setModule(false, of: "eriksson", bench)
            for _ in 0..<2 {
                let run = try await bench.sync()
                #expect(run.state == .succeeded && run[.orders].state == .skipped)
            }
            #expect(try await reports(bench, of: "eriksson").count == 2)
            #expect(try await bench.store.connection(of: "eriksson").company?.hasOrders == false)
            #expect(bench.calls(list) == 2 && bench.workOrders().count == 2)

            try setModule(true, of: "eriksson", bench)
            try bench.addOrder(2)
            #expect(try await bench.sync()[.orders].counts.created == 1)
        }
    }
}
