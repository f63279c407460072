import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI

/// The rows of an order as a work order holds them: text, hours and materials.
struct OrderRows {
    /// Text rows and hour rows, a line each.
    private(set) var description: String?
    /// The minutes of the hour rows, rounded half away from zero.
    private(set) var minutes: Int?
    private(set) var materials: [OutSmartClient.NewWorkOrder.Material] = []
    /// What OutSmart requires and Visma does not know.
    private(set) var missing: [String] = []

    /// - Parameters:
    ///   - order: Visma's order.
    ///   - units: The company's units; without them nothing of the rows is wanted.
    /// - Throws: Why the work order would have a wrong price.
    init(_ order: EAccountingClient.Order, _ units: HourUnits?) throws(SyncFailure) {
        guard let units else { return }
        var lines: [String] = []
        var hours: Decimal = 0
        for row in order.rows ?? [] {
            let unit = units.unit(row.unitId)
            let unitName = unit?.abbreviation.trimmed ?? unit?.name.trimmed
            let quantity = row.quantity ?? 0
            if row.isTextRow == true {
                if let text = row.text.trimmed { lines.append(text) }
            } else if units.contain(unit: row.unitId) {
                lines.append(["\(quantity)", unitName, row.text.trimmed].joined ?? "")
                hours += quantity
            } else {
                let number = row.articleNumber.trimmed
                if number == nil { missing.append("article of the row \"\(row.text.trimmed ?? "")\"") }
                materials.append(
                    OutSmartClient.NewWorkOrder.Material(
                        code: number ?? "-",
                        name: row.text.trimmed ?? number ?? "-",
                        quantity: quantity,
                        price: try row.netPrice(includesVat: order.includesVat == true),
                        unit: unitName
                    )
                )
            }
        }
        description = lines.isEmpty ? nil : lines.joined(separator: "\n")
        minutes = hours == 0 ? nil : NSDecimalNumber(decimal: (hours * 60).rounded(to: 0)).intValue
    }
}

extension EAccountingClient.Order.Row {
    /// The price of one unit after the row's discount and without VAT, with at most four decimals.
    fileprivate func netPrice(includesVat: Bool) throws(SyncFailure) -> Decimal {
        var price = unitPrice ?? 0
        if isDiscountInFixedAmount == true, let discount = discountFixedAmount {
            if let quantity, quantity != 0 { price -= discount / quantity }
        } else {
            price *= 1 - (discountPercentage ?? 0)
        }
        guard includesVat, price != 0 else { return price.rounded(to: 4) }
        guard let vatRate else { throw .unknownVAT(of: text.trimmed ?? articleNumber.trimmed ?? "?") }
        return (price / (1 + (vatRate > 1 ? vatRate / 100 : vatRate))).rounded(to: 4)
    }
}

extension SyncFailure {
    fileprivate static func unknownVAT(of row: String) -> SyncFailure {
        SyncFailure(
            .orderIncomplete,
            "The order's prices include VAT, and Visma does not say the rate of the row \"\(row)\".",
            reach: .record
        )
    }
}
