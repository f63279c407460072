import Domain
import EAccounting
import Foundation

/// To whom a document sells: what that means for its prices.
struct SaleTerms: Sendable {
    private let decimals: Int
    /// The rates by coding, where prices include VAT.
    private let rates: [String: Decimal]?

    init(
        _ buyer: Buyer,
        _ company: EAccountingClient.CompanySettings,
        codings: [EAccountingClient.ArticleCoding]
    ) {
        let isHome = buyer.country == nil || buyer.country == company.countryCode
        let isDomestic = isHome && (buyer.currency == nil || buyer.currency == company.currencyCode)
        decimals = isDomestic ? 2 : 4
        guard Self.includesVAT(buyer, company) else {
            rates = nil
            return
        }
        let isTaxed = isHome || buyer.country.map(Self.union.contains) ?? true
        rates = codings.reduce(into: [:]) { rates, coding in
            let rate = coding.vatRatePercent ?? 0
            rates[coding.id] = isTaxed ? (rate > 1 ? rate / 100 : rate) : 0
        }
    }

    /// Whether Visma reads the document's prices as prices with VAT.
    static func includesVAT(_ buyer: Buyer, _ company: EAccountingClient.CompanySettings) -> Bool {
        buyer.isPrivate && company.showPricesExclVatPC == false
    }

    /// The price as the document gives it.
    func price(_ net: Decimal, of article: SoldArticle) throws(SyncFailure) -> Decimal {
        guard let rates else { return net.rounded(to: decimals) }
        guard let rate = article.codingID.flatMap({ rates[$0] }) else {
            let message = "Prices of this customer include VAT, and Visma does not say the rate of an article's coding."
            throw .ofRecord(.codingIncomplete, message)
        }
        return (net * (1 + rate)).rounded(to: decimals)
    }

    /// Where VAT is charged as at home when the buyer is a private person.
    private static let union: Set<String> = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV",
        "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ]
}
