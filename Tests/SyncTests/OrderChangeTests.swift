import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Orders that change after they became work orders.
@Suite struct OrderChangeTests {
    /// Runs `body` with an order that has become a work order.
    private func withImported(
        _ patch: JSONObject = [:],
        statuses: [Int] = [2],
        _ body: (Bench) async throws -> Void
    ) async throws {
        try await Bench.openWithOrders(0, settings: { $0.orderStatuses = statuses }) { bench in
            try bench.addOrder(1, patch)
            try await bench.sync()
            #expect(bench.workOrders().count == 1)
            try await body(bench)
        }
    }

    @Test func `a changed order is reported once and never posted again`() async throws {
        try await withImported { bench in
            let before = bench.workOrders()
            try bench.editOrder(1, ["Rows": [bench.orderRow(article: 1, quantity: "3")]])
            #expect(try await bench.sync()[.orders].counts == Run.Counts(read: 1, skipped: 1))
            for _ in 0..<2 {
                try await bench.sync()
                bench.clock.advance(by: 24 * 3600)
            }
            let reports = try await bench.log(.orderChanged)
            #expect(reports.map(\.record) == ["Order 1001"] && reports.map(\.level) == [.warning])
            #expect(reports.first?.message.contains("sent to OutSmart as V1001") == true)
            #expect(bench.workOrders() == before)
        }
    }

    @Test func `each further change is reported again`() async throws {
        try await withImported { bench in
            for street in ["Ny väg 1", "Ny väg 2"] {
                try bench.editOrder(1, ["DeliveryAddress1": .string(street)])
                try await bench.sync()
            }
            #expect(try await bench.log(.orderChanged).count == 2 && bench.workOrders().count == 1)
        }
    }

    @Test func `an order that is shipped and invoiced has not changed`() async throws {
        try await withImported { bench in
            for status in [3, 4] {
                try bench.editOrder(1, ["Status": .int(status), "ShippedDateTime": "2026-01-20T00:00:00Z"])
                #expect(try await bench.sync()[.orders].counts == Run.Counts(read: 1))
            }
            #expect(try await bench.log(.orderChanged).isEmpty && bench.workOrders().count == 1)
        }
    }

    @Test func `a draft that gets its number is neither posted again nor reported`() async throws {
        try await withImported(["Number": nil, "Status": 1], statuses: [1, 2]) { bench in
            #expect(bench.workOrderNumbers == ["V-10000001"])
            try bench.editOrder(1, ["Number": 1001, "Status": 2])
            try await bench.sync()
            #expect(try await bench.log(.orderChanged).isEmpty)
            try bench.editOrder(1, ["YourReference": "Ny person"])
            try await bench.sync()
            let message = try #require(try await bench.log(.orderChanged).first?.message)
            #expect(message.contains("as V-10000001") && bench.workOrderNumbers == ["V-10000001"])
        }
    }

    @Test func `a known order is only compared, and nothing is asked about it`() async throws {
        // What would keep a new order away keeps no known one busy.
        try await withImported(["CustomerNumber": nil]) { bench in
            let calls = bench.calls
            try bench.editOrder(1, ["IncludesVat": true])
            #expect(try await bench.sync()[.orders].counts == Run.Counts(read: 1))
            #expect(bench.calls == calls + 1)
            #expect(try await bench.log(.orderIncomplete).isEmpty)
        }
    }
}
