import Domain
import EAccounting
import Foundation
import RemoteAPI
import Sandbox
import TestSupport

@testable import Sync

extension VismaModel {
    mutating func editOrder() async throws {
        guard let id = any("orders"), let order = row("orders", id), random.chance(0.6) else {
            return try await addOrder()
        }
        let rows = order["Rows"]?.array ?? []
        switch Int.random(in: 0..<7, using: &random) {
        case 0: try put("orders", id, ["YourReference": .string(random.text(scalars: 0...20))])
        case 1: try put("orders", id, ["DeliveryAddress1": .string(random.text(scalars: 0...20))])
        case 2: try put("orders", id, ["DeliveryDate": random.chance(0.5) ? "2026-03-09T00:00:00Z" : nil])
        case 3: try put("orders", id, ["Rows": .array(rows.dropLast() + rows.suffix(1).map(changed))])
        case 4 where order["Status"] == 1:
            let number = order["Number"]?.int ?? 70_000 + (ids["orders"] ?? []).count
            try put("orders", id, ["Status": 2, "Number": .int(number)])
        case 5 where order["Status"] == 2: try put("orders", id, ["Status": .int(random.chance(0.5) ? 3 : 4)])
        case 6 where random.chance(0.3): try bench.sandbox.delete(.vismaTable("orders"), id)
        default: try put("orders", id, ["OurReference": "none of OutSmart's business"])
        }
    }

    /// Adds an order as Visma itself would, so that it can also be written back.
    private mutating func addOrder() async throws {
        guard let customer = any("customers") else { return }
        let ongoing = rows("projects").filter { $0["Status"] == 1 }.map { $0.text("Id") }
        var lines: [EAccountingClient.NewOrderRow] = []
        for line in 1...Int.random(in: 1...4, using: &random) {
            var row: EAccountingClient.NewOrderRow
            if let article = any("articles"), random.chance(0.8) {
                let quantity = Decimal(Int.random(in: 1...99_999, using: &random)) / 10_000
                row = .init(
                    lineNumber: line,
                    articleId: article,
                    text: "Rad \(line)",
                    quantity: quantity,
                    unitPrice: 12.5
                )
                row.discountPercentage = random.chance(0.3) ? Decimal(3) / 40 : nil
            } else {
                row = .init(lineNumber: line, text: "Text " + random.text(scalars: 0...20))
            }
            if random.chance(0.3) { row.projectId = ongoing.first }
            lines.append(row)
        }
        var order = EAccountingClient.NewOrder(
            customerId: customer,
            currencyCode: "SEK",
            orderDate: CalendarDay(daysSince1970: 20_500),
            rows: lines
        )
        order.status = random.chance(0.7) ? 2 : 1
        let visma = bench.vendors.eAccounting("eriksson", tokens: bench.custody.tokens(of: "eriksson"))
        ids["orders", default: []].append(try await visma.createOrder(order).id)
    }

    private func changed(_ row: JSON) -> JSON {
        guard var object = row.object else { return row }
        object["Text"] = .string(object.text("Text") + "!")
        return .object(object)
    }
}
