package import Sandbox

extension Bench {
    /// The identifier of the order that ``addOrder(_:rows:_:)`` makes of an index.
    package static func orderID(_ index: Int) -> String { "\(10_000_000 + index)-0000-4000-8003-000000000000" }

    /// The number of that order.
    package static func orderNumber(_ index: Int) -> Int { 1000 + index }

    /// The number of the work order that it becomes.
    package static func workOrderNumber(_ index: Int) -> String { "V\(orderNumber(index))" }

    /// Adds an ongoing order of customer 1 at Visma, as Visma itself would take it.
    ///
    /// - Parameters:
    ///   - index: The order.
    ///   - rows: Its rows; by default one of article 1.
    ///   - patch: What is to be different.
    /// - Throws: Whatever keeps the books from being written.
    package func addOrder(_ index: Int, rows: [JSON]? = nil, _ patch: JSONObject = [:]) throws {
        try editOrder(
            index,
            [
                "Number": .int(Self.orderNumber(index)), "Status": 2, "CustomerId": .string(Self.customerID(1)),
                "CustomerNumber": .string(Self.customerNumber(1)), "CustomerName": "Kund 1 Åström",
                "CurrencyCode": "SEK", "OrderDate": "2026-01-05T00:00:00Z", "InvoiceCustomerName": "Kund 1 Åström",
                "InvoiceAddress1": "Storgatan 1", "InvoicePostalCode": "115 42", "InvoiceCity": "Stockholm",
                "RotReducedInvoicingType": 0, "EuThirdParty": false,
                "Rows": .array(rows ?? [orderRow(article: 1)]),
            ]
        )
        try editOrder(index, patch)
    }

    /// Changes an order at Visma.
    package func editOrder(_ index: Int, _ patch: JSONObject) throws {
        try sandbox.edit(.vismaTable("orders"), Self.orderID(index), patch)
    }

    /// An order as Visma holds it.
    package func order(_ index: Int) -> JSONObject {
        sandbox.vismaRows("orders").first { $0.text("Id") == Self.orderID(index) } ?? [:]
    }

    /// A row of an article, as ``addArticles(_:unit:)`` made it.
    package func orderRow(
        article: Int,
        quantity: String = "2",
        price: String = "10",
        unit: String = "st",
        _ patch: JSONObject = [:]
    ) -> JSON {
        var row: JSONObject = [
            "Id": .string(Self.articleID(article)), "LineNumber": 0, "IsTextRow": false,
            "ArticleId": .string(Self.articleID(article)), "ArticleNumber": .string(Self.articleNumber(article)),
            "Text": .string("Artikel \(article) Ö"), "UnitId": self.unit(unit)["Id"] ?? nil,
            "Quantity": .number(quantity), "UnitPrice": .number(price), "DiscountPercentage": 0,
            "VatRate": .number("0.25"), "IsWorkCost": false, "EligibleForReverseChargeOnVat": false,
        ]
        for (name, value) in patch { row[name] = value }
        return .object(row)
    }

    /// A row of text.
    package static func textRow(_ text: String) -> JSON {
        [
            "Id": "00000000-0000-4000-8004-000000000000", "LineNumber": 0, "IsTextRow": true, "Text": .string(text),
            "Quantity": 0, "UnitPrice": 0, "DiscountPercentage": 0, "IsWorkCost": false,
            "EligibleForReverseChargeOnVat": false,
        ]
    }

    /// The work orders that OutSmart holds, oldest first.
    package func workOrders(_ account: String = "eriksson") -> [JSONObject] {
        sandbox.outSmartRows("workorders", account: account)
    }

    /// Their numbers, each as often as it is there.
    package var workOrderNumbers: [String] { workOrders().map { $0.text("WorkorderNo") }.sorted() }
}
