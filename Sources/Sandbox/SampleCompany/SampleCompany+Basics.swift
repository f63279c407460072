extension SampleCompany {
    /// What every company has from its first day: settings, units, terms of payment, codings, VAT codes, fiscal years.
    func addBasics(to books: inout Books) {
        add(units, to: .units, of: &books)
        add(termsOfPayments, to: .termsOfPayments, of: &books)
        add(codings, to: .codings, of: &books)
        add(vatCodes, to: .vatCodes, of: &books)
        add(fiscalYears, to: .fiscalYears, of: &books)
        books.put(settings, at: company.id, in: .visma(company.id, "companysettings"))
        addOutSmartBasics(to: &books)
    }

    private var settings: JSONObject {
        var settings = Schema.companySettings.blank
        let (year, month, _) = today.parts
        let lockedTo =
            (CivilDate(year: month > 1 ? year : year - 1, month: month > 1 ? month - 1 : 12, day: 1) ?? today) - 1
        let known: JSONObject = [
            "Name": .string(company.name), "Email": "ekonomi@example.se", "Phone": "08-123 45 67",
            "Address1": "Verkstadsgatan 12", "CountryCode": "SE", "PostalCode": "115 42", "City": "Stockholm",
            "CurrencyCode": "SEK", "TermsOfPaymentId": id("terms", "30 dagar netto"),
            "CorporateIdentityNumber": .string(company.corporateIdentityNumber),
            "AccountingLockedTo": .string(Stamp.text(lockedTo)), "AccountingLockInterval": 1,
            "ProductVariant": company.hasOrders ? 5 : 2, "TypeOfBusiness": 1, "VatPeriod": 7,
            "ActivatedModules": company.hasOrders ? ["api_standard", "sales_standard"] : ["api_standard"],
            "NextCustomerNumber": 5001, "NextSupplierNumber": 100, "NextCustomerInvoiceNumber": 1001,
            "NextQuoteNumber": 1, "NextOrderNumber": 1001, "ShowPricesExclVatPC": false, "UsesProject": true,
            "DomesticCurrencyRounding": 1, "UsesReverseConstructionVat": true, "CompanyStatus": 1,
            "CompanyIdentifier": id("company", company.id), "KeepOriginalDraftDate": false,
        ]
        settings.lay(known)
        return settings
    }

    private var units: [JSONObject] {
        let units = [
            ("Styck", "C62", "st", "pcs"), ("Timme", "HUR", "tim", "h"), ("Meter", "MTR", "m", "m"),
            ("Kilogram", "KGM", "kg", "kg"), ("Liter", "LTR", "l", "l"), ("Förpackning", "PK", "förp", "pack"),
            ("Par", "PR", "par", "pair"), ("Kvadratmeter", "MTK", "m²", "sqm"), ("Rulle", "RO", "rulle", "roll"),
            ("Dag", "DAY", "dag", "day"), ("Mil", "SMI", "mil", "10 km"), ("Timmar jour", "HURJ", "Tim.", "hours"),
        ]
        return units.map { name, code, abbreviation, english in
            [
                "Id": id("unit", abbreviation), "Name": .string(name), "Code": .string(code),
                "Abbreviation": .string(abbreviation), "AbbreviationEnglish": .string(english),
            ]
        }
    }

    private var termsOfPayments: [JSONObject] {
        let terms: [(String, String, Int, Int, Bool)] = [
            ("10 dagar netto", "10 days net", 10, 0, true), ("15 dagar netto", "15 days net", 15, 0, true),
            ("20 dagar netto", "20 days net", 20, 0, true), ("30 dagar netto", "30 days net", 30, 0, true),
            ("Kontant", "Cash", 0, 2, true), ("60 dagar inköp", "60 days purchase", 60, 0, false),
        ]
        return terms.map { name, english, days, kind, isForSales in
            [
                "Id": id("terms", name), "Name": .string(name), "NameEnglish": .string(english),
                "NumberOfDays": .int(days), "TermsOfPaymentTypeId": .int(kind),
                "TermsOfPaymentTypeText": kind == 2 ? "Kontant" : "Normal", "AvailableForSales": .bool(isForSales),
                "AvailableForPurchase": true,
            ]
        }
    }

    private var codings: [JSONObject] {
        // The last one lacks its accounts for sales to other countries, as half-configured codings do.
        let codings = [
            ("Varor 25 %", "Goods 25 %", "Goods", "0.25", 3001),
            ("Tjänster 25 %", "Services 25 %", "Services", "0.25", 3041),
            ("Varor 12 %", "Goods 12 %", "Goods", "0.12", 3002), ("Varor 6 %", "Goods 6 %", "Goods", "0.06", 3003),
            ("Momsfritt", "VAT exempt", "Services", "0", 3004), ("Hyra 25 %", "Rent 25 %", "Services", "0.25", 3911),
        ]
        return codings.map { name, english, kind, rate, account in
            let isComplete = account != 3911
            return [
                "Id": id("coding", name), "Name": .string(name), "NameEnglish": .string(english), "Type": .string(kind),
                "VatRate": .string(name.split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""),
                "IsActive": true, "VatRatePercent": .number(rate),
                "DomesticSalesSubjectToReversedConstructionVatAccountNumber": isComplete ? 3231 : nil,
                "DomesticSalesSubjectToVatAccountNumber": .int(account),
                "DomesticSalesVatExemptAccountNumber": isComplete ? 3004 : nil,
                "ForeignSalesSubjectToMossAccountNumber": nil,
                "ForeignSalesSubjectToThirdPartySalesAccountNumber": nil,
                "ForeignSalesSubjectToVatWithinEuAccountNumber": isComplete ? 3106 : nil,
                "ForeignSalesVatExemptOutsideEuAccountNumber": isComplete ? 3305 : nil,
                "ForeignSalesVatExemptWithinEuAccountNumber": isComplete ? 3308 : nil,
                "DomesticSalesVatCodeExemptAccountNumber": nil, "ChangedUtc": stamp(daysAgo: 900, salt: account),
            ]
        }
    }

    private var vatCodes: [JSONObject] {
        [("05", "Momspliktig försäljning", "0.25"), ("10", "Utgående moms 25 %", "0.25"), ("42", "Momsfritt", "0")].map
        {
            code,
            description,
            rate in
            [
                "Id": id("vat", code), "Code": .string(code), "Description": .string(description),
                "VatRate": .number(rate), "OssCodeType": 0,
            ]
        }
    }

    private var fiscalYears: [JSONObject] {
        let year = today.parts.year
        return ((year - 2)...(year + 1)).map { year in
            [
                "Id": id("year", year), "StartDate": .string("\(year)-01-01T00:00:00Z"),
                "EndDate": .string("\(year)-12-31T00:00:00Z"),
                "IsLockedForAccounting": .bool(year < today.parts.year - 1),
                "BookkeepingMethod": 0,
            ]
        }
    }
}
