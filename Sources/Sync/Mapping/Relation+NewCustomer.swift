import Domain
import EAccounting
import OutSmart

extension EAccountingClient.NewCustomer {
    /// The customer that Visma lacks: what OutSmart's relation says, and where it says nothing, the work order.
    ///
    /// - Parameters:
    ///   - number: The customer's number, kept as it is.
    ///   - relation: The relation, where OutSmart has it.
    ///   - party: What the work order says of the customer.
    ///   - termsOfPaymentId: The terms of payment.
    ///   - warnings: Gets what was longer than Visma takes, and was cut.
    /// - Throws: `RELATION_CREATE_FAILED`, which names the field that Visma requires and nobody filled in.
    init(
        number: String,
        _ relation: OutSmartClient.Relation?,
        _ party: OutSmartClient.WorkOrder.Party,
        termsOfPaymentId: String,
        _ warnings: inout [SyncFailure]
    ) throws(SyncFailure) {
        func required(_ field: String, _ values: String?...) throws(SyncFailure) -> String {
            for value in values { if let value = value.trimmed, value != "-" { return value } }
            throw .ofRecord(
                .relationCreateFailed,
                "Customer \(number) is not in Visma yet and can't be created: its \(field) is missing.",
                field: field
            )
        }
        guard number.utf16.count <= 16 else {
            throw .ofRecord(
                .relationCreateFailed,
                "Customer \(number) can't be created: Visma's customer numbers have at most 16 characters.",
                field: "debtor number"
            )
        }
        func cut(_ field: String, _ value: String?, to limit: Int) -> String? {
            value.map { warnings.cut("customer's \(field)", $0, to: limit) }
        }
        let street = [relation?.street.present, relation?.houseNumber.trimmed].joined
        let place = [party.street.trimmed, party.streetNo.trimmed].joined
        self.init(
            customerNumber: number,
            name: warnings.cut("customer's name", try required("name", relation?.name, party.name), to: 50),
            isPrivatePerson: false,
            termsOfPaymentId: termsOfPaymentId,
            invoicePostalCode: warnings.cut(
                "customer's postal code",
                try required("postal code", relation?.postalCode, party.postalCode),
                to: 10
            ),
            invoiceCity: warnings.cut(
                "customer's city",
                try required("city", relation?.city, party.city),
                to: 50
            )
        )
        invoiceAddress1 = cut("address", street ?? place, to: 50)
        let country = (relation?.country).trimmed ?? party.country.trimmed
        invoiceCountryCode = country.flatMap { $0.count == 2 ? $0.uppercased() : nil }
        contactPersonName = cut("contact", (relation?.contact).trimmed ?? party.contactPerson.trimmed, to: 50)
        emailAddress = (relation?.email).trimmed ?? party.email.trimmed
        telephone = cut("telephone", (relation?.phoneNumber).trimmed ?? party.phone.trimmed, to: 50)
        mobilePhone = cut("mobile phone", (relation?.mobile).trimmed, to: 50)
        corporateIdentityNumber = (relation?.kvkNumber).trimmed
        vatNumber = (relation?.vatNumber).trimmed
        note = (relation?.remark).trimmed
    }
}

extension [SyncFailure] {
    /// The beginning of a field's value that fits into Visma, and a warning where that is not all of it.
    mutating func cut(_ field: String, _ value: String, to limit: Int) -> String {
        if value.utf16.count > limit { append(.truncated(field, value)) }
        return value.cut(to: limit)
    }
}

extension String {
    /// The text, unless it stands for an empty one.
    fileprivate var present: String? {
        guard let text = Optional(self).trimmed, text != "-" else { return nil }
        return text
    }

    /// The beginning of the text that fits into a field of Visma, which counts in UTF-16.
    func cut(to limit: Int) -> String {
        guard utf16.count > limit else { return self }
        var text = self[...]
        while text.utf16.count > limit { text = text.dropLast() }
        return String(text)
    }
}
