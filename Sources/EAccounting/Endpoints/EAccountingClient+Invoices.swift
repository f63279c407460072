package import Foundation
import RemoteAPI

extension EAccountingClient {
    /// A booked invoice, as far as it tells what became of a document.
    package struct Invoice: Decodable, Sendable, Equatable {
        package var id: String
        package var invoiceNumber: Int?
        package var createdFromDraftId: String?
        package var createdFromOrderId: String?
        package var isCreditInvoice: Bool?
        package var remainingAmount: Decimal?
        /// 0 paid, 1 unpaid, 2 overdue.
        package var paymentStatus: Int?
        package var yourReference: String?
        package var ourReference: String?
        package var buyersOrderReference: String?
        package var modifiedUtc: Date?
    }

    /// Returns the invoices, page by page.
    ///
    /// Maps to `GET /v2/customerinvoices?modifiedSinceUtc=…`.
    ///
    /// - Parameter modifiedSince: Only those that changed since, payments included; all where it is `nil`.
    /// - Returns: The pages.
    package func invoices(modifiedSince: Date?) -> Pages<Page<Invoice>> {
        pages(
            of: "/customerinvoices",
            ListQuery(),
            extra: modifiedSince.map { [("modifiedSinceUtc", $0.wire)] } ?? []
        )
    }
}
