extension SampleCompany {
    /// Rows that follow from their index, all alike but for number and name.
    func addBulk(customers: Int, articles: Int, to books: inout Books) {
        let prefix = id("bulk", "rows").text.prefix(18)
        let customerRows = MadeRows(
            count: customers,
            template: customer(0),
            identifierPrefix: "\(prefix)-8001-",
            varying: [
                "CustomerNumber": { .string(String(100_001 + $0)) },
                "Name": { .string("Kund \($0 + 1) i \(SampleNames.cities.cycled($0).1) AB") },
                "InvoiceAddress1": { .string("\(SampleNames.streets.cycled($0)) \($0 % 200 + 1)") },
                "EmailAddress": { .string("kund\($0 + 1)@example.se") },
            ]
        )
        books.set(Table(made: customerRows), as: .visma(company.id, VismaResource.customers.name))
        let articleRows = MadeRows(
            count: articles,
            template: article(1),
            identifierPrefix: "\(prefix)-8002-",
            varying: [
                "Number": { .string(padded($0 + 1, 7)) },
                "Name": { .string("\(SampleNames.products.cycled($0)) modell \($0 + 1)") },
                "NetPrice": { .number("\($0 % 5_000 + 1).\(padded($0 % 100, 2))") },
            ]
        )
        books.set(Table(made: articleRows), as: .visma(company.id, VismaResource.articles.name))
    }
}
