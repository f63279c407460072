import Foundation

/// To whom and in what currency a document sells: it decides VAT, accounts and decimals.
struct Sale {
    let customer: JSONObject
    let currency: String
    /// Whether prices include VAT.
    let includesVAT: Bool

    private enum Kind { case domestic, withinUnion, outside }

    private var kind: Kind {
        let country = customer.text("InvoiceCountryCode")
        if country.isEmpty || country == "SE" { return .domestic }
        return Country.all[country] == true ? .withinUnion : .outside
    }

    /// The decimals that a unit price may have.
    var priceDecimals: Int { kind == .domestic && currency == "SEK" ? 2 : 4 }

    /// The VAT rate of a row, as a fraction.
    func rate(_ coding: JSONObject, isReversed: Bool) -> Decimal {
        let rate = coding["VatRatePercent"]?.decimal ?? 0
        switch kind {
        case .domestic: return isReversed ? 0 : rate
        case .withinUnion: return customer.text("VatNumber").isEmpty ? rate : 0
        case .outside: return 0
        }
    }

    /// The account that the coding must have for this kind of sale.
    func account(isReversed: Bool) -> String {
        switch kind {
        case .domestic where isReversed: "DomesticSalesSubjectToReversedConstructionVatAccountNumber"
        case .domestic: "DomesticSalesSubjectToVatAccountNumber"
        case .withinUnion where customer.text("VatNumber").isEmpty: "ForeignSalesSubjectToVatWithinEuAccountNumber"
        case .withinUnion: "ForeignSalesVatExemptWithinEuAccountNumber"
        case .outside: "ForeignSalesVatExemptOutsideEuAccountNumber"
        }
    }

    /// Sums up completed rows.
    ///
    /// - Parameters:
    ///   - rows: Rows with `Quantity`, `UnitPrice`, `DiscountPercentage` and `VatRate`.
    ///   - roundsToKronor: Whether totals in kronor are made whole.
    /// - Returns: The total with VAT, the VAT in it, and what rounding added.
    func totals(_ rows: [JSONObject], roundsToKronor: Bool) -> (total: Decimal, vat: Decimal, rounding: Decimal) {
        var net: Decimal = 0
        var vat: Decimal = 0
        for row in rows {
            let amount = Self.amount(of: row)
            let rate = row["VatRate"]?.decimal ?? 0
            let rowVAT = (includesVAT ? amount - amount / (1 + rate) : amount * rate).rounded(2)
            vat += rowVAT
            net += includesVAT ? amount - rowVAT : amount
        }
        let exact = net + vat
        let total = roundsToKronor && currency == "SEK" ? exact.rounded(0) : exact
        return (total, vat, total - exact)
    }

    static func amount(of row: JSONObject) -> Decimal {
        let price = row["UnitPrice"]?.decimal ?? 0
        let quantity = row["Quantity"]?.decimal ?? 0
        let discount = row["DiscountPercentage"]?.decimal ?? 0
        return (price * quantity * (1 - discount)).rounded(2)
    }
}
