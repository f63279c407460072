import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI
import Testing

@testable import Sync

@Suite struct CustomerMappingTests {
    private let complete = """
        {"Id": "c1", "CustomerNumber": "00042", "Name": "Åkessons Rör AB", "InvoiceAddress1": "Storgatan 1",
         "InvoicePostalCode": "115 42", "InvoiceCity": "Malmö", "InvoiceCountryCode": "SE",
         "ContactPersonName": "Åsa Öberg", "Telephone": "08-1", "MobilePhone": "070-2", "EmailAddress": "a@example.se",
         "VatNumber": "SE1", "CorporateIdentityNumber": "556677-8899", "Note": "Portkod 1234", "IsActive": true,
         "ChangedUtc": "2026-01-15T08:00:00Z", "Unknown": {"to": "us"}}
        """

    private func customer(_ json: String) throws -> EAccountingClient.Customer {
        try WireJSON.decode(EAccountingClient.Customer.self, from: Data(json.utf8))
    }

    private func outgoing(
        _ change: (inout EAccountingClient.Customer) -> Void = { _ in }
    ) throws -> Outgoing<OutSmartClient.Relation> {
        var customer = try customer(complete)
        change(&customer)
        guard case .outgoing(let outgoing) = Mapped(customer) else { throw NotSent() }
        return outgoing
    }

    private struct NotSent: Error {}

    @Test func `every field of the table goes to its column`() throws {
        let row = try outgoing().row
        var expected = OutSmartClient.Relation(
            debtorNumber: "00042",
            name: "Åkessons Rör AB",
            street: "Storgatan 1",
            postalCode: "115 42",
            city: "Malmö"
        )
        expected.externalID = "c1"
        expected.country = "SE"
        expected.contact = "Åsa Öberg"
        expected.phoneNumber = "08-1"
        expected.mobile = "070-2"
        expected.email = "a@example.se"
        expected.vatNumber = "SE1"
        expected.kvkNumber = "556677-8899"
        expected.remark = "Portkod 1234"
        expected.active = true
        #expect(row == expected)
    }

    @Test func `a complete customer goes without a warning, under the name that users call it`() throws {
        let outgoing = try outgoing()
        #expect(outgoing.warning == nil)
        #expect(outgoing.vismaID == "c1" && outgoing.name == "Customer 00042")
        #expect(outgoing.changedAt == Date(wire: "2026-01-15T08:00:00Z"))
    }

    @Test func `empty required fields are sent as a dash, and named in one warning`() throws {
        let outgoing = try outgoing { customer in
            customer.name = " "
            customer.invoiceAddress1 = nil
            customer.invoicePostalCode = ""
            customer.invoiceCity = "\n"
        }
        let row = outgoing.row
        #expect([row.name, row.street, row.postalCode, row.city] == ["-", "-", "-", "-"])
        let warning = try #require(outgoing.warning)
        #expect(warning.code == .customerIncomplete)
        #expect(warning.message.contains("no name, street, postal code, city for"))
        #expect(outgoing.name == "Customer 00042")
    }

    @Test func `only the field that is missing is named`() throws {
        let warning = try #require(try outgoing { $0.invoiceCity = nil }.warning)
        #expect(warning.message.contains("no city for"))
    }

    @Test(
        arguments: [
            ("Storgatan 1", "2 tr", "Storgatan 1 2 tr"), (" Box 7 ", nil, "Box 7"), (nil, "c/o Åkesson", "c/o Åkesson"),
            ("", "  ", "-"), ("A  B", "C", "A  B C"),
        ] as [(String?, String?, String)]
    )
    func `both lines of the address become the street`(first: String?, second: String?, street: String) throws {
        let outgoing = try outgoing { customer in
            customer.invoiceAddress1 = first
            customer.invoiceAddress2 = second
        }
        #expect(outgoing.row.street == street)
        #expect((outgoing.warning == nil) == (street != "-"))
    }

    @Test(arguments: [(" 007 ", "007"), ("0", "0"), ("00012-A", "00012-A"), ("K-1019", "K-1019")])
    func `a number loses white space around it and keeps its zeros`(number: String, debtorNumber: String) throws {
        #expect(try outgoing { $0.customerNumber = number }.row.debtorNumber == debtorNumber)
    }

    @Test(arguments: ["Ångström & Öst 'AB'", "🔧 Rör & Värme 🚿", "Łódź Świętokrzyska", "👷‍♀️", "e\u{301}"])
    func `text of any script arrives as it was, but for white space around it`(name: String) throws {
        let row = try outgoing { $0.name = "\u{a0}\t\(name)\r\n " }.row
        #expect(Array(row.name.unicodeScalars) == Array(name.unicodeScalars))
    }

    @Test func `what was removed at Visma is sent as empty, so that it goes away`() throws {
        let row = try outgoing { customer in
            customer.invoiceCountryCode = nil
            customer.contactPersonName = nil
            customer.telephone = ""
            customer.mobilePhone = nil
            customer.emailAddress = " "
            customer.vatNumber = nil
            customer.corporateIdentityNumber = nil
            customer.note = nil
        }.row
        let cleared = [
            row.country, row.contact, row.phoneNumber, row.mobile, row.email, row.vatNumber, row.kvkNumber, row.remark,
        ]
        #expect(cleared == Array(repeating: "", count: 8))
    }

    @Test(arguments: [(true, true), (false, false), (nil, true)] as [(Bool?, Bool)])
    func `a customer is active unless Visma says otherwise`(isActive: Bool?, active: Bool) throws {
        #expect(try outgoing { $0.isActive = isActive }.row.active == active)
    }

    @Test(arguments: [nil, "", "  "] as [String?])
    func `a customer without a number cannot be sent`(number: String?) throws {
        var customer = try customer(complete)
        customer.customerNumber = number
        guard case .unusable(let name, let failure) = Mapped(customer) else { throw NotSent() }
        #expect(name == "Customer Åkessons Rör AB" && failure.code == .customerIncomplete)
    }
}
