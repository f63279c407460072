import Domain
import EAccounting
import Foundation
import RemoteAPI

/// A document for Visma, complete and rounded, before it takes the form of a draft or an order.
struct SalesDocument: Sendable, Hashable {
    /// A row: text alone, or an article that is sold.
    enum Row: Sendable, Hashable {
        case text(String)
        case article(Sold)
    }

    struct Sold: Sendable, Hashable {
        var articleID: String
        var text: String?
        var quantity: Decimal
        var unitPrice: Decimal
        /// A fraction.
        var discount: Decimal = 0
    }

    /// Where the work was done.
    struct Place: Sendable, Hashable {
        var name: String?
        var street: String?
        var postalCode: String?
        var city: String?
        var country: String?
    }

    var customerID: String
    var currency: String
    var day: CalendarDay
    var reference: String
    var referenceField: Settings.Export.ReferenceField
    var contact: String?
    /// `nil` when the work was done where the invoice goes.
    var place: Place?
    var projectID: String?
    var rows: [Row]
}

extension EAccountingClient.NewInvoiceDraft {
    init(_ document: SalesDocument) {
        let rows = document.rows.enumerated().map { index, row in
            switch row {
            case .text(let text):
                return Row(lineNumber: index + 1, text: text, projectID: document.projectID)
            case .article(let sold):
                var row = Row(
                    lineNumber: index + 1,
                    articleId: sold.articleID,
                    text: sold.text,
                    quantity: sold.quantity,
                    unitPrice: sold.unitPrice
                )
                row.discountPercentage = sold.discount
                row.projectId = document.projectID
                return row
            }
        }
        self.init(customerId: document.customerID, rows: rows)
        invoiceDate = document.day
        yourReference = document.contact
        switch document.referenceField {
        case .buyersOrderReference: buyersOrderReference = document.reference
        case .yourReference: yourReference = document.reference
        case .ourReference: ourReference = document.reference
        }
        deliveryCustomerName = document.place?.name
        deliveryAddress1 = document.place?.street
        deliveryPostalCode = document.place?.postalCode
        deliveryCity = document.place?.city
        deliveryCountryCode = document.place?.country
    }
}

extension EAccountingClient.NewOrder {
    init(_ document: SalesDocument) {
        self.init(
            customerId: document.customerID,
            currencyCode: document.currency,
            orderDate: document.day,
            rows: .init(document)
        )
        yourReference = document.contact
        switch document.referenceField {
        case .buyersOrderReference: buyersOrderReference = document.reference
        case .yourReference: yourReference = document.reference
        case .ourReference: ourReference = document.reference
        }
        deliveryCustomerName = document.place?.name
        deliveryAddress1 = document.place?.street
        deliveryPostalCode = document.place?.postalCode
        deliveryCity = document.place?.city
        deliveryCountryCode = document.place?.country
    }
}

extension [EAccountingClient.NewOrderRow] {
    init(_ document: SalesDocument) {
        self = document.rows.enumerated().map { index, row in
            switch row {
            case .text(let text):
                var row = Element(lineNumber: index + 1, text: text)
                row.projectId = document.projectID
                return row
            case .article(let sold):
                var row = Element(
                    lineNumber: index + 1,
                    articleId: sold.articleID,
                    text: sold.text,
                    quantity: sold.quantity,
                    unitPrice: sold.unitPrice
                )
                row.discountPercentage = sold.discount
                row.projectId = document.projectID
                return row
            }
        }
    }
}

extension EAccountingClient.NewInvoiceDraft.Row {
    fileprivate init(lineNumber: Int, text: String, projectID: String?) {
        self.init(lineNumber: lineNumber, text: text)
        projectId = projectID
    }
}
