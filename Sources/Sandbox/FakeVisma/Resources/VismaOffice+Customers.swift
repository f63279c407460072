import MicroHTTP

extension VismaOffice {
    mutating func createCustomer(_ call: VismaCall) throws(VismaError) -> Response {
        var customer = try Schema.customer.admit(call.body())
        try complete(&customer)
        if customer["CustomerNumber"]?.isNull ?? true {
            repeat {
                customer["CustomerNumber"] = .string(String(takeNumber("NextCustomerNumber")))
            } while rows(.customers).first("CustomerNumber", customer["CustomerNumber"] ?? nil) != nil
        }
        customer["Id"] = newID()
        store(customer, in: .customers, posted: true)
        return .json(.object(customer), status: 201)
    }

    mutating func replaceCustomer(_ call: VismaCall) throws(VismaError) -> Response {
        let existing = try existing(call.id, in: .customers)
        var customer = try Schema.customer.admit(call.body(), replacing: existing)
        try complete(&customer)
        if customer["CustomerNumber"]?.isNull ?? true { customer["CustomerNumber"] = existing["CustomerNumber"] }
        store(customer, in: .customers)
        return .json(.object(customer))
    }

    mutating func deleteCustomer(_ call: VismaCall) throws(VismaError) -> Response {
        _ = try existing(call.id, in: .customers)
        for resource in [VismaResource.orders, .drafts, .invoices, .projects]
        where rows(resource).first("CustomerId", .string(call.id)) != nil {
            throw VismaError(code: 4001, "The customer has transactions and cannot be deleted.")
        }
        books.remove(call.id, from: table(VismaResource.customers.name))
        return Response(status: 200)
    }

    /// Checks what a schema cannot, and fills in what Visma fills in.
    private func complete(_ customer: inout JSONObject) throws(VismaError) {
        var errors: [VismaError.Field] = []
        let terms = record(customer.text("TermsOfPaymentId"), in: .termsOfPayments)
        if terms?["AvailableForSales"] != true {
            errors.append(.init(name: "TermsOfPaymentId", message: "The terms of payment are not available for sales."))
        }
        customer["TermsOfPayment"] = terms.map(JSON.object)

        for name in ["InvoiceCountryCode", "DeliveryCountryCode"] {
            if let code = customer[name]?.string, Country.all[code] == nil {
                errors.append(.init(name: name, message: "The country code is not valid."))
            }
        }
        if customer["CurrencyCode"]?.isNull ?? true { customer["CurrencyCode"] = settings["CurrencyCode"] }
        if !Country.currencies.contains(customer.text("CurrencyCode")) {
            errors.append(.init(name: "CurrencyCode", message: "The currency code is not valid."))
        }
        // Lists that this company does not have.
        for name in ["DeliveryMethodId", "DeliveryTermId", "DiscountAgreementId", "SalesPriceListId"]
        where customer[name]?.string != nil {
            errors.append(.init(name: name, message: "The value does not exist."))
        }
        let vatNumber = customer.text("VatNumber")
        if !vatNumber.isEmpty, customer.text("InvoiceCountryCode").isEmpty {
            errors.append(.init(name: "InvoiceCountryCode", message: "A VAT number needs a country code."))
        }
        if !errors.isEmpty { throw .invalid(errors) }

        if !vatNumber.isEmpty, !Country.isVATNumber(vatNumber, in: customer.text("InvoiceCountryCode")) {
            throw VismaError(code: 4025, "The VAT number \(vatNumber) is not valid.")
        }
        if let number = customer["CustomerNumber"], number.string != nil,
            let other = rows(.customers).first("CustomerNumber", number), other.key != customer.text("Id")
        {
            throw .duplicate("CustomerNumber", number.text)
        }
        customer["ChangedUtc"] = stamp
    }
}
