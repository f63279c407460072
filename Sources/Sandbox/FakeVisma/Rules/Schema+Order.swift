extension Schema {
    /// A sales order.
    static let order = Schema([
        .id("Id").readOnly, .decimal("Amount", 2), .id("CustomerId").required, .text("CurrencyCode", 3).required,
        .date("CreatedUtc").readOnly, .decimal("VatAmount", 2), .decimal("RoundingsAmount", 2),
        .decimal("DeliveredAmount", 2), .decimal("DeliveredVatAmount", 2), .decimal("DeliveredRoundingsAmount", 2),
        .text("DeliveryCustomerName", 100).optional, .text("DeliveryAddress1", 50).optional,
        .text("DeliveryAddress2", 50).optional, .text("DeliveryPostalCode", 10).optional,
        .text("DeliveryCity", 50).optional, .text("DeliveryCountryCode", 2).optional,
        .text("YourReference", 100).optional, .text("OurReference", 100).optional,
        .text("BuyersOrderReference", 35).optional, .text("InvoiceAddress1", 50).optional,
        .text("InvoiceAddress2", 50).optional, .text("InvoiceCity").optional,
        .text("InvoiceCountryCode", 2).optional, .text("InvoiceCustomerName", 50).optional,
        .text("CustomerNumber").readOnly.optional, .text("CustomerName").readOnly.optional,
        .text("InvoicePostalCode", 10).optional, .text("DeliveryMethodName", 50).optional,
        .text("DeliveryMethodCode", 20).optional, .text("DeliveryTermName", 50).optional,
        .id("DeliveryTermId").readOnly.optional, .id("DeliveryMethodId").readOnly.optional,
        .text("DeliveryTermCode", 20).optional, .id("TermsOfPaymentId").optional, .flag("EuThirdParty").required,
        .flag("CustomerIsPrivatePerson").readOnly, .flag("IncludesVat").readOnly, .date("OrderDate").required,
        .whole("Status", 1...4).required, .whole("Number").readOnly.optional,
        .date("ModifiedUtc").readOnly.optional, .date("DeliveryDate").optional, .decimal("HouseWorkAmount"),
        .flag("HouseWorkAutomaticDistribution"), .text("HouseWorkCorporateIdentityNumber", 20).optional,
        .text("HouseWorkPropertyName", 100).optional, .list("SalesDocumentAttachments").readOnly.optional,
        .list("MessageThreads").readOnly.optional, .list("Notes").readOnly.optional,
        .list("Rows", of: .orderRow).optional, .date("ShippedDateTime").optional,
        .whole("RotReducedInvoicingType", 0...2).required, .decimal("MaxAllowedTaxReductionAmount").readOnly,
        .decimal("RotReducedInvoicingPercent", 4).readOnly, .whole("RotPropertyType", 1...2).optional,
        .list("Persons", of: .person).optional, .flag("ReverseChargeOnConstructionServices").required,
        .flag("UsesGreenTechnology"), .flag("IsNotDelivered").readOnly, .object("ContributionMargin"),
        .id("CreatedFromQuoteId").readOnly.optional, .id("BackgroundId").readOnly.optional,
    ])

    /// A row of a sales order.
    static let orderRow = Schema([
        .id("Id").readOnly, .whole("LineNumber", 0...1000).required, .decimal("DeliveredQuantity", 2),
        .id("ArticleId").optional, .flag("IsServiceArticle").readOnly, .id("UnitId").readOnly.optional,
        .text("ArticleNumber", 40).optional, .flag("IsTextRow").required, .text("Text", 2000).optional,
        .decimal("UnitPrice", 4), .decimal("Amount", 2), .flag("IsDiscountInFixedAmount").readOnly,
        .decimal("DiscountFixedAmount", 2).readOnly.optional, .decimal("DiscountPercentage", 4, within: 0...1),
        .decimal("Quantity", 4), .choice("WorkCostType", workTypes), .flag("IsWorkCost").required,
        .decimal("WorkHours").optional, .decimal("MaterialCosts").optional,
        .flag("EligibleForReverseChargeOnVat").required, .decimal("VatRate").readOnly.optional,
        .id("CostCenterItemId1").optional, .id("CostCenterItemId2").optional, .id("CostCenterItemId3").optional,
        .id("ProjectId").optional, .whole("GreenTechnologyType", 0...3), .object("ContributionMargin"),
        .decimal("PurchasePrice").readOnly, .decimal("FreightCosts").readOnly,
    ])

    /// A person whose tax is reduced.
    static let person = Schema([
        .id("Id").readOnly, .text("Ssn", 50).optional, .decimal("Amount"),
    ])
}
