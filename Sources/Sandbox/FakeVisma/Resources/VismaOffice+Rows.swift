import Foundation

extension VismaOffice {
    /// The customer of a document and the terms of the sale.
    func sale(of document: JSONObject, isPrivate: Bool? = nil) throws(VismaError) -> Sale {
        let customer = try existing(document.text("CustomerId"), in: .customers)
        let isPrivate = isPrivate ?? (customer["IsPrivatePerson"] == true)
        return Sale(
            customer: customer,
            currency: document["CurrencyCode"]?.string ?? customer.text("CurrencyCode"),
            includesVAT: isPrivate && settings["ShowPricesExclVatPC"] == false
        )
    }

    /// Checks the rows of an order or a draft and fills in what comes from articles.
    ///
    /// - Parameters:
    ///   - rows: Rows that fit their schema.
    ///   - sale: The terms of the sale.
    ///   - reverseFlag: The member that says that the buyer pays the VAT.
    ///   - replacesZeroPrices: Whether a price of zero becomes the article's.
    /// - Returns: The rows as they are stored.
    /// - Throws: ``VismaError``.
    func complete(
        _ rows: [JSON],
        _ sale: Sale,
        reverseFlag: String,
        replacesZeroPrices: Bool
    ) throws(VismaError) -> [JSONObject] {
        guard rows.count <= 1000 else { throw .invalid("Rows", "A document has at most 1000 rows.") }
        var completed: [JSONObject] = []
        for (index, row) in rows.enumerated() {
            var row = row.object ?? [:]
            row["Id"] = newID()
            try checkProject(of: row)
            if row["IsTextRow"] == true {
                try completeText(&row, index)
            } else {
                if replacesZeroPrices, row["UnitPrice"]?.decimal == 0 { row["UnitPrice"] = nil }
                try complete(&row, index, sale, isReversed: row[reverseFlag] == true)
            }
            completed.append(row)
        }
        return completed
    }

    private func completeText(_ row: inout JSONObject, _ index: Int) throws(VismaError) {
        if row.text("Text").isEmpty { throw .invalid("Rows[\(index)].Text", "A text row needs a text.") }
        for name in ["UnitPrice", "Quantity", "DiscountPercentage", "Amount", "DeliveredQuantity"]
        where row[name] != nil {
            row[name] = 0
        }
        row["ArticleId"] = .null
        row["ArticleNumber"] = .null
    }

    private func complete(
        _ row: inout JSONObject,
        _ index: Int,
        _ sale: Sale,
        isReversed: Bool
    ) throws(VismaError) {
        guard let articleID = row["ArticleId"]?.string else {
            throw .invalid("Rows[\(index)].ArticleId", "A row that is no text row needs an article.")
        }
        let article = try existing(articleID, in: .articles)
        let coding = try existing(article.text("CodingId"), in: .codings)
        guard coding[sale.account(isReversed: isReversed)]?.int != nil else {
            throw VismaError(
                code: 4024,
                "The sales account number is missing on the coding of article \(article.text("Number"))."
            )
        }
        let price = row["UnitPrice"]?.decimal ?? article["NetPrice"]?.decimal ?? 0
        guard price.rounded(sale.priceDecimals) == price else {
            throw .invalid("Rows[\(index)].UnitPrice", "The field UnitPrice takes \(sale.priceDecimals) decimals.")
        }
        row["UnitPrice"] = .decimal(price)
        row["ArticleNumber"] = article["Number"]
        row["IsServiceArticle"] = article["IsServiceArticle"]
        row["UnitId"] = article["UnitId"]
        row["VatRate"] = .decimal(sale.rate(coding, isReversed: isReversed))
        row["PurchasePrice"] = article["PurchasePrice"]
        if row["UnitName"] != nil {
            row["VatRateId"] = coding["Id"]
            row["UnitName"] = article["UnitName"]
            row["UnitAbbreviation"] = article["UnitAbbreviation"]
            row["UnitAbbreviationEnglish"] = record(article.text("UnitId"), in: .units)?["AbbreviationEnglish"]
        }
        if row.text("Text").isEmpty { row["Text"] = article["Name"] }
        row["Amount"] = .decimal(Sale.amount(of: row))
    }

    private func checkProject(of row: JSONObject) throws(VismaError) {
        if let project = row["ProjectId"]?.string, try existing(project, in: .projects)["Status"] == 2 {
            throw VismaError(code: 5005, "The project has ended.")
        }
        for name in ["CostCenterItemId1", "CostCenterItemId2", "CostCenterItemId3"] {
            if let item = row[name]?.string { throw .notFound("cost center item", item) }
        }
    }

    /// Checks the date on which something is booked.
    func checkBookingDate(_ date: String, of customer: JSONObject) throws(VismaError) {
        let day = String(date.prefix(10))
        if day > today.iso, customer["IsFutureInvoiceDateAllowed"] != true {
            throw VismaError(code: 4023, "A future date is not allowed.")
        }
        guard
            let year = rows(.fiscalYears).all.map(\.row.object).first(where: {
                $0.text("StartDate").prefix(10) <= day && day <= $0.text("EndDate").prefix(10)
            })
        else { throw VismaError(code: 3001, "There is no fiscal year for the date \(day).") }
        if year["IsLockedForAccounting"] == true { throw VismaError(code: 4038, "The fiscal year is locked.") }
        if day <= settings.text("AccountingLockedTo").prefix(10) {
            throw VismaError(code: 4026, "The date \(day) is in a locked period.")
        }
    }
}
