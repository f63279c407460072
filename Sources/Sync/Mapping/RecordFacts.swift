import Domain
import EAccounting
import Foundation

/// What an export has to know of a customer.
struct Buyer: Sendable, Hashable {
    /// Visma's identifier.
    var id: String
    var isPrivate: Bool
    var currency: String?
    var country: String?
}

/// What an export has to know of an article.
struct SoldArticle: Sendable, Hashable {
    /// Visma's identifier.
    var id: String
    /// Without VAT.
    var netPrice: Decimal
    var codingID: String?
}

// Links keep these facts in a line of text, so that an export need not ask Visma for what the import has just read.

extension Buyer {
    init(_ customer: EAccountingClient.Customer) {
        id = customer.id
        isPrivate = customer.isPrivatePerson ?? false
        currency = customer.currencyCode.trimmed
        country = customer.invoiceCountryCode.trimmed
    }

    var facts: String { "\(isPrivate ? "private" : "")|\(currency ?? "")|\(country ?? "")" }

    /// The customer of a link, or `nil` when the link does not know enough.
    init?(_ link: Link) {
        let facts = link.facts.components(separatedBy: "|")
        guard facts.count == 3 else { return nil }
        id = link.vismaID
        isPrivate = facts[0] == "private"
        currency = Optional(facts[1]).trimmed
        country = Optional(facts[2]).trimmed
    }
}

extension SoldArticle {
    init(_ article: EAccountingClient.Article) {
        id = article.id
        netPrice = article.netPrice ?? 0
        codingID = article.codingId.trimmed
    }

    /// The line of a price without VAT, with a point, and of what decides VAT rate and sales account.
    static func facts(netPrice: String, codingID: String?) -> String { "\(netPrice)|\(codingID ?? "")" }

    /// The article of a link, or `nil` when the link does not know enough.
    init?(_ link: Link) {
        let facts = link.facts.components(separatedBy: "|")
        guard facts.count == 2, let price = Decimal(string: facts[0], locale: Locale(identifier: "en_US_POSIX")) else {
            return nil
        }
        id = link.vismaID
        netPrice = price
        codingID = Optional(facts[1]).trimmed
    }
}
