import Domain
import EAccounting
import OutSmart
import RemoteAPI

extension OutSmartClient.Relation: OutSmartRow {
    var code: String { debtorNumber }

    var isActive: Bool { active ?? true }

    var deactivated: OutSmartClient.Relation? {
        guard isActive else { return nil }
        var relation = self
        relation.active = false
        return relation
    }

    var fields: [String?] {
        [
            debtorNumber, externalID, name, street, postalCode, city, country, contact, phoneNumber, mobile, email,
            vatNumber, kvkNumber, remark, isActive ? "1" : "0",
        ]
    }
}

extension Mapped where Row == OutSmartClient.Relation {
    /// What OutSmart shall hold of a customer.
    ///
    /// Fields that OutSmart requires and Visma left empty become `-`, and people are told. All others are sent even
    /// when they are empty, so that what was removed at Visma goes away.
    init(_ customer: EAccountingClient.Customer) {
        guard let number = customer.customerNumber.trimmed else {
            let name = "Customer \(customer.name.trimmed ?? customer.id)"
            let failure = SyncFailure(.customerIncomplete, "The customer has no number at Visma, so it can't be sent.")
            self = .unusable(name: name, failure)
            return
        }
        let required = [
            ("name", customer.name.trimmed),
            ("street", [customer.invoiceAddress1.trimmed, customer.invoiceAddress2.trimmed].joined),
            ("postal code", customer.invoicePostalCode.trimmed),
            ("city", customer.invoiceCity.trimmed),
        ]
        let missing = required.filter { $0.1 == nil }.map(\.0)
        var row = OutSmartClient.Relation(
            debtorNumber: number,
            name: required[0].1 ?? "-",
            street: required[1].1 ?? "-",
            postalCode: required[2].1 ?? "-",
            city: required[3].1 ?? "-"
        )
        row.externalID = customer.id
        row.country = customer.invoiceCountryCode.trimmed ?? ""
        row.contact = customer.contactPersonName.trimmed ?? ""
        row.phoneNumber = customer.telephone.trimmed ?? ""
        row.mobile = customer.mobilePhone.trimmed ?? ""
        row.email = customer.emailAddress.trimmed ?? ""
        row.vatNumber = customer.vatNumber.trimmed ?? ""
        row.kvkNumber = customer.corporateIdentityNumber.trimmed ?? ""
        row.remark = customer.note.trimmed ?? ""
        row.active = customer.isActive ?? true
        self = .outgoing(
            Outgoing(
                vismaID: customer.id,
                name: "Customer \(number)",
                row: row,
                changedAt: customer.changedUtc,
                warning: missing.isEmpty ? nil : .incomplete(missing),
                facts: Buyer(customer).facts
            )
        )
    }
}

extension SyncFailure {
    fileprivate static func incomplete(_ missing: [String]) -> SyncFailure {
        SyncFailure(
            .customerIncomplete,
            "Visma has no \(missing.joined(separator: ", ")) for this customer; OutSmart requires it and got - instead."
        )
    }
}
