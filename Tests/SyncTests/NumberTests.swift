import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Records that get another number, have the same one, or none.
@Suite struct NumberTests {
    private func codes(_ bench: Bench, _ code: LogEntry.Code) async throws -> [String?] {
        try await bench.log(of: "eriksson", LogEntry.Filter(code: code)).map(\.record)
    }

    @Test func `a customer with another number is a new relation, and the former one is deactivated`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(1...2)
            try await bench.connect()
            try await bench.sync()
            try bench.editCustomer(1, ["CustomerNumber": "NY1"])
            #expect(try await bench.sync().customers.counts.updated == 1)
            #expect(bench.inactiveRelations == [Bench.customerNumber(1)])
            #expect(bench.relations()["NY1"]?["name"] == "Kund 1 Åström" && bench.relations()["NY1"]?["active"] == "1")
        }
    }

    @Test func `an hour type with another number is a new one, and the former is deactivated`() async throws {
        try await Bench.open(lists: [.articles]) { bench in
            try bench.addArticles(1...2, unit: "tim")
            try await bench.connect()
            try await bench.sync()
            try bench.editArticle(1, ["Number": "NY1"])
            try await bench.sync()
            #expect(bench.activeHourTypes == [Bench.articleNumber(2), "NY1"])
            #expect(try await codes(bench, .unitChangedKind) == [])
        }
    }

    @Test func `two customers that exchange their numbers both stay active`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(1...2)
            try await bench.connect()
            try await bench.sync()
            try bench.editCustomer(1, ["CustomerNumber": .string(Bench.customerNumber(2))])
            try bench.editCustomer(2, ["CustomerNumber": .string(Bench.customerNumber(1))])
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.inactiveRelations == [])
            bench.expectEqual()
        }
    }

    @Test func `customers on different pages that exchange their numbers both stay active`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<1100)
            try await bench.connect()
            try await bench.sync()
            bench.clock.advance(by: 24 * 3600)
            try bench.editCustomer(1, ["CustomerNumber": .string(Bench.customerNumber(1050))])
            try bench.editCustomer(1050, ["CustomerNumber": .string(Bench.customerNumber(1))])
            // That a third one wants a number of them is reported, once.
            try bench.addCustomers([2000])
            try bench.editCustomer(2000, ["CustomerNumber": .string(Bench.customerNumber(7))])
            let counts = try await bench.sync().customers.counts
            #expect(counts.updated == 2 && counts.skipped == 1 && counts.read == 1101)
            #expect(bench.inactiveRelations == [])
            #expect(bench.relations()[Bench.customerNumber(1)]?["name"] == "Kund 1050 Åström")
            #expect(bench.relations()[Bench.customerNumber(1050)]?["name"] == "Kund 1 Åström")
            #expect(try await codes(bench, .numberNotUnique) == ["Customer \(Bench.customerNumber(7))"])
        }
    }

    @Test func `customers that all move up by one number stay active, in however many batches`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<230)
            try await bench.connect()
            try await bench.sync()
            for index in 0..<230 {
                try bench.editCustomer(index, ["CustomerNumber": .string(Bench.customerNumber(index + 1))])
            }
            #expect(try await bench.sync().customers.counts.updated == 230)
            #expect(bench.inactiveRelations == [Bench.customerNumber(0)])
        }
    }

    @Test func `a number that an inactive customer left can be another's`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(1...2)
            try await bench.connect()
            try await bench.sync()
            try bench.editCustomer(1, ["IsActive": false])
            try await bench.sync()
            try bench.editCustomer(2, ["CustomerNumber": .string(Bench.customerNumber(1))])
            try await bench.sync()
            try bench.editCustomer(1, ["CustomerNumber": "K-GAMMAL", "IsActive": true])
            try await bench.sync()
            #expect(bench.inactiveRelations == [Bench.customerNumber(2)])
            #expect(bench.relations()[Bench.customerNumber(1)]?["name"] == "Kund 2 Åström")
        }
    }

    @Test func `a former relation that OutSmart does not take back is reported, and stops nobody`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(1...3)
            try await bench.connect()
            try await bench.sync()
            try bench.sandbox.edit(.outSmartTable("relations"), Bench.customerNumber(1), ["city": ""])
            try bench.editCustomer(1, ["CustomerNumber": "NY1"])
            try bench.editCustomer(2, ["Name": "Nytt namn"])
            let run = try await bench.sync()
            #expect(run.state == .succeeded && run.customers.counts.updated == 2)
            #expect(bench.relations()["NY1"] != nil)
            #expect(bench.relations()[Bench.customerNumber(2)]?["name"] == "Nytt namn")
            #expect(try await codes(bench, .outsmartError) == ["Customer \(Bench.customerNumber(1))"])
        }
    }

    @Test func `of two articles with one number the first is sent, and the other when the number is free`() async throws
    {
        try await Bench.open(lists: [.articles]) { bench in
            try bench.addArticles(1...2)
            try bench.editArticle(2, ["Number": .string(Bench.articleNumber(1))])
            try await bench.connect()
            let run = try await bench.sync()
            #expect(run.state == .succeeded && run[.articles].counts == Run.Counts(read: 2, created: 1, skipped: 1))
            #expect(bench.materials[Bench.articleNumber(1)]?["description"] == "Artikel 1 Ö")
            #expect(try await codes(bench, .numberNotUnique) == ["Article \(Bench.articleNumber(1))"])

            try bench.editArticle(1, ["Number": "NY1"])
            try bench.editArticle(2, ["Name": "Nu min"])
            try await bench.sync()
            #expect(bench.materials[Bench.articleNumber(1)]?["description"] == "Nu min")
            #expect(bench.materials["NY1"]?["description"] == "Artikel 1 Ö")
        }
    }

    @Test func `a material and an hour type may have the same number`() async throws {
        try await Bench.open(lists: [.articles]) { bench in
            try bench.addArticles([1])
            try bench.addArticles([2], unit: "tim")
            try bench.editArticle(2, ["Number": .string(Bench.articleNumber(1))])
            try await bench.connect()
            #expect(try await bench.sync()[.articles].counts == Run.Counts(read: 2, created: 2))
        }
    }

    @Test func `a number or an identifier with a NUL is reported, and taken for no other`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(1...3)
            try bench.editCustomer(2, ["CustomerNumber": .string(Bench.customerNumber(1) + "\0")])
            let hostile = Bench.customerID(1) + "\0x"
            try bench.sandbox.edit(
                .vismaTable("customers", company: "eriksson"),
                hostile,
                ["Id": .string(hostile), "CustomerNumber": "K9", "Name": "NUL"]
            )
            try await bench.connect()
            let run = try await bench.sync()
            #expect(Set(bench.relations().keys) == [Bench.customerNumber(1), Bench.customerNumber(3)])
            #expect(run.customers.counts.skipped == 1 && run.customers.counts.failed == 1)
            let records = try await codes(bench, .vismaError)
            #expect(Set(records) == ["Customer \(Bench.customerNumber(1))", "Customer \(Bench.customerID(1))x"])
            #expect(try await bench.sync().customers.counts.updated == 0)
            #expect(bench.inactiveRelations == [])
        }
    }
}
