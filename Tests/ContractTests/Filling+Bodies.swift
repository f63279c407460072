import EAccounting
import TestSupport

extension EAccountingClient.NewCustomer {
    init(_ filling: inout Filling) {
        self.init(
            customerNumber: filling.optional { $0.text(upTo: 16) },
            name: filling.random.text(upTo: 50),
            isPrivatePerson: filling.random.chance(0.5),
            termsOfPaymentId: filling.random.uuid(),
            invoicePostalCode: filling.random.text(upTo: 10),
            invoiceCity: filling.random.text(upTo: 50)
        )
        invoiceAddress1 = filling.optional { $0.text(upTo: 50) }
        invoiceAddress2 = filling.optional { $0.text(upTo: 50) }
        invoiceCountryCode = filling.optional { $0.text(upTo: 2) }
        contactPersonName = filling.optional { $0.text(upTo: 100) }
        emailAddress = filling.optional { $0.text(upTo: 255) }
        telephone = filling.optional { $0.text(upTo: 50) }
        mobilePhone = filling.optional { $0.text(upTo: 50) }
        corporateIdentityNumber = filling.optional { $0.text(upTo: 20) }
        vatNumber = filling.optional { $0.text(upTo: 20) }
        note = filling.optional { $0.text(upTo: 4000) }
    }
}

extension EAccountingClient.NewArticle {
    init(_ filling: inout Filling) {
        self.init(
            number: filling.random.text(upTo: 40),
            name: filling.random.text(upTo: 50),
            codingId: filling.random.uuid(),
            unitId: filling.random.uuid(),
            netPrice: filling.random.decimal(2, in: 0...99_000_000)
        )
    }
}

extension EAccountingClient.NewInvoiceDraft {
    init(_ filling: inout Filling) {
        self.init(
            customerId: filling.random.uuid(),
            rows: [Row(lineNumber: 1, text: "Work order 1"), Row(2, &filling), Row(1000, &filling)]
        )
        invoiceDate = filling.optional { $0.day() }
        deliveryDate = filling.optional { $0.day() }
        yourReference = filling.optional { $0.text(upTo: 100) }
        ourReference = filling.optional { $0.text(upTo: 100) }
        buyersOrderReference = filling.optional { $0.text(upTo: 35) }
        deliveryCustomerName = filling.optional { $0.text(upTo: 50) }
        deliveryAddress1 = filling.optional { $0.text(upTo: 50) }
        deliveryAddress2 = filling.optional { $0.text(upTo: 50) }
        deliveryPostalCode = filling.optional { $0.text(upTo: 10) }
        deliveryCity = filling.optional { $0.text(upTo: 50) }
        deliveryCountryCode = filling.optional { $0.text(upTo: 2) }
        termsOfPaymentId = filling.optional { $0.uuid() }
    }
}

extension EAccountingClient.NewInvoiceDraft.Row {
    init(_ line: Int, _ filling: inout Filling) {
        self.init(
            lineNumber: line,
            articleId: filling.random.uuid(),
            text: filling.optional { $0.text(upTo: 2000) },
            quantity: filling.random.decimal(2, in: -1_000_000...1_000_000),
            unitPrice: filling.random.decimal(4, in: -1_000_000...1_000_000)
        )
        discountPercentage = filling.optional { $0.decimal(4, in: 0...1) }
        projectId = filling.optional { $0.uuid() }
    }
}

extension EAccountingClient.NewOrder {
    init(_ filling: inout Filling) {
        self.init(
            customerId: filling.random.uuid(),
            currencyCode: "SEK",
            orderDate: filling.random.day(),
            rows: [EAccountingClient.NewOrderRow(lineNumber: 1, text: "Work order 1")]
                + (2...3).map { EAccountingClient.NewOrderRow($0, &filling) }
        )
        deliveryDate = filling.optional { $0.day() }
        yourReference = filling.optional { $0.text(upTo: 100) }
        ourReference = filling.optional { $0.text(upTo: 100) }
        buyersOrderReference = filling.optional { $0.text(upTo: 35) }
        deliveryCustomerName = filling.optional { $0.text(upTo: 100) }
        deliveryAddress1 = filling.optional { $0.text(upTo: 50) }
        deliveryAddress2 = filling.optional { $0.text(upTo: 50) }
        deliveryPostalCode = filling.optional { $0.text(upTo: 10) }
        deliveryCity = filling.optional { $0.text(upTo: 50) }
        deliveryCountryCode = filling.optional { $0.text(upTo: 2) }
        termsOfPaymentId = filling.optional { $0.uuid() }
    }
}

extension EAccountingClient.NewOrderRow {
    init(_ line: Int, _ filling: inout Filling) {
        self.init(
            lineNumber: line,
            articleId: filling.random.uuid(),
            text: filling.optional { $0.text(upTo: 2000) },
            quantity: filling.random.decimal(4, in: -1_000_000...1_000_000),
            unitPrice: filling.random.decimal(4, in: -1_000_000...1_000_000)
        )
        discountPercentage = filling.optional { $0.decimal(4, in: 0...1) }
        projectId = filling.optional { $0.uuid() }
    }
}
