import Foundation
import MicroHTTP

extension VismaOffice {
    mutating func createOrder(_ call: VismaCall) throws(VismaError) -> Response {
        var order = try completedOrder(call.body())
        order["Id"] = newID()
        order["CreatedUtc"] = stamp
        numberIfNeeded(&order)
        store(order, in: .orders, posted: true)
        return .json(.object(order), status: 201)
    }

    /// An order as it would be created from a body, without identifier and number.
    func completedOrder(_ body: JSONObject) throws(VismaError) -> JSONObject {
        var order = try Schema.order.admit(body)
        guard order["Status"] != 4 else { throw .invalid("Status", "An order cannot be created as invoiced.") }
        try complete(&order)
        return order
    }

    mutating func replaceOrder(_ call: VismaCall) throws(VismaError) -> Response {
        let existing = try existing(call.id, in: .orders)
        var order = try Schema.order.admit(call.body(), replacing: existing)
        let (before, after) = (existing["Status"]?.int ?? 1, order["Status"]?.int ?? 1)
        guard before != 4 else { throw .invalid("Status", "An invoiced order cannot be changed.") }
        guard after != 4, after >= before else {
            throw .invalid("Status", "The status cannot change from \(before) to \(after).")
        }
        try complete(&order)
        numberIfNeeded(&order)
        store(order, in: .orders)
        return .json(.object(order))
    }

    mutating func deleteOrder(_ call: VismaCall) throws(VismaError) -> Response {
        let order = try existing(call.id, in: .orders)
        guard let status = order["Status"]?.int, status < 3 else {
            throw VismaError(code: 4001, "A shipped or invoiced order cannot be deleted.")
        }
        books.remove(call.id, from: table(VismaResource.orders.name))
        return Response(status: 200)
    }

    /// Moves an order from one status to the next by one of the routes that are named after it.
    mutating func moveOrder(_ call: VismaCall, from: Int, to: Int) throws(VismaError) -> Response {
        var order = try existing(call.id, in: .orders)
        guard order["Status"]?.int == from else {
            throw VismaError(code: 4002, "The order's status does not allow this.")
        }
        order["Status"] = .int(to)
        if to == 3 {
            order["ShippedDateTime"] = .string(Stamp.text(today))
            order["Rows"] = .array(
                (order["Rows"]?.array ?? []).map { row in
                    guard var row = row.object else { return row }
                    row["DeliveredQuantity"] = .decimal((row["Quantity"]?.decimal ?? 0).rounded(2))
                    return .object(row)
                }
            )
        } else {
            order["ShippedDateTime"] = .null
        }
        order["ModifiedUtc"] = stamp
        numberIfNeeded(&order)
        store(order, in: .orders)
        return .json(.object(order))
    }

    /// Only a draft has no number.
    private mutating func numberIfNeeded(_ order: inout JSONObject) {
        guard order["Status"] != 1, order["Number"]?.int == nil else { return }
        order["Number"] = .int(takeNumber("NextOrderNumber"))
    }

    private func complete(_ order: inout JSONObject) throws(VismaError) {
        guard Country.currencies.contains(order.text("CurrencyCode")) else {
            throw .invalid("CurrencyCode", "The currency code is not valid.")
        }
        if order["Status"] == 3, order["ShippedDateTime"]?.string == nil {
            throw .invalid("ShippedDateTime", "A shipped order needs the date of its shipment.")
        }
        let sale = try sale(of: order)
        let customer = sale.customer
        let isReversed = order["ReverseChargeOnConstructionServices"] == true
        if isReversed, customer["ReverseChargeOnConstructionServices"] != true || customer.text("VatNumber").isEmpty {
            throw .invalid("ReverseChargeOnConstructionServices", "The customer does not take over the VAT.")
        }
        let sorted = (order["Rows"]?.array ?? []).sorted {
            ($0.object?["LineNumber"]?.int ?? 0) < ($1.object?["LineNumber"]?.int ?? 0)
        }
        let rows = try complete(sorted, sale, reverseFlag: "EligibleForReverseChargeOnVat", replacesZeroPrices: false)
        let totals = sale.totals(rows, roundsToKronor: settings["DomesticCurrencyRounding"] == 1)
        guard totals.total >= 0 else { throw .invalid("Rows", "The total of an order must be positive.") }
        order["Rows"] = .array(rows.map(JSON.object))
        order["Amount"] = .decimal(totals.total)
        order["VatAmount"] = .decimal(totals.vat)
        order["RoundingsAmount"] = .decimal(totals.rounding)
        order["CustomerNumber"] = customer["CustomerNumber"]
        order["CustomerName"] = customer["Name"]
        order["CustomerIsPrivatePerson"] = customer["IsPrivatePerson"]
        order["IncludesVat"] = .bool(sale.includesVAT)
        if order["TermsOfPaymentId"]?.isNull ?? true { order["TermsOfPaymentId"] = customer["TermsOfPaymentId"] }
        if order["InvoiceCustomerName"]?.isNull ?? true { order["InvoiceCustomerName"] = customer["Name"] }
        for name in ["InvoiceAddress1", "InvoiceAddress2", "InvoicePostalCode", "InvoiceCity", "InvoiceCountryCode"]
        where order[name]?.isNull ?? true { order[name] = customer[name] }
        order["ModifiedUtc"] = stamp
    }
}
