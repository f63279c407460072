import Foundation
package import Sandbox

/// The fifteen columns that the connector fills at OutSmart, empty ones as empty texts.
package typealias Relation = [String: String]

extension Bench {
    /// The identifier of the customer that ``addCustomers(_:company:)`` makes of an index.
    package static func customerID(_ index: Int) -> String {
        "00000000-0000-4000-8000-" + String(100_000_000_000 + index)
    }

    /// The number of that customer.
    package static func customerNumber(_ index: Int) -> String { "K\(1000 + index)" }

    /// Adds complete, active customers at Visma.
    package func addCustomers(_ indices: some Sequence<Int>, company: String = "eriksson") throws {
        for index in indices {
            try editCustomer(
                index,
                [
                    "CustomerNumber": .string(Self.customerNumber(index)), "Name": .string("Kund \(index) Åström"),
                    "InvoiceAddress1": .string("Storgatan \(index)"), "InvoicePostalCode": "115 42",
                    "InvoiceCity": "Stockholm", "InvoiceCountryCode": "SE", "IsActive": true,
                ],
                company: company
            )
        }
    }

    /// Changes a customer at Visma.
    package func editCustomer(_ index: Int, _ patch: JSONObject, company: String = "eriksson") throws {
        try sandbox.edit(.vismaTable("customers", company: company), Self.customerID(index), patch)
    }

    /// Deletes customers at Visma.
    package func deleteCustomers(_ indices: some Sequence<Int>) throws {
        for index in indices { try sandbox.delete(.vismaTable("customers"), Self.customerID(index)) }
    }

    /// What OutSmart holds, by debtor number.
    package func relations(_ account: String = "eriksson") -> [String: Relation] {
        var relations: [String: Relation] = [:]
        for row in sandbox.outSmartRows("relations", account: account) {
            let columns = Self.columns.map { ($0, row.text($0)) }
            relations[row.text("debtor_number")] = Dictionary(columns) { $1 }
        }
        return relations
    }

    /// How often each relation was taken in by OutSmart, by debtor number.
    package func posts(_ account: String = "eriksson") -> [String: Int] {
        sandbox.posts(.outSmartTable("relations", account: account))
    }

    /// How often Visma's or OutSmart's list was asked for, or rows were handed to it.
    package var traffic: Traffic {
        let calls = sandbox.calls
        return Traffic(
            customerPages: calls.count("GET", "/v2/customers"),
            batches: calls.count("POST", "/openapi/8/relations"),
            questions: calls.count("GET", "/openapi/8/relations")
        )
    }

    package struct Traffic: Hashable, Sendable {
        package var customerPages: Int
        package var batches: Int
        package var questions: Int

        package init(customerPages: Int, batches: Int, questions: Int) {
            self.customerPages = customerPages
            self.batches = batches
            self.questions = questions
        }

        package static func - (now: Traffic, before: Traffic) -> Traffic {
            Traffic(
                customerPages: now.customerPages - before.customerPages,
                batches: now.batches - before.batches,
                questions: now.questions - before.questions
            )
        }
    }

    private static let columns = [
        "debtor_number", "external_id", "name", "street", "postal_code", "city", "country", "contact", "phone_number",
        "mobile", "email", "vat_number", "kvk_number", "remark", "active",
    ]

    /// What OutSmart is to hold of a customer: BEHAVIOUR's table, read a second time.
    package static func relation(of customer: JSONObject) -> Relation {
        func text(_ name: String) -> String {
            customer.text(name).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        func required(_ value: String) -> String { value.isEmpty ? "-" : value }
        let street = "\(text("InvoiceAddress1")) \(text("InvoiceAddress2"))".trimmingCharacters(in: .whitespaces)
        return [
            "debtor_number": text("CustomerNumber"), "external_id": customer.text("Id"),
            "name": required(text("Name")), "street": required(street),
            "postal_code": required(text("InvoicePostalCode")), "city": required(text("InvoiceCity")),
            "country": text("InvoiceCountryCode"), "contact": text("ContactPersonName"),
            "phone_number": text("Telephone"), "mobile": text("MobilePhone"), "email": text("EmailAddress"),
            "vat_number": text("VatNumber"), "kvk_number": text("CorporateIdentityNumber"), "remark": text("Note"),
            "active": customer["IsActive"] == false ? "0" : "1",
        ]
    }
}
