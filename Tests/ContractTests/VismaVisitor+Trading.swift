import Foundation
import Sandbox
import TestSupport

/// What a company does from the first customer to the paid invoice, with every route that changes something.
extension VismaVisitor {
    func trade() async throws {
        let customer = try await keepCustomers()
        let article = try await keepArticles()
        let project = try await keepProjects(of: customer)
        try await sell(to: customer, rows(article, project, quantity: "0.3333"))
        try await draft(for: customer, rows(article, project, quantity: "2.55"))
    }

    /// A row of text and one of an article, as orders and drafts both take them.
    private func rows(_ article: String, _ project: String, quantity: String) -> JSON {
        let both: JSONObject = [
            "IsTextRow": true, "IsWorkCost": false, "EligibleForReverseChargeOnVat": false,
            "ReversedConstructionServicesVatFree": false, "LineNumber": 1, "Text": "Work order 1",
        ]
        var row = both
        row["IsTextRow"] = false
        row["LineNumber"] = 2
        row["ArticleId"] = .string(article)
        row["ProjectId"] = .string(project)
        row["Quantity"] = .number(quantity)
        row["UnitPrice"] = .number("850.1234")
        row["DiscountPercentage"] = .number("0.1234")
        return [.object(both), .object(row)]
    }

    private func keepCustomers() async throws -> String {
        let body: JSON = [
            "CustomerNumber": "C-1", "Name": "Exempel AB", "IsActive": true, "IsPrivatePerson": false,
            "InvoicePostalCode": "111 22", "InvoiceCity": "Oslo", "InvoiceCountryCode": "NO", "CurrencyCode": "NOK",
            "TermsOfPaymentId": try id(of: "AvailableForSales", true, in: "termsofpayments"),
            "DiscountPercentage": .number("0.1234"), "EmailAddresses": ["a@example.se"],
        ]
        let id = try await make("customers", body)
        // The same number again.
        try await send("POST", "customers", body)
        try await send("PUT", "customers/\(id)", body)
        try await send("PUT", "customers/\(id)", [:])
        var other = body.object ?? [:]
        other["CustomerNumber"] = nil
        let gone = try await make("customers", .object(other))
        other["CustomerNumber"] = "C-1"
        try await send("PUT", "customers/\(gone)", .object(other))
        try await send("DELETE", "customers/\(gone)")
        return id
    }

    private func keepArticles() async throws -> String {
        let body: JSON = [
            "Number": "A-1", "Name": "Arbete", "IsActive": true, "NetPrice": .number("850.10"),
            "CodingId": try id(of: "Name", "Tjänster 25 %", in: "articleaccountcodings"),
            "UnitId": try id(of: "Abbreviation", "tim", in: "units"),
            "Barcodes": [["Barcode": "7310", "BarcodeType": 0]],
        ]
        let id = try await make("articles", body)
        try await send("POST", "articles", body)
        try await send("PUT", "articles/\(id)", body)
        try await send("PUT", "articles/\(sandbox.vismaRows("articles")[0].text("Id"))", body)
        return id
    }

    private func keepProjects(of customer: String) async throws -> String {
        let body: JSON = ["Number": "P-1", "Name": "Takbyte", "Status": 1, "CustomerId": .string(customer)]
        let id = try await make("projects", body)
        try await send("POST", "projects", body)
        try await send("PUT", "projects/\(id)", body)
        try await send("PUT", "projects/\(sandbox.vismaRows("projects")[0].text("Id"))", body)
        return id
    }

    private func sell(to customer: String, _ rows: JSON) async throws {
        var body: JSONObject = [
            "CustomerId": .string(customer), "CurrencyCode": "NOK", "OrderDate": "2026-01-15", "Status": 1,
            "EuThirdParty": false, "RotReducedInvoicingType": 0, "ReverseChargeOnConstructionServices": false,
            "Rows": rows, "Persons": [["Ssn": "19121212-1212", "Amount": .number("50.5")]],
        ]
        let id = try await make("orders", .object(body))
        // Before it is one.
        for step in ["voided", "completed", "convert"] { try await send("POST", "orders/\(id)/\(step)", [:]) }
        for step in ["converteddrafttoorder", "converteddrafttoorder", "completed", "voided"] {
            try await send("POST", "orders/\(id)/\(step)")
        }
        body["Status"] = 2
        try await send("PUT", "orders/\(id)", .object(body))
        try await attach(to: "order", id)
        try await send("POST", "orders/\(id)/convert", [:])
        // An invoiced order is neither changed nor deleted.
        try await send("PUT", "orders/\(id)", .object(body))
        try await send("DELETE", "orders/\(id)")
        try await send("DELETE", "orders/\(try await make("orders", .object(body)))")
        try await send("DELETE", "customers/\(customer)")
    }

    private func draft(for customer: String, _ rows: JSON) async throws {
        let body: JSON = [
            "CustomerId": .string(customer), "EuThirdParty": false, "RotReducedInvoicingType": 0, "Rows": rows,
            "InvoiceDate": "2026-01-15", "BuyersOrderReference": "WO-1",
        ]
        try await send("DELETE", "customerinvoicedrafts/\(try await make("customerinvoicedrafts", body))")
        _ = try await make("customerinvoicedrafts", body)
        let id = try await make("customerinvoicedrafts", body)
        try await send("PUT", "customerinvoicedrafts/\(id)", body)
        try await send("PUT", "customerinvoicedrafts/\(id)", ["CustomerId": "none"])
        try await attach(to: "customerinvoicedraft", id)
        try await send("POST", "customerinvoicedrafts/\(id)/convert", ["TotalAmountInvoiceCurrency": 1])
        let invoice = try await make("customerinvoicedrafts/\(id)/convert", [:])
        try await attach(to: "customerinvoice", invoice)
        for amount in [1, 1_000_000, nil] as [JSON] {
            let payment: JSON = [
                "CompanyBankAccountId": "2f1c9f2e-0c5b-4d6e-9c39-0b8f3a4f1c11", "PaymentCurrency": "NOK",
                "PaymentType": 2, "PaymentAmount": amount,
            ]
            try await send("POST", "customerinvoices/\(invoice)/payments", payment)
            try await send("POST", "customerinvoices/\(Self.nothing)/payments", payment)
        }
    }

    private func attach(to kind: String, _ id: String) async throws {
        let path = "salesdocumentattachments/\(kind)"
        var file: JSONObject = [
            "ContentType": "application/pdf", "FileName": "WO-1.pdf", "DockumentId": .string(id),
            "Data": .string(Data("%PDF-1.4".utf8).base64EncodedString()),
        ]
        let attachment = try await make(path, .object(file))
        try await send("GET", "salesdocumentattachments/\(attachment).pdf")
        try await send("DELETE", "\(path)/\(id)/\(attachment)")
        _ = try await make(path, .object(file))
        file["DockumentId"] = .string(Self.nothing)
        try await send("POST", path, .object(file))
    }
}
