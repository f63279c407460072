import EAccounting
import Foundation
import OutSmart
import Testing

@testable import Sync

@Suite struct OrderPartiesTests {
    private typealias Order = EAccountingClient.Order
    private typealias Customer = EAccountingClient.Customer

    private func parties(
        _ order: (inout Order) -> Void = { _ in },
        _ customer: (inout Customer) -> Void = { _ in }
    ) throws -> OrderParties {
        OrderParties(try .sample(order), try .sample(customer), debtorNumber: "00042")
    }

    private func address(_ party: OrderParties.Party) -> [String] {
        [party.name, party.street, party.postalCode, party.city]
    }

    private func clearDelivery(_ order: inout Order) {
        order.deliveryAddress1 = " "
        order.deliveryPostalCode = nil
        order.deliveryCity = ""
    }

    private func clearInvoice(_ order: inout Order) {
        order.invoiceAddress1 = nil
        order.invoiceAddress2 = nil
        order.invoicePostalCode = nil
        order.invoiceCity = nil
    }

    private let utsikten = ["Brf Utsikten", "Storgatan 1", "115 42", "Lund"]
    private let office = ["Åkessons Ekonomi", "Box 7 FE 12", "111 11", "Malmö"]
    private let own = ["Åkessons Rör AB", "Hamngatan 9", "222 22", "Ystad"]

    @Test func `the work is where it is delivered, and the invoice goes to the order's own address`() throws {
        let parties = try parties()
        #expect(address(parties.work) == utsikten && address(parties.invoice) == office)
        #expect(parties.work.debtorNumber == "00042" && parties.invoice.debtorNumber == "00042")
        #expect(parties.missing == [])
    }

    @Test func `without a place of delivery the work is at the invoice's address`() throws {
        #expect(try address(parties(clearDelivery).work) == office)
    }

    @Test func `without any address in the order, the customer's counts for both`() throws {
        let parties = try parties { order in
            clearDelivery(&order)
            clearInvoice(&order)
        }
        #expect(address(parties.work) == own && address(parties.invoice) == own)
    }

    @Test func `the place of delivery stays where only the invoice's address is the customer's`() throws {
        let parties = try parties(clearInvoice)
        #expect(address(parties.work) == utsikten && address(parties.invoice) == own)
    }

    @Test(
        arguments: [
            ("Åsa", "Örjan", "Åsa"), (" ", "Örjan", "Örjan"), (nil, nil, "Åkessons Rör AB"),
        ] as [(String?, String?, String)]
    )
    func `whom to ask is the order's reference, else the customer's contact, else the customer`(
        reference: String?,
        contact: String?,
        name: String
    ) throws {
        let parties = try parties {
            $0.yourReference = reference
        } _: {
            $0.contactPersonName = contact
        }
        #expect(parties.work.contactPerson == name && parties.invoice.contactPerson == name)
    }

    @Test(
        arguments: [("040-1", "070-2", "040-1"), (nil, "070-2", "070-2"), ("", " ", nil)]
            as [(String?, String?, String?)]
    )
    func `the work's telephone is the customer's, else the mobile`(
        telephone: String?,
        mobile: String?,
        phone: String?
    ) throws {
        let parties = try parties { _ in
        } _: { customer in
            customer.telephone = telephone
            customer.mobilePhone = mobile
        }
        #expect(parties.work.phone == phone && parties.work.email == "a@example.se" && parties.invoice.phone == nil)
    }

    @Test func `what nobody knows becomes a dash and is named once`() throws {
        let order = try Order.sample { order in
            clearDelivery(&order)
            clearInvoice(&order)
            order.deliveryCity = "Lund"
        }
        let parties = OrderParties(order, nil, debtorNumber: "1")
        #expect(address(parties.work) == ["Brf Utsikten", "-", "-", "Lund"])
        #expect(address(parties.invoice) == ["Åkessons Rör AB", "-", "-", "-"])
        #expect(parties.missing == ["street", "postal code", "city"])
    }
}
