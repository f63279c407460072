import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

@Suite struct FirstImportTests {
    @Test func `the first import brings every active customer once, field by field`() async throws {
        try await Bench.open(.sampleCompany) { bench in
            try await bench.connect()
            let run = try await bench.sync()

            let customers = bench.sandbox.vismaRows("customers")
            let active = customers.filter { $0["IsActive"] == true }
            #expect(customers.count == 1200 && active.count < 1200)
            let expected = active.map { ($0.text("CustomerNumber"), Bench.relation(of: $0)) }
            #expect(bench.relations() == Dictionary(expected) { $1 })
            #expect(bench.posts().count == active.count && bench.posts().values.allSatisfy { $0 == 1 })
            // Two pages of a thousand, twelve batches of a hundred and no question.
            #expect(bench.traffic == Bench.Traffic(customerPages: 2, batches: 12, questions: 0))

            #expect(run.state == .succeeded && run.problem == nil)
            #expect(run.customers.total == 1200)
            let skipped = customers.count - active.count
            #expect(run.customers.counts == Run.Counts(read: 1200, created: active.count, skipped: skipped))
            #expect(run.customers.counts.unchanged == 0)
        }
    }

    @Test func `every incomplete customer is reported once, however often it is read`() async throws {
        try await Bench.open(.sampleCompany) { bench in
            try await bench.connect()
            try await bench.sync()
            bench.clock.advance(by: 25 * 3600)
            try await bench.sync()
            let incomplete = bench.relations().filter { $0.value.values.contains("-") }
            let reported = try await bench.log(of: "eriksson", LogEntry.Filter(code: .customerIncomplete))
            #expect(!incomplete.isEmpty)
            #expect(reported.compactMap(\.record).sorted() == incomplete.keys.map { "Customer \($0)" }.sorted())
            #expect(reported.allSatisfy { $0.level == .warning && $0.scope == .customers })
        }
    }

    @Test func `an incomplete customer is reported again only when something else is missing`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers([1])
            try bench.editCustomer(1, ["InvoiceCity": nil])
            try await bench.connect()
            try await bench.sync()
            try bench.editCustomer(1, ["Telephone": "08-1"])
            try await bench.sync()
            #expect(bench.posts() == [Bench.customerNumber(1): 2])
            #expect(try await bench.log(of: "eriksson", LogEntry.Filter(code: .customerIncomplete)).count == 1)
            try bench.editCustomer(1, ["InvoicePostalCode": nil])
            try await bench.sync()
            let reports = try await bench.log(of: "eriksson", LogEntry.Filter(code: .customerIncomplete))
            #expect(reports.count == 2 && reports.last?.message.contains("no postal code, city for") == true)
        }
    }

    @Test func `a second sync writes nothing and asks one question`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<120)
            try await bench.connect()
            try await bench.sync()
            let before = (traffic: bench.traffic, calls: bench.sandbox.calls.counts.values.reduce(0, +))
            // Beyond the overlap, so that nothing of the first sync is read again.
            bench.clock.advance(by: 600)
            let run = try await bench.sync()
            #expect(bench.traffic - before.traffic == Bench.Traffic(customerPages: 1, batches: 0, questions: 0))
            #expect(bench.sandbox.calls.counts.values.reduce(0, +) == before.calls + 1)
            #expect(run.state == .succeeded && run.customers.counts == Run.Counts())
            #expect(run.customers.total == 0)
        }
    }

    @Test func `a change at Visma arrives alone`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<120)
            try await bench.connect()
            try await bench.sync()
            bench.clock.advance(by: 600)
            try bench.editCustomer(7, ["InvoiceCity": "Kiruna", "Telephone": "0980-1"])
            let run = try await bench.sync()
            #expect(run.customers.counts == Run.Counts(read: 1, updated: 1))
            let relation = try #require(bench.relations()[Bench.customerNumber(7)])
            #expect(relation["city"] == "Kiruna" && relation["phone_number"] == "0980-1")
            #expect(bench.posts().filter { $0.value > 1 }.keys.sorted() == [Bench.customerNumber(7)])
        }
    }

    @Test func `what is emptied at Visma is emptied at OutSmart`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers([1])
            try bench.editCustomer(1, ["Telephone": "08-1", "Note": "Portkod"])
            try await bench.connect()
            try await bench.sync()
            try bench.editCustomer(1, ["Telephone": nil, "Note": "", "InvoiceCity": nil])
            try await bench.sync()
            let relation = try #require(bench.relations()[Bench.customerNumber(1)])
            #expect(relation["phone_number"] == "" && relation["remark"] == "" && relation["city"] == "-")
        }
    }

    @Test func `watchers see a run wait, work and end, with progress that only grows`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<250)
            try await bench.connect()
            let events = bench.history.events(of: "eriksson", afterLog: nil)
            let asked = try await bench.office.enqueue("eriksson", scopes: nil, trigger: .manual).run
            var seen: [Run] = []
            try await bench.withEngine { _ in
                for await case .run(let run) in events where run.id == asked.id {
                    seen.append(run)
                    if run.state.isFinished { break }
                }
            }
            #expect(seen.first?.state == .queued && seen.last?.state == .succeeded)
            #expect(seen.contains { $0.state == .running && $0.customers.total == 250 })
            let created = seen.map(\.customers.counts.created)
            #expect(created == created.sorted() && created.last == 250)
            #expect(seen.last?.startedAt != nil && seen.last?.finishedAt != nil)
        }
    }
}
