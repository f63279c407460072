package import RemoteAPI

extension OutSmartClient {
    /// A customer.
    ///
    /// On writing, `nil` leaves a field as it is and an empty text clears it.
    package struct Relation: Sendable, Equatable {
        /// The key.
        package var debtorNumber: String
        package var externalID: String?
        package var name: String
        package var street: String
        package var houseNumber: String?
        package var postalCode: String
        package var city: String
        package var country: String?
        package var contact: String?
        package var phoneNumber: String?
        package var mobile: String?
        package var email: String?
        package var vatNumber: String?
        package var kvkNumber: String?
        package var remark: String?
        package var active: Bool?

        package init(debtorNumber: String, name: String, street: String, postalCode: String, city: String) {
            self.debtorNumber = debtorNumber
            self.name = name
            self.street = street
            self.postalCode = postalCode
            self.city = city
        }
    }

    /// Returns what inserts or updates relations by debtor number; all of them or none.
    ///
    /// Maps to `POST /relations/`. Tried again only where the call certainly did not happen.
    ///
    /// - Parameter rows: At most a few hundred.
    /// - Returns: What sends them.
    package func sending(_ rows: [Relation]) -> Sending { sending("/relations/", rows) }

    /// Returns the relations that match all conditions, or all there are.
    ///
    /// Maps to `GET /relations/`. There is no paging.
    package func relations(where filters: [Filter] = []) async throws(RemoteAPIError) -> [Relation] {
        try await call(list("/relations/", filters.query), as: LossyList<Relation>.self).rows
    }
}

extension OutSmartClient.Relation: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, street, city, country, contact, mobile, email, remark, active
        case debtorNumber = "debtor_number"
        case externalID = "external_id"
        case houseNumber = "house_number"
        case postalCode = "postal_code"
        case phoneNumber = "phone_number"
        case vatNumber = "vat_number"
        case kvkNumber = "kvk_number"
    }

    package init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: CodingKeys.self)
        debtorNumber = row.text(.debtorNumber) ?? ""
        externalID = row.text(.externalID)
        name = row.text(.name) ?? ""
        street = row.text(.street) ?? ""
        houseNumber = row.text(.houseNumber)
        postalCode = row.text(.postalCode) ?? ""
        city = row.text(.city) ?? ""
        country = row.text(.country)
        contact = row.text(.contact)
        phoneNumber = row.text(.phoneNumber)
        mobile = row.text(.mobile)
        email = row.text(.email)
        vatNumber = row.text(.vatNumber)
        kvkNumber = row.text(.kvkNumber)
        remark = row.text(.remark)
        active = row.truth(.active)
    }

    package func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: CodingKeys.self)
        try row.encode(debtorNumber, forKey: .debtorNumber)
        try row.encodeIfPresent(externalID, forKey: .externalID)
        try row.encode(name, forKey: .name)
        try row.encode(street, forKey: .street)
        try row.encodeIfPresent(houseNumber, forKey: .houseNumber)
        try row.encode(postalCode, forKey: .postalCode)
        try row.encode(city, forKey: .city)
        try row.encodeIfPresent(country, forKey: .country)
        try row.encodeIfPresent(contact, forKey: .contact)
        try row.encodeIfPresent(phoneNumber, forKey: .phoneNumber)
        try row.encodeIfPresent(mobile, forKey: .mobile)
        try row.encodeIfPresent(email, forKey: .email)
        try row.encodeIfPresent(vatNumber, forKey: .vatNumber)
        try row.encodeIfPresent(kvkNumber, forKey: .kvkNumber)
        try row.encodeIfPresent(remark, forKey: .remark)
        try row.encodeIfPresent(active.map { $0 ? 1 : 0 }, forKey: .active)
    }
}
