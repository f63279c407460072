package import Domain
package import Foundation
import OutSmart
import RemoteAPI

extension Exports.Preview {
    /// A document as people read it, with the names that the vendors' identifiers stand for.
    package struct Sheet: Sendable, Hashable {
        package var customer: String
        package var customerNumber: String?
        /// Where the work was done, line by line; empty where the invoice goes there, too.
        package var place: [String]
        /// The beginning of the document's day in UTC.
        package var day: Date
        package var reference: String
        package var referenceField: Settings.Export.ReferenceField
        /// The project's number.
        package var project: String?
        /// Such as `SEK`.
        package var currency: String
        package var rows: [Row]

        package struct Row: Sendable, Hashable {
            /// The article's number; `nil` for a row of text.
            package var article: String?
            /// `nil` where the article's own text will stand.
            package var text: String?
            package var unit: String?
            /// `nil` for a row of text, as is the price.
            package var quantity: Decimal?
            package var price: Decimal?
            /// A fraction.
            package var discount: Decimal = 0

            package init(text: String?, article: String? = nil) { (self.text, self.article) = (text, article) }

            /// What the row comes to.
            package var amount: Decimal? {
                guard let quantity, let price else { return nil }
                return (quantity * price * (1 - discount)).rounded(to: 2)
            }
        }

        /// What the rows come to.
        package var sum: Decimal { rows.reduce(0) { $0 + ($1.amount ?? 0) } }
    }
}

extension Exports.Preview.Sheet {
    init(_ order: OutSmartClient.WorkOrder, _ document: SalesDocument, _ settings: Settings.Export) {
        let invoice = order.invoiceParty
        let isOther = invoice.debtorNumber.trimmed != nil
        customer = (isOther ? invoice.name.trimmed : nil) ?? order.customer.name.trimmed ?? ""
        customerNumber = invoice.debtorNumber.trimmed ?? order.customer.debtorNumber.trimmed
        let town = [document.place?.postalCode, document.place?.city].compactMap(\.self).joined(separator: " ")
        place = [document.place?.name, document.place?.street, town].compactMap(\.self).filter { !$0.isEmpty }
        day = Date(timeIntervalSince1970: TimeInterval(document.day.daysSince1970) * 86_400)
        reference = document.reference
        referenceField = document.referenceField
        // Only a project that was found stands on the document.
        project = document.projectID == nil ? nil : order.projectNr.trimmed
        currency = document.currency
        let lines = (try? CompletedWork(order, settings))?.lines ?? []
        rows = document.rows.enumerated().map { index, row in
            Row(row, of: index < lines.count ? lines[index] : nil, settings)
        }
    }
}

extension Exports.Preview.Sheet.Row {
    fileprivate init(_ row: SalesDocument.Row, of line: CompletedWork.Line?, _ settings: Settings.Export) {
        switch row {
        case .text(let text): self.init(text: text)
        case .article(let sold):
            self.init(text: sold.text)
            (quantity, price, discount) = (sold.quantity, sold.unitPrice, sold.discount)
        }
        switch line {
        case .material(let material): (article, unit) = (material.code, material.unit)
        case .hours(let hours): article = hours.code
        case .travel: article = settings.travelArticle.trimmed
        case .text, nil: break
        }
    }
}
