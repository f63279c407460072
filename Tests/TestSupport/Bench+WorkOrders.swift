package import Domain
import Foundation
import Persistence
package import Sandbox

// Completed work orders at OutSmart, and what Visma has for them.

extension Bench {
    /// The row id of the work order that ``addWorkOrder(_:_:company:)`` makes of an index.
    package static func rowID(_ index: Int) -> String { String(500_000 + index) }

    /// The number of that work order.
    package static func completedNumber(_ index: Int) -> String { "2026-\(index)" }

    /// The reference that its document bears.
    package static func reference(_ index: Int) -> String { "WO-2026-\(index)" }

    /// Adds a complete customer, an article of goods (`A1`, 100.00 each) and one of hours (`ARB`, 850.00 an hour).
    package func addTrade(company: String = "eriksson") throws {
        try addCustomers([0], company: company)
        try editCustomer(
            0,
            ["CurrencyCode": "SEK", "TermsOfPaymentId": termsOfPayment(company), "IsPrivatePerson": false],
            company: company
        )
        try addArticle("A1", "Rör", "100.00", company: company)
        try addArticle("ARB", "Arbete", "850.00", unit: "tim", coding: "Tjänster 25 %", company: company)
    }

    /// Adds an article at Visma, or changes one.
    package func addArticle(
        _ number: String,
        _ name: String,
        _ price: String,
        unit: String = "st",
        coding: String = "Varor 25 %",
        company: String = "eriksson"
    ) throws {
        let units = sandbox.vismaRows("units", company: company)
        let codings = sandbox.vismaRows("articleaccountcodings", company: company)
        let unit = units.first { $0.text("Abbreviation") == unit } ?? [:]
        let coding = codings.first { $0.text("Name") == coding } ?? [:]
        try sandbox.edit(
            .vismaTable("articles", company: company),
            Self.articleID(number),
            [
                "Number": .string(number), "Name": .string(name), "NetPrice": .number(price),
                "UnitId": unit["Id"] ?? nil, "UnitName": unit["Name"] ?? nil,
                "UnitAbbreviation": unit["Abbreviation"] ?? nil, "CodingId": coding["Id"] ?? nil, "IsActive": true,
            ]
        )
    }

    /// The identifier of the article that ``addArticle(_:_:_:unit:coding:company:)`` makes of a number.
    package static func articleID(_ number: String) -> String {
        let digits = number.utf8.map { String(Int($0) + 100) }.joined()
        return "10000000-0000-4000-8000-" + String((digits + "000000000000").prefix(12))
    }

    private func termsOfPayment(_ company: String) -> JSON {
        sandbox.vismaRows("companysettings", company: company).first?["TermsOfPaymentId"] ?? nil
    }

    /// Adds a completed work order: two of `A1` and an hour of `ARB` for the first customer.
    package func addWorkOrder(
        _ index: Int,
        _ patch: JSONObject = [:],
        company: String = "eriksson"
    ) throws {
        try editWorkOrder(index, Self.workOrder(index), company: company)
        if patch.count > 0 { try editWorkOrder(index, patch, company: company) }
    }

    /// Changes a work order at OutSmart.
    package func editWorkOrder(_ index: Int, _ patch: JSONObject, company: String = "eriksson") throws {
        try sandbox.edit(.outSmartTable("workorders", account: company), Self.rowID(index), patch)
    }

    /// What OutSmart holds of a work order.
    package func workOrder(_ index: Int, company: String = "eriksson") -> JSONObject {
        sandbox.outSmartRows("workorders", account: company).first { $0.text("id") == Self.rowID(index) } ?? [:]
    }

    /// The members of a completed work order.
    package static func workOrder(_ index: Int) -> JSONObject {
        var order: JSONObject = [
            "WorkorderNo": .string("W\(index)"), "OrderNr": .string(completedNumber(index)), "status": "Compleet",
            "WorkDate": "14-01-2026", "WorkEndDate": "14-01-2026", "WorkDescription": "Bytt blandare",
            "TypeOfWork": "Service", "PaymentMethod": "op rekening",
            "Materials": [material()], "Workperiods": [period()],
        ]
        for suffix in ["", "Invoice"] {
            order["CustomerDebtorNr\(suffix)"] = .string(customerNumber(0))
            order["CustomerName\(suffix)"] = "Kund 0 Åström"
            order["CustomerStreet\(suffix)"] = "Storgatan"
            order["CustomerStreetNo\(suffix)"] = "0"
            order["CustomerZIP\(suffix)"] = "115 42"
            order["CustomerCity\(suffix)"] = "Stockholm"
        }
        return order
    }

    /// A material as OutSmart's app writes it; `changes` replace members.
    package static func material(_ code: JSON = "A1", _ changes: JSONObject = [:]) -> JSON {
        var material: JSONObject = [
            "MaterialCode": code, "MaterialNr": "2", "MaterialPrice": "100,00", "MaterialName": "Rör",
            "MaterialUnit": "st",
        ]
        for (name, value) in changes { material[name] = value }
        return .object(material)
    }

    /// A work period of one hour; `changes` replace members.
    package static func period(_ hourType: JSON = "ARB", _ changes: JSONObject = [:]) -> JSON {
        var period: JSONObject = [
            "WorkDate": "14-01-2026", "BeginTime": "08:00", "EndTime": "09:00", "TotalTime": "01:00",
            "HourType": hourType, "EmployeeNr": "101",
        ]
        for (name, value) in changes { period[name] = value }
        return .object(period)
    }
}

extension Bench {
    /// Visma's documents that bear a reference: drafts, orders, and invoices that were made of them.
    package func documents(_ reference: String, company: String = "eriksson") -> [JSONObject] {
        ["customerinvoicedrafts", "orders", "customerinvoices"].flatMap { table in
            sandbox.vismaRows(table, company: company).filter { $0.text("BuyersOrderReference") == reference }
        }
    }

    /// The ledger's entry of a work order.
    package func entry(_ index: Int, of account: Account.ID = "eriksson") async throws -> ExportEntry? {
        try await store.exports(of: account, workOrders: [Self.rowID(index)])[Self.rowID(index)]
    }
}
