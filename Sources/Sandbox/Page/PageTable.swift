/// How a table is shown: its title, and the members that matter most.
struct PageTable: Sendable {
    let side: String
    let name: String
    let title: String
    let columns: [String]
    /// Members that the list has no room for, and that can be edited.
    let more: [String]

    private init(_ side: String, _ name: String, _ title: String, _ columns: String, more: String = "") {
        self.more = more.split(separator: " ").map(String.init)
        self.side = side
        self.name = name
        self.title = title
        self.columns = columns.split(separator: " ").map(String.init)
    }

    /// Members that follow from others, or are stamped, and cannot be edited on the page.
    static let fixed: Set<String> = [
        "Id", "id", "ChangedUtc", "CreatedUtc", "ModifiedUtc", "CustomerName", "UnitName", "UnitAbbreviation",
        "CodingName",
        "InvoiceNumber",
    ]

    static let all: [PageTable] = [
        PageTable(
            "visma",
            "customers",
            "Customers",
            """
            CustomerNumber Name InvoiceAddress1 InvoicePostalCode InvoiceCity InvoiceCountryCode EmailAddress Telephone \
            VatNumber IsActive ChangedUtc
            """
        ),
        PageTable("visma", "articles", "Articles", "Number Name NetPrice UnitName CodingName IsActive ChangedUtc"),
        PageTable("visma", "projects", "Projects", "Number Name CustomerName Status StartDate EndDate ModifiedUtc"),
        PageTable(
            "visma",
            "orders",
            "Orders",
            "Number CustomerName OrderDate Status Amount BuyersOrderReference ModifiedUtc"
        ),
        PageTable(
            "visma",
            "customerinvoicedrafts",
            "Invoice drafts",
            "CustomerName InvoiceDate TotalAmount BuyersOrderReference CreatedUtc"
        ),
        PageTable(
            "visma",
            "customerinvoices",
            "Invoices",
            "InvoiceNumber CustomerName InvoiceDate TotalAmount RemainingAmount BuyersOrderReference CreatedUtc"
        ),
        PageTable("visma", "salesdocumentattachments", "Attachments", "OriginalFilename DocumentSize CreatedUtc"),
        PageTable(
            "visma",
            "companysettings",
            "Company settings",
            "Name CompanyStatus ActivatedModules AccountingLockedTo"
        ),
        PageTable(
            "outsmart",
            "relations",
            "Relations",
            "debtor_number name street postal_code city country email phone_number active external_id"
        ),
        PageTable("outsmart", "materials", "Materials", "code description price unit barcode note"),
        PageTable("outsmart", "hourtypes", "Hour types", "code name sale_price sale_booking active"),
        PageTable("outsmart", "projects", "Projects", "code name debtor_number status date_start date_end active"),
        PageTable(
            "outsmart",
            "workorders",
            "Work orders",
            "OrderNr WorkorderNo WorkDate CustomerName CustomerDebtorNr ProjectNr status WorkStatus WorkDescription",
            more: """
                WorkEndDate CustomerStreet CustomerZIP CustomerCity CustomerNameInvoice CustomerDebtorNrInvoice \
                CustomerStreetInvoice CustomerZIPInvoice CustomerCityInvoice
                """
        ),
        PageTable("outsmart", "workstatusses", "Work statuses", "sta_code sta_name"),
    ]

    /// Members with a few values that many records share: the list offers each with one click.
    var facets: [String] { columns.filter { ["status", "WorkStatus", "Status"].contains($0) } }

    func name(of owner: String) -> TableName { side == "visma" ? .visma(owner, name) : .outSmart(owner, name) }

    func path(of owner: String) -> String { "/tables/\(side)/\(owner)/\(name)" }
}
