package import Foundation
package import RemoteAPI

extension EAccountingClient {
    /// An invoice draft, as Visma sends it.
    package struct InvoiceDraft: Decodable, Sendable, Equatable {
        package var id: String
        package var customerId: String?
        package var customerNumber: String?
        package var invoiceDate: CalendarDay?
        package var yourReference: String?
        package var ourReference: String?
        package var buyersOrderReference: String?
        package var totalAmount: Decimal?
        package var totalVatAmount: Decimal?
        package var totalRoundings: Decimal?
        package var createdUtc: Date?
    }

    /// An invoice draft to create.
    package struct NewInvoiceDraft: Encodable, Sendable, Equatable {
        package var customerId: String
        package var invoiceDate: CalendarDay?
        package var deliveryDate: CalendarDay?
        package var euThirdParty = false
        package var rotReducedInvoicingType = 0
        package var replaceUnitPriceWhenZero = false
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
        package var rows: [Row]

        package init(customerId: String, rows: [Row]) {
            self.customerId = customerId
            self.rows = rows
        }

        /// A row of a draft: an article, or text alone.
        package struct Row: Encodable, Sendable, Equatable {
            /// From 1, in the order of the rows.
            package var lineNumber: Int
            package var isTextRow: Bool
            package var reversedConstructionServicesVatFree = false
            package var articleId: String?
            /// At most 2000 characters; a text row needs at least one.
            package var text: String?
            /// At most two decimals.
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

    /// Returns the invoice drafts, page by page; drafts carry no time of change.
    ///
    /// Maps to `GET /v2/customerinvoicedrafts`.
    package func invoiceDrafts(_ query: ListQuery = ListQuery()) -> Pages<Page<InvoiceDraft>> {
        pages(of: "/customerinvoicedrafts", query)
    }

    /// Returns a draft, or `nil` where Visma has none of this id: deleted, or made an invoice.
    ///
    /// Maps to `GET /v2/customerinvoicedrafts/{customerInvoiceDraftId}`.
    package func invoiceDraft(id: String) async throws(RemoteAPIError) -> InvoiceDraft? {
        try await found(endpoint("GET", "/customerinvoicedrafts/{customerInvoiceDraftId}", id))
    }

    /// Creates an invoice draft.
    ///
    /// Maps to `POST /v2/customerinvoicedrafts`.
    package func createInvoiceDraft(_ draft: NewInvoiceDraft) async throws(RemoteAPIError) -> InvoiceDraft {
        try await call(endpoint("POST", "/customerinvoicedrafts", body: draft))
    }
}
