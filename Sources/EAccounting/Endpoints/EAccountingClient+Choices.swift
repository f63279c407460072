package import Foundation
package import RemoteAPI

extension EAccountingClient {
    /// A unit of measure; each company has its own list.
    package struct Unit: Decodable, Sendable, Equatable {
        package var id: String
        package var name: String?
        package var code: String?
        package var abbreviation: String?
        package var abbreviationEnglish: String?
    }

    /// What decides the VAT rate and the sales account of an article.
    package struct ArticleCoding: Decodable, Sendable, Equatable {
        package var id: String
        package var name: String?
        package var nameEnglish: String?
        package var type: String?
        package var isActive: Bool?
        /// 25 or 0.25: both occur.
        package var vatRatePercent: Decimal?
        package var changedUtc: Date?
    }

    /// Terms of payment.
    package struct TermsOfPayment: Decodable, Sendable, Equatable {
        package var id: String
        package var name: String?
        package var nameEnglish: String?
        package var numberOfDays: Int?
        package var availableForSales: Bool?
    }

    /// Returns the units.
    ///
    /// Maps to `GET /v2/units`.
    package func units() async throws(RemoteAPIError) -> [Unit] { try await all(of: "/units") }

    /// Returns the article codings.
    ///
    /// Maps to `GET /v2/articleaccountcodings`.
    package func articleCodings() async throws(RemoteAPIError) -> [ArticleCoding] {
        try await all(of: "/articleaccountcodings")
    }

    /// Returns the terms of payment, those for purchases too.
    ///
    /// Maps to `GET /v2/termsofpayments`.
    package func termsOfPayment() async throws(RemoteAPIError) -> [TermsOfPayment] {
        try await all(of: "/termsofpayments")
    }
}
