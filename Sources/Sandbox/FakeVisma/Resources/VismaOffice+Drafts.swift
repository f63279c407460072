import MicroHTTP

extension VismaOffice {
    mutating func createDraft(_ call: VismaCall) throws(VismaError) -> Response {
        var draft = try Schema.draft.admit(call.body())
        try complete(&draft, call)
        draft["Id"] = newID()
        draft["CreatedUtc"] = stamp
        store(draft, in: .drafts, posted: true)
        return .json(.object(draft), status: 201)
    }

    mutating func replaceDraft(_ call: VismaCall) throws(VismaError) -> Response {
        var draft = try Schema.draft.admit(call.body(), replacing: existing(call.id, in: .drafts))
        try complete(&draft, call)
        store(draft, in: .drafts)
        return .json(.object(draft))
    }

    mutating func deleteDraft(_ call: VismaCall) throws(VismaError) -> Response {
        _ = try existing(call.id, in: .drafts)
        books.remove(call.id, from: table(VismaResource.drafts.name))
        return Response(status: 200)
    }

    private func complete(_ draft: inout JSONObject, _ call: VismaCall) throws(VismaError) {
        let override = call.request.query["overrideCustomerIsPrivatePerson"] == "true"
        let sale = try sale(of: draft, isPrivate: override ? true : nil)
        let customer = sale.customer
        if draft["InvoiceDate"]?.isNull ?? true { draft["InvoiceDate"] = .string(Stamp.text(today)) }
        try checkBookingDate(draft.text("InvoiceDate"), of: customer)
        try completeDueDate(&draft, customer)

        let flag = "ReversedConstructionServicesVatFree"
        let sent = draft["Rows"]?.array ?? []
        let isReversed = sent.contains { $0.object?[flag] == true }
        if isReversed, customer["ReverseChargeOnConstructionServices"] != true || customer.text("VatNumber").isEmpty {
            throw .invalid("Rows.\(flag)", "The customer does not take over the VAT.")
        }
        let replaces = draft["ReplaceUnitPriceWhenZero"] == true
        var rows = try complete(sent, sale, reverseFlag: flag, replacesZeroPrices: replaces)
        for index in rows.indices { rows[index]["LineNumber"] = .int(index) }
        let totals = sale.totals(rows, roundsToKronor: settings["DomesticCurrencyRounding"] == 1)
        let known: JSONObject = [
            "Rows": .array(rows.map(JSON.object)), "TotalAmount": .decimal(totals.total),
            "TotalVatAmount": .decimal(totals.vat), "TotalRoundings": .decimal(totals.rounding),
            "TotalAmountBaseCurrency": .decimal(totals.total), "TotalVatAmountBaseCurrency": .decimal(totals.vat),
            "CustomerNumber": customer["CustomerNumber"] ?? nil, "CustomerName": customer["Name"] ?? nil,
            "CustomerIsPrivatePerson": override ? true : customer["IsPrivatePerson"] ?? false,
            "IncludesVat": .bool(sale.includesVAT), "ReverseChargeOnConstructionServices": .bool(isReversed),
            "InvoiceCustomerName": customer["Name"] ?? nil, "InvoicePostalCode": customer["InvoicePostalCode"] ?? nil,
            "InvoiceCity": customer["InvoiceCity"] ?? nil, "InvoiceCountryCode": customer["InvoiceCountryCode"] ?? nil,
            "InvoiceCurrencyCode": .string(sale.currency),
        ]
        for (name, value) in known { draft[name] = value }
        for name in ["InvoiceAddress1", "InvoiceAddress2"] where draft[name]?.isNull ?? true {
            draft[name] = customer[name]
        }
    }

    private func completeDueDate(_ draft: inout JSONObject, _ customer: JSONObject) throws(VismaError) {
        if draft["TermsOfPaymentId"]?.isNull ?? true { draft["TermsOfPaymentId"] = customer["TermsOfPaymentId"] }
        let terms = try existing(draft.text("TermsOfPaymentId"), in: .termsOfPayments)
        if let due = draft["DueDate"]?.string {
            if due.prefix(10) < draft.text("InvoiceDate").prefix(10) {
                throw .invalid("DueDate", "The due date lies before the invoice date.")
            }
        } else if let date = CivilDate(iso: draft.text("InvoiceDate").prefix(10)) {
            draft["DueDate"] = .string(Stamp.text(date + (terms["NumberOfDays"]?.int ?? 30)))
        }
    }
}
