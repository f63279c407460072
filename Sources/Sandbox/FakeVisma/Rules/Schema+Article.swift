extension Schema {
    /// An article.
    static let article = Schema([
        .id("Id").readOnly, .flag("IsActive").required, .text("Number", 40).required, .text("Name", 50).required,
        .text("NameEnglish", 50).optional, .decimal("NetPrice", 2, within: 0...99_000_000),
        .decimal("NetPriceWithDiscount", 2, within: 0...99_000_000),
        .decimal("GrossPrice", 2, within: 0...99_000_000), .id("CodingId").required,
        .text("CodingName").readOnly.optional, .id("UnitId").required, .text("UnitName").readOnly.optional,
        .text("UnitAbbreviation").readOnly.optional,
        .decimal("StockBalance", 2, within: -1_000_000_000_000_000...1_000_000_000_000_000),
        .date("StockBalanceManuallyChangedUtc").readOnly.optional, .decimal("StockBalanceReserved").readOnly,
        .decimal("StockBalanceAvailable").readOnly, .date("CreatedUtc").readOnly, .date("ChangedUtc").readOnly,
        .choice("HouseWorkType", workTypes).optional, .decimal("PurchasePrice", 2, within: 0...99_000_000),
        .date("PurchasePriceManuallyChangedUtc").readOnly.optional, .flag("SendToWebshop"), .flag("UsesMoss"),
        .list("ArticleLabels").optional, .list("MessageThreads").readOnly.optional,
        .list("Notes").readOnly.optional, .text("Note", 4000).optional, .flag("IsStock"),
        .flag("ShowStockInformation").readOnly, .flag("IsServiceArticle").readOnly,
        .text("StockLocationReference").optional, .decimal("FreightCosts", within: 0...99_000_000),
        .date("FreightCostsManuallyChangedUtc").readOnly.optional, .flag("UpdateStockPrices"),
        .list("Barcodes", of: .barcode).optional, .decimal("StockValue").readOnly,
        .whole("GreenTechnologyType", 0...3).optional, .decimal("DiscountPercentage"),
        .text("CurrencyCode", 3).optional, .decimal("PurchasePriceWithCurrency"),
        .decimal("FreightCostWithCurrency"), .decimal("OrderingPoint").optional, .id("SupplierId").optional,
        .text("SupplierArticleNumber", 16).optional,
    ])

    /// A barcode of an article.
    static let barcode = Schema([
        .text("Barcode").optional, .whole("BarcodeType", 0...0),
    ])
}

/// The kinds of work that tax is reduced for.
let workTypes: Set<Int> = [
    0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 13, 14, 15, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
]
