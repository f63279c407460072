import Foundation
package import RemoteAPI

extension EAccountingClient {
    /// A whole order between reading and writing back: what nobody changes stays, known to us or not.
    package struct OrderDocument: Sendable, Equatable {
        /// The order as it was read.
        package let order: Order
        /// What Visma sent, without what it does not take back.
        private var content: JSONValue

        /// Sets the order's state, such as 3 for shipped.
        package mutating func setStatus(_ status: Int) { content["status"] = .number(.init(status)) }

        /// Marks every row as delivered in full on a day, as a shipped order has to be.
        ///
        /// What is delivered has two decimals at most, while what is ordered may have four.
        package mutating func ship(on day: CalendarDay) {
            setStatus(3)
            content["shippedDateTime"] = .text(day.description)
            for index in content["rows"]?.list?.indices ?? 0..<0 {
                guard case .number(let quantity) = content["rows"]?.list?[index]["quantity"] else { continue }
                content["rows"]?.list?[index]["deliveredQuantity"] = .number(quantity.roundedToHundredths)
            }
        }

        /// Replaces some of the rows by others.
        ///
        /// The new ones take the place of the first that goes, or the end; all are numbered anew, from 1.
        ///
        /// - Parameters:
        ///   - indices: Which rows of ``order`` are replaced.
        ///   - rows: The rows that come instead.
        package mutating func replaceRows(at indices: Set<Int>, by rows: [NewOrderRow]) {
            let old = content["rows"]?.list ?? []
            var kept: [JSONValue] = []
            var place: Int?
            for (index, row) in old.enumerated() {
                if indices.contains(index) {
                    place = place ?? kept.count
                } else {
                    kept.append(row)
                }
            }
            kept.insert(contentsOf: rows.map { JSONValue($0) }, at: place ?? kept.count)
            for index in kept.indices { kept[index]["lineNumber"] = .number(.init(index + 1)) }
            content["rows"] = .list(kept)
        }
    }
}

extension EAccountingClient.OrderDocument: Codable {
    package init(from decoder: any Decoder) throws {
        order = try EAccountingClient.Order(from: decoder)
        content = try JSONValue(from: decoder)
        content.remove(Self.derived)
        for index in content["rows"]?.list?.indices ?? 0..<0 {
            // A discount of an amount is read-only by the specification, but to leave it out would surely lose it.
            let isFixed = content["rows"]?.list?[index]["isDiscountInFixedAmount"] == .truth(true)
            let kept: Set = isFixed ? ["isDiscountInFixedAmount", "discountFixedAmount"] : []
            content["rows"]?.list?[index].remove(Self.derivedInRows.subtracting(kept))
        }
        for index in content["persons"]?.list?.indices ?? 0..<0 { content["persons"]?.list?[index].remove(["id"]) }
    }

    package func encode(to encoder: any Encoder) throws { try content.encode(to: encoder) }

    /// Visma's read-only fields, and the sums that it makes from the rows.
    private static let derived: Set<String> = [
        "id", "createdUtc", "modifiedUtc", "number", "customerNumber", "customerName", "customerIsPrivatePerson",
        "includesVat", "deliveryTermId", "deliveryMethodId", "salesDocumentAttachments", "messageThreads", "notes",
        "maxAllowedTaxReductionAmount", "rotReducedInvoicingPercent", "isNotDelivered", "createdFromQuoteId",
        "backgroundId", "contributionMargin", "amount", "vatAmount", "roundingsAmount", "deliveredAmount",
        "deliveredVatAmount", "deliveredRoundingsAmount",
    ]

    private static let derivedInRows: Set<String> = [
        "id", "isServiceArticle", "unitId", "vatRate", "purchasePrice", "freightCosts", "contributionMargin", "amount",
        "isDiscountInFixedAmount", "discountFixedAmount",
    ]
}

extension Decimal {
    /// This number with two decimals, half away from zero.
    fileprivate var roundedToHundredths: Decimal {
        var (exact, rounded) = (self, Decimal())
        unsafe NSDecimalRound(&rounded, &exact, 2, .plain)
        return rounded
    }
}
