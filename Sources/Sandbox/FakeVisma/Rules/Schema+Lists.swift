extension Schema {
    /// What decides an article's VAT and its sales accounts.
    static let coding = Schema([
        .id("Id").readOnly, .text("Name").optional, .text("NameEnglish").optional, .text("Type").optional,
        .text("VatRate").optional, .flag("IsActive"), .decimal("VatRatePercent"),
        .whole("DomesticSalesSubjectToReversedConstructionVatAccountNumber").optional,
        .whole("DomesticSalesSubjectToVatAccountNumber").optional,
        .whole("DomesticSalesVatExemptAccountNumber").optional,
        .whole("ForeignSalesSubjectToMossAccountNumber").optional,
        .whole("ForeignSalesSubjectToThirdPartySalesAccountNumber").optional,
        .whole("ForeignSalesSubjectToVatWithinEuAccountNumber").optional,
        .whole("ForeignSalesVatExemptOutsideEuAccountNumber").optional,
        .whole("ForeignSalesVatExemptWithinEuAccountNumber").optional,
        .whole("DomesticSalesVatCodeExemptAccountNumber").optional, .date("ChangedUtc").readOnly,
    ])

    /// A unit.
    static let unit = Schema([
        .id("Id").readOnly, .text("Name").optional, .text("Code").optional, .text("Abbreviation").optional,
        .text("AbbreviationEnglish").optional,
    ])

    /// Terms of payment.
    static let termsOfPayment = Schema([
        .id("Id").readOnly, .text("Name").optional, .text("NameEnglish").optional, .whole("NumberOfDays"),
        .whole("TermsOfPaymentTypeId", 0...5), .text("TermsOfPaymentTypeText").optional, .flag("AvailableForSales"),
        .flag("AvailableForPurchase"),
    ])

    /// A VAT code.
    static let vatCode = Schema([
        .id("Id").readOnly, .text("Code").optional, .text("Description").optional, .decimal("VatRate"),
        .whole("OssCodeType", 0...2), .object("RelatedAccounts"),
    ])

    /// A fiscal year.
    static let fiscalYear = Schema([
        .id("Id").readOnly, .date("StartDate"), .date("EndDate"), .flag("IsLockedForAccounting").readOnly,
        .whole("BookkeepingMethod", 0...2).readOnly,
    ])

    /// A project.
    static let project = Schema([
        .id("Id").readOnly, .text("Number", 9).required, .text("Name", 200).required, .date("StartDate"),
        .date("EndDate").optional, .id("CustomerId").optional, .text("CustomerName").readOnly.optional,
        .text("Notes", 500).optional, .whole("Status", 1...2).required, .date("ModifiedUtc").readOnly,
    ])
}
