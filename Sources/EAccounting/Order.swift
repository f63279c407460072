package import Foundation
package import RemoteAPI

extension EAccountingClient {
    /// A sales order, as Visma sends it.
    package struct Order: Decodable, Sendable, Equatable {
        package var id: String
        /// `nil` while the order is a draft.
        package var number: Int?
        /// 1 draft, 2 ongoing, 3 shipped, 4 invoiced.
        package var status: Int?
        package var customerId: String?
        package var customerNumber: String?
        package var customerName: String?
        package var currencyCode: String?
        package var orderDate: CalendarDay?
        package var deliveryDate: CalendarDay?
        package var yourReference: String?
        package var ourReference: String?
        package var buyersOrderReference: String?
        package var invoiceCustomerName: String?
        package var invoiceAddress1: String?
        package var invoiceAddress2: String?
        package var invoicePostalCode: String?
        package var invoiceCity: String?
        package var invoiceCountryCode: String?
        package var deliveryCustomerName: String?
        package var deliveryAddress1: String?
        package var deliveryAddress2: String?
        package var deliveryPostalCode: String?
        package var deliveryCity: String?
        package var deliveryCountryCode: String?
        package var includesVat: Bool?
        package var createdUtc: Date?
        package var modifiedUtc: Date?
        package var rows: [Row]?

        /// A row of an order.
        package struct Row: Decodable, Sendable, Equatable {
            package var id: String?
            package var lineNumber: Int?
            package var isTextRow: Bool?
            package var articleId: String?
            package var articleNumber: String?
            package var text: String?
            package var unitId: String?
            package var quantity: Decimal?
            package var deliveredQuantity: Decimal?
            package var unitPrice: Decimal?
            /// A fraction: 0.1 is ten per cent.
            package var discountPercentage: Decimal?
            package var isDiscountInFixedAmount: Bool?
            package var discountFixedAmount: Decimal?
            package var amount: Decimal?
            /// 25 or 0.25: both occur.
            package var vatRate: Decimal?
            package var projectId: String?
        }
    }

    /// A sales order to create.
    package struct NewOrder: Encodable, Sendable, Equatable {
        package var customerId: String
        package var currencyCode: String
        package var orderDate: CalendarDay
        package var deliveryDate: CalendarDay?
        /// 1 draft, 2 ongoing.
        package var status = 2
        package var euThirdParty = false
        package var rotReducedInvoicingType = 0
        package var reverseChargeOnConstructionServices = false
        package var yourReference: String?
        package var ourReference: String?
        /// At most 35 characters.
        package var buyersOrderReference: String?
        package var deliveryCustomerName: String?
        package var deliveryAddress1: String?
        package var deliveryAddress2: String?
        package var deliveryPostalCode: String?
        package var deliveryCity: String?
        package var deliveryCountryCode: String?
        package var termsOfPaymentId: String?
        package var rows: [NewOrderRow]

        package init(customerId: String, currencyCode: String, orderDate: CalendarDay, rows: [NewOrderRow]) {
            self.customerId = customerId
            self.currencyCode = currencyCode
            self.orderDate = orderDate
            self.rows = rows
        }
    }

    /// A row to put into an order: an article, or text alone.
    package struct NewOrderRow: Encodable, Sendable, Equatable {
        /// From 1, in the order of the rows.
        package var lineNumber: Int
        package var isTextRow: Bool
        package var isWorkCost = false
        package var eligibleForReverseChargeOnVat = false
        package var articleId: String?
        /// At most 2000 characters; a text row needs at least one.
        package var text: String?
        /// At most four decimals.
        package var quantity: Decimal?
        /// Two decimals within the country, four abroad.
        package var unitPrice: Decimal?
        /// A fraction with at most four decimals.
        package var discountPercentage: Decimal?
        package var projectId: String?

        /// Creates a row of text.
        package init(lineNumber: Int, text: String) {
            self.lineNumber = lineNumber
            isTextRow = true
            self.text = text
        }

        /// Creates a row of an article.
        package init(lineNumber: Int, articleId: String, text: String?, quantity: Decimal, unitPrice: Decimal) {
            self.lineNumber = lineNumber
            isTextRow = false
            self.articleId = articleId
            self.text = text
            self.quantity = quantity
            self.unitPrice = unitPrice
        }
    }
}
