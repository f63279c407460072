extension Schema {
    /// A draft of an invoice.
    static let draft = Schema([
        .id("Id").readOnly, .id("CustomerId").required, .date("CreatedUtc").readOnly.optional,
        .flag("IsCreditInvoice"), .whole("RotReducedInvoicingType", 0...2).required,
        .text("RotReducedInvoicingPropertyName", 40).optional, .text("RotReducedInvoicingOrgNumber", 11).optional,
        .decimal("MaxAllowedTaxReductionAmount").readOnly, .decimal("RotReducedInvoicingAmount", 2),
        .flag("RotReducedInvoicingAutomaticDistribution"), .whole("RotPropertyType", 1...2).optional,
        .decimal("HouseWorkOtherCosts").optional, .list("Rows", of: .draftRow).optional,
        .list("Persons", of: .person).optional, .text("YourReference", 100).optional,
        .text("OurReference", 100).optional, .text("BuyersOrderReference", 35).optional,
        .text("ElectronicReference", 100).optional, .text("SubscriptionNumber", 100).optional,
        .text("ContractNumber", 100).optional, .text("InvoiceCustomerName", 50).readOnly.optional,
        .text("InvoiceAddress1", 50).optional, .text("InvoiceAddress2", 50).optional,
        .text("InvoicePostalCode", 10).readOnly.optional, .text("InvoiceCity", 50).readOnly.optional,
        .text("InvoiceCountryCode", 2).readOnly.optional, .text("InvoiceCurrencyCode").readOnly.optional,
        .text("DeliveryCustomerName", 50).optional, .text("DeliveryAddress1", 50).optional,
        .text("DeliveryAddress2", 50).optional, .text("DeliveryPostalCode", 10).optional,
        .text("DeliveryCity", 50).optional, .text("DeliveryCountryCode", 2).optional,
        .text("DeliveryMethodName", 50).optional, .text("DeliveryTermName", 50).optional,
        .id("TermsOfPaymentId").optional, .text("DeliveryMethodCode", 20).optional,
        .text("DeliveryTermCode", 20).optional, .flag("EuThirdParty").required,
        .flag("CustomerIsPrivatePerson").readOnly, .flag("ReverseChargeOnConstructionServices").readOnly,
        .list("SalesDocumentAttachments").readOnly.optional, .list("MessageThreads").readOnly.optional,
        .list("Notes").readOnly.optional, .date("InvoiceDate").optional, .date("DueDate").optional,
        .date("DeliveryDate").optional, .decimal("TotalAmount").readOnly, .decimal("TotalVatAmount").readOnly,
        .decimal("TotalRoundings").readOnly, .decimal("TotalAmountBaseCurrency").readOnly,
        .decimal("TotalVatAmountBaseCurrency").readOnly, .text("CustomerNumber", 16).readOnly.optional,
        .text("CustomerName").readOnly.optional, .flag("IncludesVat").readOnly, .flag("ReplaceUnitPriceWhenZero"),
        .flag("UsesGreenTechnology"), .object("ContributionMargin"), .flag("IsDirectDebit").optional,
        .id("BackgroundId").optional,
    ])

    /// A row of a draft.
    static let draftRow = Schema([
        .id("Id").readOnly, .whole("LineNumber", 0...1000).optional, .id("ArticleId").optional,
        .flag("IsServiceArticle").readOnly, .id("UnitId").readOnly.optional, .text("ArticleNumber").optional,
        .flag("IsTextRow").required, .text("Text", 2000).optional, .decimal("UnitPrice", 4),
        .flag("IsDiscountInFixedAmount").readOnly, .decimal("DiscountFixedAmount", 2).readOnly.optional,
        .decimal("DiscountPercentage", 4, within: 0...1), .decimal("Quantity", 2),
        .choice("WorkCostType", workTypes), .flag("IsWorkCost"), .decimal("WorkHours").optional,
        .decimal("MaterialCosts").optional, .flag("ReversedConstructionServicesVatFree").required,
        .id("CostCenterItemId1").optional, .id("CostCenterItemId2").optional, .id("CostCenterItemId3").optional,
        .text("UnitAbbreviation").optional, .text("UnitAbbreviationEnglish").optional,
        .text("VatRateId").readOnly.optional, .decimal("VatRate").readOnly.optional, .text("UnitName").optional,
        .id("ProjectId").optional, .whole("GreenTechnologyType", 0...3), .object("ContributionMargin"),
        .decimal("PurchasePrice").readOnly, .decimal("Amount", 2).readOnly, .decimal("FreightCosts").readOnly,
    ])
}
