import Foundation
import MicroHTTP

extension VismaOffice {
    /// Lists invoices; `modifiedSinceUtc` leaves out those that did not change since.
    func listInvoices(_ call: VismaCall) throws(VismaError) -> Response {
        guard let since = call.request.query["modifiedSinceUtc"] else { return try list(.invoices, call) }
        guard let moment = Stamp.moment(since) else { throw .badInput("modifiedSinceUtc is not a date.") }
        return try list(.invoices, call, where: .compare(field: "ModifiedUtc", .ge, .date(moment)))
    }

    /// Books a draft, which is then gone.
    mutating func convertDraft(_ call: VismaCall) throws(VismaError) -> Response {
        let check = try call.body()
        var draft = try existing(call.id, in: .drafts)
        let rows = (draft["Rows"]?.array ?? []).compactMap(\.object)
        guard rows.contains(where: { $0["IsTextRow"] == false }) else {
            throw VismaError(code: 4013, "An invoice needs at least one article row.")
        }
        for (sent, own) in [
            ("TotalAmountInvoiceCurrency", "TotalAmount"), ("TotalVatAmountInvoiceCurrency", "TotalVatAmount"),
        ] {
            if let amount = check[sent]?.decimal, amount != draft[own]?.decimal {
                throw .invalid(sent, "The amount is not that of the draft.")
            }
        }
        if call.request.query["keepOriginalDraftDate"] != "true", settings["KeepOriginalDraftDate"] != true {
            draft["InvoiceDate"] = .string(Stamp.text(today))
        }
        let customer = try existing(draft.text("CustomerId"), in: .customers)
        try checkBookingDate(draft.text("InvoiceDate"), of: customer)
        let invoice = book(draft, rows, customer, origin: "CreatedFromDraftId")
        books.remove(call.id, from: table(VismaResource.drafts.name))
        return .json(.object(invoice), status: 201)
    }

    /// Books an order at once.
    mutating func convertOrder(_ call: VismaCall) throws(VismaError) -> Response {
        _ = try call.body()
        var order = try existing(call.id, in: .orders)
        guard order["Status"] == 2 || order["Status"] == 3 else {
            throw VismaError(code: 4002, "The order's status does not allow this.")
        }
        let rows = (order["Rows"]?.array ?? []).compactMap(\.object)
        guard rows.contains(where: { $0["IsTextRow"] == false }) else {
            throw VismaError(code: 4031, "The order has no article rows.")
        }
        let customer = try existing(order.text("CustomerId"), in: .customers)
        var document = order
        document["InvoiceDate"] = .string(Stamp.text(today))
        document["DueDate"] = .string(Stamp.text(today + 30))
        document["TotalAmount"] = order["Amount"]
        document["TotalVatAmount"] = order["VatAmount"]
        document["TotalRoundings"] = order["RoundingsAmount"]
        try checkBookingDate(document.text("InvoiceDate"), of: customer)
        let invoice = book(document, rows, customer, origin: "CreatedFromOrderId")
        order["Status"] = 4
        order["ModifiedUtc"] = stamp
        store(order, in: .orders)
        return .json(.object(invoice))
    }

    /// Makes the invoice of a document that may be booked.
    private mutating func book(
        _ document: JSONObject,
        _ rows: [JSONObject],
        _ customer: JSONObject,
        origin: String
    ) -> JSONObject {
        var invoice = Schema.invoice.blank
        for (name, value) in document where Schema.invoice.contains(name) { invoice[name] = value }
        let total = document["TotalAmount"] ?? 0
        let number = takeNumber("NextCustomerInvoiceNumber")
        let known: JSONObject = [
            "Id": newID(), "InvoiceNumber": .int(number), origin: document["Id"] ?? nil,
            "Rows": .array(rows.enumerated().map { .object(invoiceRow($1, $0)) }), "CurrencyRate": 1,
            "CurrencyCode": document["InvoiceCurrencyCode"] ?? document["CurrencyCode"] ?? "SEK",
            "TotalAmountInvoiceCurrency": total, "TotalVatAmountInvoiceCurrency": document["TotalVatAmount"] ?? 0,
            "RemainingAmount": total, "RemainingAmountInvoiceCurrency": total, "PaymentStatus": 1,
            "CustomerEmail": customer["EmailAddress"] ?? nil, "VoucherNumber": .string("K\(number)"),
            "VoucherId": newID(), "CreatedUtc": stamp, "ModifiedUtc": stamp,
            "PaymentReferenceNumber": .string(String(number)),
        ]
        for (name, value) in known { invoice[name] = value }
        store(invoice, in: .invoices)
        return invoice
    }

    private func invoiceRow(_ row: JSONObject, _ index: Int) -> JSONObject {
        var copy = Schema.invoiceRow.blank
        for (name, value) in row where Schema.invoiceRow.contains(name) { copy[name] = value }
        copy["LineNumber"] = .int(index)
        copy["AmountNoVat"] = row["Amount"] ?? 0
        copy["PercentVat"] = .decimal((row["VatRate"]?.decimal ?? 0) * 100)
        return copy
    }

    /// Takes a payment in.
    mutating func payInvoice(_ call: VismaCall) throws(VismaError) -> Response {
        var payment = try Schema.payment.admit(call.body())
        var invoice = try existing(call.id, in: .invoices)
        let amount = payment["PaymentAmount"]?.decimal ?? 0
        let rest = (invoice["RemainingAmount"]?.decimal ?? 0) - amount
        guard amount > 0, rest >= 0 else {
            throw .invalid("PaymentAmount", "The amount is more than what is left to pay.")
        }
        if payment["PaymentDate"] == SchemaField.date("PaymentDate").blank {
            payment["PaymentDate"] = .string(Stamp.text(today))
        }
        payment["BankTransactionId"] = newID()
        invoice["RemainingAmount"] = .decimal(rest)
        invoice["RemainingAmountInvoiceCurrency"] = .decimal(rest)
        invoice["PaymentStatus"] = rest == 0 ? 0 : 1
        if rest == 0 { invoice["PaymentDate"] = payment["PaymentDate"] }
        invoice["ModifiedUtc"] = stamp
        store(invoice, in: .invoices)
        return .json(.object(payment), status: 201)
    }
}
