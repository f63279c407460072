import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI
import TestSupport
import Testing

@testable import Sync

@Suite struct CustomerMappingPropertyTests {
    private func customer(_ index: Int, _ random: inout SeededGenerator) throws -> EAccountingClient.Customer {
        var customer = try WireJSON.decode(
            EAccountingClient.Customer.self,
            from: Data(#"{"Id": "id-\#(index)", "CustomerNumber": "N\#(index)"}"#.utf8)
        )
        customer.name = random.optionalText(upTo: 255)
        customer.invoiceAddress1 = random.optionalText(upTo: 127)
        customer.invoiceAddress2 = random.optionalText(upTo: 127)
        customer.invoicePostalCode = random.optionalText(upTo: 10)
        customer.invoiceCity = random.optionalText(upTo: 50)
        customer.invoiceCountryCode = random.optionalText(upTo: 2)
        customer.contactPersonName = random.optionalText(upTo: 100)
        customer.telephone = random.optionalText(upTo: 50)
        customer.mobilePhone = random.optionalText(upTo: 50)
        customer.emailAddress = random.optionalText(upTo: 255)
        customer.vatNumber = random.optionalText(upTo: 20)
        customer.corporateIdentityNumber = random.optionalText(upTo: 20)
        customer.note = random.optionalText(upTo: 4000)
        customer.isActive = [true, false, nil].randomElement(using: &random) ?? nil
        return customer
    }

    private func row(_ customer: EAccountingClient.Customer) throws -> OutSmartClient.Relation {
        guard case .outgoing(let outgoing) = Mapped(customer) else {
            throw NothingHappened(what: "the customer is mapped")
        }
        return outgoing.row
    }

    @Test(arguments: 1...4)
    func `whatever OutSmart hands back of a row has the fingerprint of what was sent`(seed: Int) async throws {
        var random = SeededGenerator(seed: seed)
        try await Bench.open { bench in
            let account = try await bench.register("eriksson").status.account
            let client = try bench.vendors.outSmart(account)
            let rows = try (0..<50).map { try row(try customer($0, &random)) }
            try await client.sending(rows)()
            let stored = try await client.relations()
            #expect(stored.map(\.fingerprint) == rows.map(\.fingerprint))
            #expect(stored.map(\.debtorNumber) == rows.map(\.debtorNumber))
        }
    }

    @Test(arguments: 1...10)
    func `fingerprints are equal exactly when all fields are, byte for byte`(seed: Int) throws {
        func bytes(_ row: OutSmartClient.Relation) -> [[UInt8]] { row.fields.map { Array(($0 ?? "").utf8) } }
        var random = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let one = try customer(1, &random)
            var other = one
            // Often nothing that matters, sometimes a field, sometimes text that only moved to the next field.
            switch Int.random(in: 0..<4, using: &random) {
            case 0: other.currencyCode = "EUR"
            case 1: other.note = random.optionalText(upTo: 3)
            case 2: (other.telephone, other.mobilePhone) = (one.mobilePhone, one.telephone)
            default: (other.contactPersonName, other.telephone) = ("A", "B" + (one.telephone ?? ""))
            }
            let (first, second) = (try row(one), try row(other))
            #expect((first.fingerprint == second.fingerprint) == (bytes(first) == bytes(second)))
        }
    }

    @Test(arguments: 1...5)
    func `required fields are never empty, and nothing begins or ends with white space`(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        for index in 0..<100 {
            let row = try row(try customer(index, &random))
            #expect(![row.name, row.street, row.postalCode, row.city].contains(""))
            for field in row.fields.compactMap(\.self) {
                #expect(field == field.trimmingCharacters(in: .whitespacesAndNewlines))
            }
        }
    }
}
