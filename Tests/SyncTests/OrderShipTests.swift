import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Orders that are set to shipped once they are work orders.
@Suite struct OrderShipTests {
    private let update = "PUT /v2/orders/{id}"

    private func withOrders(
        _ count: Int,
        wire: Bench.Wire = { $0 },
        _ body: (Bench) async throws -> Void
    ) async throws {
        try await Bench.openWithOrders(count, wire: wire, settings: { $0.shipImportedOrders = true }, body)
    }

    private func statuses(_ bench: Bench) -> [Int?] { bench.sandbox.vismaRows("orders").map { $0["Status"]?.int } }

    @Test func `an imported order is shipped once, in full and today, and stays as it was`() async throws {
        try await withOrders(0) { bench in
            let rows = [
                Bench.textRow("Byt blandare"), bench.orderRow(article: 1, quantity: "2.5", price: "99.95"),
                bench.orderRow(article: 1, quantity: "0.3333", ["DiscountPercentage": .number("0.1")]),
            ]
            try bench.addOrder(1, rows: rows, ["YourReference": "Åsa", "BuyersOrderReference": "B-1"])
            let before = bench.order(1)
            try await bench.sync()
            let after = bench.order(1)
            #expect(after["Status"] == 3 && after.text("ShippedDateTime").hasPrefix("2026-01-15"))
            for name in ["Number", "CustomerId", "YourReference", "BuyersOrderReference", "OrderDate", "CreatedUtc"] {
                #expect(after[name] == before[name], "\(name)")
            }
            let kept = ["ArticleId", "Text", "Quantity", "UnitPrice", "DiscountPercentage"]
            for (old, new) in zip(before["Rows"]?.array ?? [], after["Rows"]?.array ?? []) {
                #expect(kept.map { new.object?.text($0) } == kept.map { old.object?.text($0) })
            }
            // Visma takes two decimals of what is delivered.
            #expect(after["Rows"]?.array?.map { $0.object?.text("DeliveredQuantity") } == ["0", "2.5", "0.33"])

            bench.clock.advance(by: 24 * 3600)
            #expect(try await bench.sync()[.orders].counts == Run.Counts(read: 1))
            #expect(bench.calls(update) == 1 && bench.workOrders().count == 1)
            #expect(try await bench.log(of: "eriksson", LogEntry.Filter(level: .warning)).isEmpty)
        }
    }

    @Test func `no order is shipped without the setting, nor afterwards because of it`() async throws {
        try await Bench.openWithOrders(2) { bench in
            try await bench.sync()
            try await bench.change { $0.import.shipImportedOrders = true }
            try bench.addOrder(2)
            try await bench.sync()
            #expect(statuses(bench) == [2, 2, 3] && bench.workOrders().count == 3)
        }
    }

    @Test func `a refused update is told once and tried again by later syncs, without another posting`() async throws {
        try await withOrders(2) { bench in
            try bench.deleteArticles([1])
            try bench.addArticles([3])
            try bench.editOrder(0, ["Rows": [bench.orderRow(article: 3)]])
            for sync in 1...3 {
                #expect(try await bench.sync().state == .succeeded)
                #expect(statuses(bench) == [3, 2] && bench.calls(update) == 1 + sync)
            }
            let warnings = try await bench.log(of: "eriksson", LogEntry.Filter(level: .warning))
            #expect(warnings.map(\.record) == ["Order 1001"])
            #expect(warnings.map(\.code) == [.vismaError])

            try bench.addArticles([1])
            bench.clock.advance(by: 600)
            try await bench.sync()
            #expect(statuses(bench) == [3, 3] && bench.workOrders().count == 2)
            try await bench.sync()
            #expect(bench.calls(update) == 5)
        }
    }

    @Test func `while the setting is off a refused update waits`() async throws {
        try await withOrders(1) { bench in
            try bench.deleteArticles([1])
            try await bench.sync()
            try bench.addArticles([1])
            try await bench.change { $0.import.shipImportedOrders = false }
            try await bench.sync()
            #expect(statuses(bench) == [2])
            try await bench.change { $0.import.shipImportedOrders = true }
            try await bench.sync()
            #expect(statuses(bench) == [3] && bench.workOrders().count == 1)
        }
    }

    @Test func `an order that someone shipped, or deleted, needs no update`() async throws {
        try await withOrders(2) { bench in
            bench.sandbox.declare(.status(502, .before), method: "GET", pathPrefix: "/v2/orders/", count: 5)
            #expect(try await bench.sync().problem?.code == .upstreamUnreachable)
            try bench.editOrder(0, ["Status": 3])
            try bench.sandbox.delete(.vismaTable("orders"), Bench.orderID(1))
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.calls(update) == 0 && bench.workOrders().count == 2)
        }
    }

    @Test(arguments: [Fault.lost(.before), .lost(.after), .status(502, .after), .truncated])
    func `after any mishap with the update the order is shipped`(fault: Fault) async throws {
        try await withOrders(2) { bench in
            bench.sandbox.declare(fault, method: "PUT", pathPrefix: "/v2/orders", count: 7)
            for _ in 0..<4 where statuses(bench) != [3, 3] { try await bench.sync() }
            #expect(statuses(bench) == [3, 3] && bench.workOrders().count == 2)
            #expect(try await bench.log(.orderChanged).isEmpty)
        }
    }

    // After the list, the choices, the units, the customer and the batch: reading and updating each of two orders.
    @Test(arguments: Point.points(6...10))
    func `a run whose process dies while it ships is finished by another`(point: Point) async throws {
        let barrier = Barrier(at: point.call, point.moment)
        try await withOrders(2, wire: barrier.wire) { dead in
            let (_, run, alive) = try await dead.dieAndBeSucceeded(at: barrier)
            #expect(run.state == .succeeded && run[.orders].counts.created == 2)
            #expect(statuses(alive) == [3, 3] && alive.workOrders().count == 2)
        }
    }
}
