import Foundation
package import RemoteAPI

extension EAccountingClient {
    /// What a company says about itself.
    package struct CompanySettings: Decodable, Sendable, Equatable {
        package var name: String?
        package var corporateIdentityNumber: String?
        package var companyIdentifier: String?
        package var email: String?
        package var countryCode: String?
        package var currencyCode: String?
        package var termsOfPaymentId: String?
        /// 1 Standard, 2 Invoicing, 3 Bookkeeping, 4 Solo, 5 Pro, 6 InvoicingCollaboration.
        package var productVariant: Int?
        /// Such as `sales_standard`, which orders need.
        package var activatedModules: [String]?
        /// 0 inactive, 1 active, 2 read-only.
        package var companyStatus: Int?
        /// No document of this day or earlier can be booked.
        package var accountingLockedTo: CalendarDay?
        /// Whether documents for private persons show prices without VAT too.
        package var showPricesExclVatPC: Bool?
        package var keepOriginalDraftDate: Bool?
        package var usesProject: Bool?
        /// 0 none, 1 to whole units, half away from zero.
        package var domesticCurrencyRounding: Int?
    }

    /// Returns the company's settings.
    ///
    /// Maps to `GET /v2/companysettings`.
    ///
    /// - Returns: The settings of the company that the access belongs to.
    /// - Throws: ``RemoteAPIError``.
    package func companySettings() async throws(RemoteAPIError) -> CompanySettings {
        try await call(endpoint("GET", "/companysettings"))
    }
}
