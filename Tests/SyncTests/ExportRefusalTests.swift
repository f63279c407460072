import Domain
import Foundation
import Persistence
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Work orders that can't be exported as they are: each has its code, its field and its words.
@Suite struct ExportRefusalTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var code: LogEntry.Code
        var patch: JSONObject
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "nothing in it", code: .emptyWorkOrder, patch: ["Materials": [], "Workperiods": []]),
        Case(
            name: "quantity 0",
            code: .zeroQuantity,
            patch: ["Materials": [Bench.material("A1", ["MaterialNr": "0"])]]
        ),
        Case(
            name: "quantity 0,00",
            code: .zeroQuantity,
            patch: ["Materials": [Bench.material("A1", ["MaterialNr": "0,00"])]]
        ),
        Case(
            name: "quantity that rounds to 0",
            code: .zeroQuantity,
            patch: ["Materials": [Bench.material("A1", ["MaterialNr": "0,004"])]]
        ),
        Case(
            name: "quantity that is no number",
            code: .zeroQuantity,
            patch: ["Materials": [Bench.material("A1", ["MaterialNr": "many"])]]
        ),
        Case(
            name: "time 0",
            code: .zeroDuration,
            patch: ["Workperiods": [Bench.period("ARB", ["TotalTime": "00:00"])]]
        ),
        Case(
            name: "negative time",
            code: .zeroDuration,
            patch: ["Workperiods": [Bench.period("ARB", ["TotalTime": "-02:00"])]]
        ),
        Case(
            name: "no time at all",
            code: .zeroDuration,
            patch: ["Workperiods": [Bench.period("ARB", ["TotalTime": nil, "EndTime": nil])]]
        ),
        Case(
            name: "no debtor",
            code: .noDebtorNumber,
            patch: ["CustomerDebtorNr": nil, "CustomerDebtorNrInvoice": nil]
        ),
        Case(
            name: "price that is no number",
            code: .outsmartError,
            patch: ["Materials": [Bench.material("A1", ["MaterialPrice": "1.000,00"])]]
        ),
    ]

    @Test(arguments: cases)
    func `a work order that can't be exported fails with its code and stays completed`(test: Case) async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1, test.patch)
            try await bench.expectFailure(1, test.code)
        }
    }

    @Test func `a failed work order gets the work status that is registered once, and is not tried again`() async throws
    {
        try await Bench.openForExport { bench in
            for index in 1...2 { try bench.addWorkOrder(index, ["Materials": [], "Workperiods": []]) }
            try await bench.sync()
            #expect((1...2).allSatisfy { bench.workOrder($0).text("WorkStatus") == "99" })
            #expect(bench.sandbox.calls.count("POST", "/openapi/8/workstatusses") == 1)
            let run = try await bench.sync()
            #expect(run.state == .succeeded && run[.workOrders].counts.skipped == 2)
            #expect(try await bench.entry(1)?.attempts == 1)
            #expect(try await bench.log(LogEntry.Filter(code: .emptyWorkOrder)).count == 2)
            #expect(bench.sandbox.calls.count("GET", "/openapi/8/UpdateWorkorder") == 2)
        }
    }

    @Test func `a failed work order is exported once it was corrected`() async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1, ["Materials": [], "Workperiods": []])
            try await bench.sync()
            try bench.editWorkOrder(1, ["Materials": [Bench.material()]])
            #expect(try await bench.sync().state == .succeeded)
            #expect(try await bench.entry(1)?.state == .done)
            #expect(try bench.rows(1).count == 2)
        }
    }

    @Test func `a failed work order is tried again when someone asks`() async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1, ["Materials": [], "Workperiods": []])
            try await bench.sync()
            _ = try await Exports(office: bench.office).retry(Bench.rowID(1), of: "eriksson")
            #expect(try await bench.sync().state == .partial)
            #expect(try await bench.entry(1)?.attempts == 2)
        }
    }
}
