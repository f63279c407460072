package import Foundation
package import RemoteAPI

extension EAccountingClient {
    /// An article, as Visma sends it and in Visma's order, in which it is read fastest.
    package struct Article: Decodable, Sendable, Equatable {
        package var id: String
        package var isActive: Bool?
        package var number: String?
        package var name: String?
        /// Without VAT.
        package var netPrice: Decimal?
        /// With VAT by the coding's rate.
        package var grossPrice: Decimal?
        /// Decides VAT rate and sales account.
        package var codingId: String?
        package var unitId: String?
        package var unitName: String?
        package var unitAbbreviation: String?
        package var createdUtc: Date?
        package var changedUtc: Date?
        package var note: String?
        package var isServiceArticle: Bool?
        package var barcodes: [Barcode]?

        package struct Barcode: Decodable, Sendable, Equatable {
            package var barcode: String?
        }
    }

    /// An article to create.
    package struct NewArticle: Encodable, Sendable, Equatable {
        /// At most 40 characters, unique.
        package var number: String
        /// At most 50 characters.
        package var name: String
        package var isActive = true
        package var codingId: String
        package var unitId: String
        /// Without VAT, at most two decimals; Visma derives the price with VAT.
        package var netPrice: Decimal

        package init(number: String, name: String, codingId: String, unitId: String, netPrice: Decimal) {
            self.number = number
            self.name = name
            self.codingId = codingId
            self.unitId = unitId
            self.netPrice = netPrice
        }
    }

    /// Returns the articles, page by page.
    ///
    /// Maps to `GET /v2/articles`; incremental by `ChangedUtc`.
    package func articles(_ query: ListQuery = ListQuery()) -> Pages<Page<Article>> {
        pages(of: "/articles", changedField: "ChangedUtc", query)
    }

    /// Returns the article with a number, or `nil`.
    ///
    /// Maps to `GET /v2/articles?$filter=Number eq '…'`.
    package func article(number: String) async throws(RemoteAPIError) -> Article? {
        let rows: [Article] = try await rows(of: "/articles", where: "Number eq \(number.odataLiteral)")
        return rows.first { $0.number == number }
    }

    /// Returns an article, or `nil` where Visma has none of this id.
    ///
    /// Maps to `GET /v2/articles/{articleId}`.
    package func article(id: String) async throws(RemoteAPIError) -> Article? {
        try await found(endpoint("GET", "/articles/{articleId}", id))
    }

    /// Creates an article.
    ///
    /// Maps to `POST /v2/articles`. A number that exists is refused with code 4000.
    package func createArticle(_ article: NewArticle) async throws(RemoteAPIError) -> Article {
        try await call(endpoint("POST", "/articles", body: article))
    }
}
