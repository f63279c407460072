import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// The type of work and the payment method that every work order needs.
@Suite struct OrderSettingsTests {
    @Test func `a type of work that OutSmart doesn't know fails the list and names the known ones`() async throws {
        try await Bench.openWithOrders(2, settings: { $0.typeOfWork = "Trädgård" }) { bench in
            let run = try await bench.sync()
            #expect(run.state == .failed && run[.orders].state == .failed && run.problem?.code == .orderIncomplete)
            #expect(run.problem?.message.hasPrefix(#"OutSmart knows no type of work "Trädgård". It knows: "#) == true)
            #expect(run.problem?.message.contains("Service, Storing") == true)
            #expect(bench.workOrders().isEmpty)

            try await bench.change { $0.import.typeOfWork = "Storing" }
            #expect(try await bench.sync()[.orders].counts == Run.Counts(read: 2, created: 2))
            #expect(bench.workOrders().map { $0.text("TypeOfWork") } == ["Storing", "Storing"])
        }
    }

    @Test func `a payment method that OutSmart doesn't know fails the list and names the known ones`() async throws {
        try await Bench.openWithOrders(1, settings: { $0.paymentMethod = "faktura" }) { bench in
            let problem = try #require(try await bench.sync().problem)
            #expect(problem.code == .orderIncomplete && problem.message.contains(#"no payment method "faktura""#))
            #expect(problem.message.contains("op rekening") && bench.workOrders().isEmpty)
        }
    }

    @Test func `the account's own words are taken, but not those that are out of use`() async throws {
        try await Bench.openWithOrders(1, settings: { ($0.typeOfWork, $0.paymentMethod) = ("Trädgård", "faktura") }) {
            bench in
            func add(_ table: String, _ row: JSONObject) throws {
                try bench.sandbox.edit(.outSmartTable(table), row.text("key"), row)
            }
            try add("paymentmethods", ["key": "faktura", "pmd_description": "faktura"])
            try add("worktypes", ["key": "Trädgård", "wrt_name": "Trädgård", "wrt_active": "0"])
            #expect(try await bench.sync().problem?.code == .orderIncomplete)
            try add("worktypes", ["key": "Trädgård", "wrt_active": "1"])
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.workOrders().map { $0.text("PaymentMethod") } == ["faktura"])
        }
    }

    @Test func `where the account has no lists of its own, the built-in ones count`() async throws {
        try await Bench.openWithOrders(1) { bench in
            for table in ["worktypes", "paymentmethods"] {
                for row in bench.sandbox.outSmartRows(table) {
                    let key = row.text(table == "worktypes" ? "wrt_name" : "pmd_description")
                    try bench.sandbox.delete(.outSmartTable(table), key)
                }
                #expect(bench.sandbox.outSmartRows(table).isEmpty)
            }
            #expect(try await bench.sync()[.orders].counts == Run.Counts(read: 1, created: 1))
        }
    }

    @Test func `without a new order nobody asks, and nothing fails`() async throws {
        try await Bench.openWithOrders(1, settings: { $0.typeOfWork = "Trädgård" }) { bench in
            try bench.editOrder(0, ["Status": 3])
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.calls("GET /openapi/8/worktypes") == 0)
        }
    }
}
