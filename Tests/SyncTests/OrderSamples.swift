import EAccounting
import Foundation
import OutSmart
import RemoteAPI

@testable import Sync

extension EAccountingClient.Order {
    /// An ongoing order with an address of each kind, and no rows.
    static func sample(_ change: (inout Self) -> Void = { _ in }) throws -> Self {
        var order: Self = try record(
            """
            {"Id": "0a1b2c3d-0000-4000-8000-000000000000", "Number": 1042, "Status": 2, "CustomerId": "c1",
             "CustomerNumber": "00042", "CustomerName": "Åkessons Rör AB", "OrderDate": "2026-01-05T00:00:00Z",
             "DeliveryDate": "2026-01-19", "YourReference": "Åsa", "InvoiceCustomerName": "Åkessons Ekonomi",
             "InvoiceAddress1": "Box 7", "InvoiceAddress2": "FE 12", "InvoicePostalCode": "111 11",
             "InvoiceCity": "Malmö", "DeliveryCustomerName": "Brf Utsikten", "DeliveryAddress1": "Storgatan 1",
             "DeliveryPostalCode": "115 42", "DeliveryCity": "Lund", "IncludesVat": false,
             "ModifiedUtc": "2026-01-15T08:00:00Z", "Rows": [], "Unknown": {"to": "us"}}
            """
        )
        change(&order)
        return order
    }

    /// The same with these rows.
    static func sample(rows: String, includesVat: Bool = false) throws -> Self {
        let rows: [Row] = try record("[\(rows)]")
        return try sample { order in
            order.rows = rows
            order.includesVat = includesVat
        }
    }
}

extension EAccountingClient.Customer {
    /// The customer of the order.
    static func sample(_ change: (inout Self) -> Void = { _ in }) throws -> Self {
        var customer: Self = try record(
            """
            {"Id": "c1", "CustomerNumber": "00042", "Name": "Åkessons Rör AB", "InvoiceAddress1": "Hamngatan 9",
             "InvoicePostalCode": "222 22", "InvoiceCity": "Ystad", "ContactPersonName": "Örjan",
             "Telephone": "040-1", "MobilePhone": "070-2", "EmailAddress": "a@example.se"}
            """
        )
        change(&customer)
        return customer
    }
}

extension OrderContext {
    /// What is known beside the order: its customer, and units of pieces (`st`) and hours (`tim`).
    static func sample(customer: EAccountingClient.Customer?) throws -> OrderContext {
        let units: [EAccountingClient.Unit] = try record(
            #"[{"Id": "st", "Abbreviation": "st"}, {"Id": "tim", "Abbreviation": "tim"}, {"Id": "par", "Name": "Par"}]"#
        )
        return OrderContext(customer: customer, projectNumber: "P-1", units: HourUnits(units, named: ["tim"]))
    }
}
