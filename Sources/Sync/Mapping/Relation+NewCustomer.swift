import Domain
import EAccounting
import OutSmart

extension EAccountingClient.NewCustomer {
    /// The customer that Visma lacks: what OutSmart's relation says, and where it says nothing, the work order.
    ///
    /// - Throws: `RELATION_CREATE_FAILED`, which names the field that Visma requires and nobody filled in.
    init(
        number: String,
        _ relation: OutSmartClient.Relation?,
        _ party: OutSmartClient.WorkOrder.Party,
        termsOfPaymentId: String
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
        let street = [relation?.street.present, relation?.houseNumber.trimmed].joined
        let place = [party.street.trimmed, party.streetNo.trimmed].joined
        self.init(
            customerNumber: number,
            name: try required("name", relation?.name, party.name).cut(to: 50),
            isPrivatePerson: false,
            termsOfPaymentId: termsOfPaymentId,
            invoicePostalCode: try required("postal code", relation?.postalCode, party.postalCode).cut(to: 10),
            invoiceCity: try required("city", relation?.city, party.city).cut(to: 50)
        )
        invoiceAddress1 = (street ?? place)?.cut(to: 50)
        let country = (relation?.country).trimmed ?? party.country.trimmed
        invoiceCountryCode = country.flatMap { $0.count == 2 ? $0.uppercased() : nil }
        contactPersonName = ((relation?.contact).trimmed ?? party.contactPerson.trimmed)?.cut(to: 50)
        emailAddress = (relation?.email).trimmed ?? party.email.trimmed
        telephone = ((relation?.phoneNumber).trimmed ?? party.phone.trimmed)?.cut(to: 50)
        mobilePhone = (relation?.mobile).trimmed?.cut(to: 50)
        corporateIdentityNumber = (relation?.kvkNumber).trimmed
        vatNumber = (relation?.vatNumber).trimmed
        note = (relation?.remark).trimmed
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
