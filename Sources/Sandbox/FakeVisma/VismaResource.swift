/// A list of records that Visma's API has.
struct VismaResource: Sendable {
    /// The path, which is also the table's name.
    let name: String
    /// The word for one record in messages.
    let singular: String
    let schema: Schema
    /// The fields that `$filter` is proven to take.
    let filterable: Set<String>

    private init(_ name: String, _ singular: String, _ schema: Schema, filterable: Set<String> = []) {
        self.name = name
        self.singular = singular
        self.schema = schema
        self.filterable = filterable
    }

    static let customers = VismaResource(
        "customers",
        "customer",
        .customer,
        filterable: ["CustomerNumber", "Name", "EmailAddress", "CorporateIdentityNumber", "IsActive", "ChangedUtc"]
    )
    static let articles = VismaResource(
        "articles",
        "article",
        .article,
        filterable: ["Number", "Name", "IsActive", "CreatedUtc", "ChangedUtc"]
    )
    static let projects = VismaResource(
        "projects",
        "project",
        .project,
        filterable: ["Number", "Name", "ModifiedUtc"]
    )
    static let orders = VismaResource(
        "orders",
        "order",
        .order,
        filterable: ["Number", "CustomerNumber", "BuyersOrderReference", "CreatedUtc", "ModifiedUtc", "Rows"]
    )
    static let drafts = VismaResource(
        "customerinvoicedrafts",
        "customer invoice draft",
        .draft,
        filterable: ["CustomerNumber", "BuyersOrderReference", "CreatedUtc", "Rows"]
    )
    static let invoices = VismaResource(
        "customerinvoices",
        "customer invoice",
        .invoice,
        filterable: [
            "InvoiceNumber", "CustomerNumber", "PaymentStatus", "InvoiceDate", "CreatedUtc", "ModifiedUtc",
            "BuyersOrderReference", "Rows",
        ]
    )
    static let attachments = VismaResource("salesdocumentattachments", "attachment", .attachment)
    static let codings = VismaResource(
        "articleaccountcodings",
        "article account coding",
        .coding,
        filterable: ["ChangedUtc"]
    )
    static let units = VismaResource("units", "unit", .unit)
    static let termsOfPayments = VismaResource("termsofpayments", "terms of payment", .termsOfPayment)
    static let vatCodes = VismaResource("vatcodes", "VAT code", .vatCode)
    static let fiscalYears = VismaResource("fiscalyears", "fiscal year", .fiscalYear)

    /// Every list, as the page shows them.
    static let all: [VismaResource] = [
        customers, articles, projects, orders, drafts, invoices, attachments, codings, units, termsOfPayments, vatCodes,
        fiscalYears,
    ]
}
