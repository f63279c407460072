package import Foundation
package import RemoteAPI

extension OutSmartClient {
    /// A work order to create.
    package struct NewWorkOrder: Sendable, Equatable {
        /// Unique, given by us.
        package var workOrderNo: String
        package var projectNr: String?
        package var externProjectNr: String?
        /// Where the work is to be done.
        package var customer: Party
        /// Who pays.
        package var invoiceParty: Party
        package var typeOfWork: String
        package var paymentMethod: String
        package var workDescription: String?
        package var workDate: CalendarDay?
        /// In minutes.
        package var workDuration: Int?
        package var materials: [Material] = []

        package init(
            workOrderNo: String,
            customer: Party,
            invoiceParty: Party,
            typeOfWork: String,
            paymentMethod: String
        ) {
            self.workOrderNo = workOrderNo
            self.customer = customer
            self.invoiceParty = invoiceParty
            self.typeOfWork = typeOfWork
            self.paymentMethod = paymentMethod
        }

        /// One side of a work order, with all that OutSmart requires of it.
        package struct Party: Sendable, Equatable {
            package var debtorNumber: String
            package var name: String
            package var street: String
            package var postalCode: String
            package var city: String
            package var contactPerson: String
            package var phone: String?
            package var email: String?

            package init(
                debtorNumber: String,
                name: String,
                street: String,
                postalCode: String,
                city: String,
                contactPerson: String
            ) {
                self.debtorNumber = debtorNumber
                self.name = name
                self.street = street
                self.postalCode = postalCode
                self.city = city
                self.contactPerson = contactPerson
            }
        }

        /// A material that is to be used.
        package struct Material: Sendable, Equatable {
            package var code: String
            package var name: String
            package var quantity: Decimal
            /// Per unit.
            package var price: Decimal
            package var unit: String?

            package init(code: String, name: String, quantity: Decimal, price: Decimal, unit: String?) {
                self.code = code
                self.name = name
                self.quantity = quantity
                self.price = price
                self.unit = unit
            }
        }
    }
}

extension OutSmartClient.NewWorkOrder: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: WireKey.self)
        try row.encode(workOrderNo, forKey: "WorkorderNo")
        try row.encodeIfPresent(projectNr, forKey: "ProjectNr")
        try row.encodeIfPresent(externProjectNr, forKey: "ExternProjectNr")
        try customer.encode(to: &row, suffix: "")
        try invoiceParty.encode(to: &row, suffix: "Invoice")
        try row.encode(typeOfWork, forKey: "TypeOfWork")
        try row.encode(paymentMethod, forKey: "PaymentMethod")
        try row.encodeIfPresent(workDescription, forKey: "WorkDescription")
        try row.encodeIfPresent(workDate?.dayFirst, forKey: "WorkDate")
        try row.encodeIfPresent(workDuration, forKey: "WorkDuration")
        if !materials.isEmpty { try row.encode(materials, forKey: "Materials") }
    }
}

extension OutSmartClient.NewWorkOrder.Party {
    fileprivate func encode(to row: inout KeyedEncodingContainer<WireKey>, suffix: String) throws {
        func key(_ name: String) -> WireKey { WireKey(stringValue: "Customer\(name)\(suffix)") }
        try row.encode(debtorNumber, forKey: key("DebtorNr"))
        try row.encode(name, forKey: key("Name"))
        try row.encode(street, forKey: key("Street"))
        try row.encode(postalCode, forKey: key("ZIP"))
        try row.encode(city, forKey: key("City"))
        try row.encode(contactPerson, forKey: key("ContactPerson"))
        try row.encodeIfPresent(phone, forKey: key("Phone"))
        try row.encodeIfPresent(email, forKey: key("Email"))
    }
}

extension OutSmartClient.NewWorkOrder.Material: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: WireKey.self)
        try row.encode(code, forKey: "MaterialCode")
        try row.encode(name, forKey: "MaterialName")
        try row.encode(quantity.outSmart(separator: ","), forKey: "MaterialNr")
        try row.encode(price.outSmart(separator: ","), forKey: "MaterialPrice")
        try row.encodeIfPresent(unit, forKey: "MaterialUnit")
    }
}

/// A key as OutSmart spells it.
struct WireKey: CodingKey, ExpressibleByStringLiteral {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init(stringLiteral: String) { stringValue = stringLiteral }

    init?(intValue: Int) { nil }
}
