import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI
import TestSupport
import Testing

@testable import Sync

@Suite struct OrderMappingPropertyTests {
    private typealias Order = EAccountingClient.Order

    private func row(_ random: inout SeededGenerator) throws -> Order.Row {
        var row: Order.Row = try record("{}")
        row.isTextRow = random.chance(0.2)
        row.articleNumber = random.optionalText(upTo: 40)
        row.text = random.optionalText(upTo: 200)
        row.unitId = ["st", "tim", "gone", nil].randomElement(using: &random) ?? nil
        row.quantity = random.chance(0.1) ? nil : random.decimal(whole: 5, fraction: 4)
        row.unitPrice = random.chance(0.1) ? nil : random.decimal(whole: 6, fraction: 4)
        row.discountPercentage = random.chance(0.5) ? nil : random.decimal(whole: 1, fraction: 4) / 10_000
        row.vatRate = [0, 0.25, 25, 0.12].randomElement(using: &random)
        return row
    }

    private func order(_ index: Int, _ random: inout SeededGenerator) throws -> Order {
        var order = try Order.sample()
        order.number = index
        order.yourReference = random.optionalText(upTo: 100)
        order.invoiceCustomerName = random.optionalText(upTo: 50)
        order.invoiceAddress1 = random.optionalText(upTo: 50)
        order.deliveryAddress1 = random.optionalText(upTo: 50)
        order.deliveryAddress2 = random.optionalText(upTo: 50)
        order.deliveryPostalCode = random.optionalText(upTo: 10)
        order.deliveryCity = random.optionalText(upTo: 50)
        order.deliveryDate = random.chance(0.3) ? nil : random.day()
        order.includesVat = random.chance(0.5)
        order.rows = try (0..<Int.random(in: 0...8, using: &random)).map { _ in try row(&random) }
        return order
    }

    private func workOrder(_ order: Order) throws -> OutSmartClient.NewWorkOrder {
        try Mapped(order, .sample(customer: .sample()), Settings.Import()).sent().row.workOrder
    }

    @Test(arguments: 1...4)
    func `whatever is sent, OutSmart takes it and hands back the same`(seed: Int) async throws {
        var random = SeededGenerator(seed: seed)
        try await Bench.open { bench in
            let client = try bench.vendors.outSmart(try await bench.register("eriksson").status.account)
            let sent = try (0..<50).map { try workOrder(try order($0, &random)) }
            try await client.sending(sent)()
            for order in sent {
                let stored = try #require(
                    try await client.workOrder(number: order.workOrderNo, updatesStatus: false)
                )
                #expect(stored.workDescription == order.workDescription && stored.workDate?.value == order.workDate)
                #expect(stored.customer.street == order.customer.street && stored.customer.city == order.customer.city)
                #expect(stored.customer.contactPerson == order.customer.contactPerson)
                #expect(stored.invoiceParty.name == order.invoiceParty.name)
                let materials = stored.materials.map { [$0.code, $0.name, $0.unit] }
                #expect(materials == order.materials.map { [$0.code, $0.name, $0.unit] })
                #expect(stored.materials.map(\.quantity?.value) == order.materials.map(\.quantity))
                #expect(stored.materials.map(\.price?.value) == order.materials.map(\.price))
            }
        }
    }

    @Test(arguments: 1...10)
    func `every row is text, hours or material, and no amount is off by more than its rounding`(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        for index in 0..<50 {
            let order = try order(index, &random)
            let workOrder = try workOrder(order)
            let rows = (order.rows ?? []).filter { $0.isTextRow != true }
            let hours = rows.filter { $0.unitId == "tim" }.reduce(0) { $0 + ($1.quantity ?? 0) }
            #expect(abs(Decimal(workOrder.workDuration ?? 0) - hours * 60) <= 0.5)
            let goods = rows.filter { $0.unitId != "tim" }
            #expect(workOrder.materials.map(\.quantity) == goods.map { $0.quantity ?? 0 })
            for (row, material) in zip(goods, workOrder.materials) {
                let rate = row.vatRate ?? 0
                let factor = order.includesVat == true ? 1 + (rate > 1 ? rate / 100 : rate) : 1
                let exact = (row.unitPrice ?? 0) * (1 - (row.discountPercentage ?? 0))
                // Multiplied, because a division has a remainder of its own.
                #expect(abs(material.price * factor - exact) <= 0.00005 * factor)
                #expect(!material.code.isEmpty && !material.name.isEmpty)
            }
        }
    }
}
