extension SampleCompany {
    /// How many customers the company has.
    var customerCount: Int { isLarge ? 1_200 : 12 }

    var customers: [JSONObject] { (0..<customerCount).map(customer) }

    /// The number of the customer at an index: some begin with zeros, some with letters.
    func customerNumber(_ index: Int) -> String {
        switch index % 40 {
        case 7: padded(index + 1, 6)
        case 19: "K-\(1_000 + index)"
        case 31: "00\(index)-A"
        default: String(1_001 + index)
        }
    }

    func customerID(_ index: Int) -> JSON { id("customer", index) }

    /// Every fourth is a private person, every thirtieth lives abroad, and a few are awkward on purpose.
    func customer(_ index: Int) -> JSONObject {
        var customer = Schema.customer.blank
        let isPrivate = index % 4 == 2
        let person = "\(SampleNames.firstNames.cycled(index * 7)) \(SampleNames.lastNames.cycled(index * 5))"
        let (postalCode, city) = SampleNames.cities.cycled(index * 11)
        let street = "\(SampleNames.streets.cycled(index * 3)) \(index * 17 % 120 + 1)"
        customer.lay([
            "Id": customerID(index), "CustomerNumber": .string(customerNumber(index)),
            "Name": .string(isPrivate ? person : businessName(index)), "IsPrivatePerson": .bool(isPrivate),
            "CorporateIdentityNumber": isPrivate
                ? nil : .string("556\(padded(index * 37 % 1_000, 3))-\(padded(index * 7 % 10_000, 4))"),
            "ContactPersonName": isPrivate ? nil : .string(person),
            "EmailAddress": index % 9 == 4 ? nil : .string("kund\(index)@example.se"),
            "Telephone": index % 6 == 5 ? nil : .string("08-\(padded(index * 7_919 % 1_000_000, 6))"),
            "MobilePhone": index % 3 == 0 ? .string("070-\(padded(index * 6_007 % 10_000_000, 7))") : nil,
            "InvoiceAddress1": .string(street), "InvoicePostalCode": .string(postalCode), "InvoiceCity": .string(city),
            "InvoiceCountryCode": index % 50 == 3 ? nil : "SE", "CurrencyCode": "SEK",
            "TermsOfPaymentId": terms,
            "TermsOfPayment": .object([
                "Id": terms, "Name": "30 dagar netto", "NameEnglish": "30 days net",
                "NumberOfDays": 30, "TermsOfPaymentTypeId": 0, "TermsOfPaymentTypeText": "Normal",
                "AvailableForSales": true, "AvailableForPurchase": true,
            ]),
            "IsActive": .bool(index % 45 != 44),
            // Visma leaves the stamp empty until a customer is changed for the first time.
            "ChangedUtc": index % 3 == 0 ? nil : stamp(daysAgo: 20 + index % 700, salt: index),
            "Note": index % 25 == 6 ? "Portkod 1234. Ring före besök.\nNyckel finns hos \"Åke\" <vaktmästare>." : nil,
        ])
        if index % 30 == 29 { moveAbroad(&customer, index) }
        if let oddity = Self.oddities[index % 200] { customer.lay(oddity) }
        return customer
    }

    private func businessName(_ index: Int) -> String {
        switch index % 3 {
        case 0: "Brf \(SampleNames.places.cycled(index)) \(index % 60 + 1)"
        case 1: "\(SampleNames.lastNames.cycled(index * 5))s \(SampleNames.businesses.cycled(index)) AB"
        default: "\(SampleNames.places.cycled(index * 3)) \(SampleNames.businesses.cycled(index * 2)) HB"
        }
    }

    private func moveAbroad(_ customer: inout JSONObject, _ index: Int) {
        let (postalCode, city, country, vat) = SampleNames.foreign.cycled(index / 30)
        let digits = padded(index, country == "NL" ? 2 : country == "FI" || country == "DK" ? 4 : 4)
        customer.lay([
            "InvoicePostalCode": .string(postalCode), "InvoiceCity": .string(city),
            "InvoiceCountryCode": .string(country), "CorporateIdentityNumber": nil,
            "VatNumber": vat.isEmpty || customer["IsPrivatePerson"] == true ? nil : .string(vat + digits),
            "CurrencyCode": country == "DE" || country == "FI" || country == "NL" ? "EUR" : "SEK",
        ])
    }

    /// What real lists contain and importers stumble over, by the index modulo 200.
    private static let oddities: [Int: JSONObject] = [
        13: ["InvoiceCity": ""],
        28: ["InvoicePostalCode": "", "InvoiceCity": ""],
        41: ["InvoiceAddress1": nil, "InvoiceAddress2": "c/o Åkesson"],
        57: ["Name": "🔧 Rör & Värme 🚿 Jour", "Note": "👷‍♀️ Kontakta förmannen"],
        75: ["Name": "Föreningen Gamla Tegelbrukets Vänner o. Grannar UF"],
        88: ["Name": "  Mellanslag i Början AB "],
        101: ["Name": "<b>Fet</b> & \"Citat\" 'AB'"],
        116: ["InvoiceAddress1": "Box 12", "InvoiceAddress2": "Fack 7"],
        139: ["ContactPersonName": nil, "EmailAddress": nil, "Telephone": nil, "MobilePhone": nil],
        153: ["Name": "Łódź Świętokrzyska Spółka"],
        177: ["InvoicePostalCode": "S-123 45"],
    ]
}
