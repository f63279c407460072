/// What Visma knows about countries.
enum Country {
    /// Country codes, with whether the country belongs to the European Union.
    static let all: [String: Bool] = {
        var countries: [String: Bool] = [:]
        for code in """
        AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK
        """.split(whereSeparator: \.isWhitespace) {
            countries[String(code)] = true
        }
        for code in """
        AD AE AF AG AI AL AM AO AR AU AX AZ BA BB BD BH BM BO BR BS BY BZ CA CH CL CN CO CR CU DO DZ EC EG ET FJ FO
        GB GE GG GH GI GL GT GU HK HN HT ID IL IM IN IQ IR IS JE JM JO JP KE KG KH KR KW KZ LB LI LK LR LY MA MC MD
        ME MG MK MM MN MO MR MU MX MY MZ NA NG NI NO NP NZ OM PA PE PG PH PK PR PS PY QA RS RU RW SA SD SG SM SN SO
        SR SV SY TH TN TR TT TW TZ UA UG US UY UZ VA VE VN YE ZA ZM ZW
        """.split(whereSeparator: \.isWhitespace) {
            countries[String(code)] = false
        }
        return countries
    }()

    static let currencies: Set<String> = [
        "SEK", "NOK", "DKK", "EUR", "USD", "GBP", "CHF", "PLN", "CZK", "HUF", "ISK", "JPY", "CAD", "AUD",
    ]

    /// Whether a VAT number has the form of its country, of which there is none outside of the Union.
    static func isVATNumber(_ number: String, in country: String) -> Bool {
        guard all[country] == true else { return true }
        let prefix = country == "GR" ? "EL" : country
        guard number.hasPrefix(prefix) else { return false }
        let rest = number.utf8.dropFirst(2)
        if country == "SE" {
            return rest.count == 12 && rest.allSatisfy { (0x30...0x39).contains($0) } && number.hasSuffix("01")
        }
        let isPlain = rest.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) }
        return (8...12).contains(rest.count) && isPlain
    }
}
