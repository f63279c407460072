import EAccounting
import OutSmart

/// Where the work of an order is to be done, and who pays for it.
struct OrderParties {
    typealias Party = OutSmartClient.NewWorkOrder.Party

    let work: Party
    let invoice: Party
    /// What OutSmart requires and Visma does not know.
    let missing: [String]

    /// One side's address, as far as it is known.
    private struct Block {
        var name: String?
        var street: String?
        var postalCode: String?
        var city: String?

        var isEmpty: Bool { street == nil && postalCode == nil && city == nil }
    }

    /// The work is at the delivery address, else at the order's invoice address, else at the customer's.
    init(_ order: EAccountingClient.Order, _ customer: EAccountingClient.Customer?, debtorNumber: String) {
        let own = Block(
            name: customer?.name.trimmed ?? order.customerName.trimmed,
            street: [customer?.invoiceAddress1, customer?.invoiceAddress2].map(\.trimmed).joined,
            postalCode: customer?.invoicePostalCode.trimmed,
            city: customer?.invoiceCity.trimmed
        )
        var invoice = Block(
            name: order.invoiceCustomerName.trimmed,
            street: [order.invoiceAddress1, order.invoiceAddress2].map(\.trimmed).joined,
            postalCode: order.invoicePostalCode.trimmed,
            city: order.invoiceCity.trimmed
        )
        if invoice.isEmpty { invoice = own }
        var delivery = Block(
            name: order.deliveryCustomerName.trimmed,
            street: [order.deliveryAddress1, order.deliveryAddress2].map(\.trimmed).joined,
            postalCode: order.deliveryPostalCode.trimmed,
            city: order.deliveryCity.trimmed
        )
        if delivery.isEmpty { delivery = invoice }
        let name = own.name ?? "-"
        let contact = order.yourReference.trimmed ?? customer?.contactPersonName.trimmed ?? name
        var missing: [String] = []
        func party(_ block: Block) -> Party {
            for (field, value) in [("street", block.street), ("postal code", block.postalCode), ("city", block.city)]
            where value == nil && !missing.contains(field) {
                missing.append(field)
            }
            return Party(
                debtorNumber: debtorNumber,
                name: block.name ?? name,
                street: block.street ?? "-",
                postalCode: block.postalCode ?? "-",
                city: block.city ?? "-",
                contactPerson: contact
            )
        }
        var work = party(delivery)
        work.phone = customer?.telephone.trimmed ?? customer?.mobilePhone.trimmed
        work.email = customer?.emailAddress.trimmed
        self.work = work
        self.invoice = party(invoice)
        self.missing = missing
    }
}
