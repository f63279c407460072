import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

@Suite struct ProjectImportTests {
    private let lists: Set<Scope> = [.projects]
    private let customer = "GET /v2/customers/{id}"

    @Test func `the first import brings every ongoing project of a customer, field by field`() async throws {
        try await Bench.open(.sampleCompany, lists: [.customers, .projects]) { bench in
            try await bench.connect()
            let run = try await bench.sync()
            let numbers = Dictionary(
                bench.sandbox.vismaRows("customers").map { ($0.text("Id"), $0.text("CustomerNumber")) }
            ) { $1 }
            let projects = bench.sandbox.vismaRows("projects")
            let wanted = projects.filter { $0["Status"] == 1 && $0["CustomerId"]?.string != nil }
            let expected = wanted.map { project in
                let number = numbers[project.text("CustomerId")] ?? ""
                return (project.text("Number"), Bench.project(project, debtorNumber: number))
            }
            #expect(wanted.count > 20 && bench.projects == Dictionary(expected) { $1 })
            let skipped = projects.count - wanted.count
            let counts = Run.Counts(read: projects.count, created: wanted.count, skipped: skipped)
            #expect(run.state == .succeeded && run[.projects].counts == counts)
            // One project is the company's own.
            let log = try await bench.log(of: "eriksson", LogEntry.Filter(code: .projectWithoutCustomer))
            #expect(log.map(\.record) == ["Project P-1018"] && log.map(\.level) == [.warning])
            #expect(bench.calls("POST /openapi/8/projects") == 1)
        }
    }

    @Test func `the customer's number comes from our own links, else from Visma, once for each`() async throws {
        try await Bench.open(lists: lists) { bench in
            try bench.addCustomers(1...3)
            try await bench.connect()
            try bench.addProjects(0..<5, customer: 1)
            try bench.addProjects(5..<8, customer: 2)
            try await bench.sync()
            #expect(bench.calls(customer) == 2)
            #expect(bench.projects[Bench.projectNumber(7)]?["debtor_number"] == Bench.customerNumber(2))

            try await bench.sync("eriksson", [.customers])
            try bench.addProjects([8], customer: 3)
            try await bench.sync()
            #expect(bench.calls(customer) == 2)
            #expect(bench.projects[Bench.projectNumber(8)]?["debtor_number"] == Bench.customerNumber(3))
        }
    }

    @Test func `a project whose customer is gone is one without a customer, and stops no other`() async throws {
        try await Bench.open(lists: lists) { bench in
            try bench.addCustomers([1])
            try bench.addProjects([1, 2])
            try bench.addProjects([3], customer: 99)
            try await bench.connect()
            #expect(try await bench.sync()[.projects].counts == Run.Counts(read: 3, created: 2, skipped: 1))
            let log = try await bench.log(of: "eriksson", LogEntry.Filter(code: .projectWithoutCustomer))
            #expect(log.map(\.record) == ["Project \(Bench.projectNumber(3))"])
        }
    }

    @Test func `a second sync asks one question and writes nothing, and a change arrives alone`() async throws {
        try await Bench.open(lists: lists) { bench in
            try bench.addCustomers([1])
            try bench.addProjects(0..<5)
            try await bench.connect()
            try await bench.sync()
            bench.clock.advance(by: 600)
            let calls = bench.calls
            #expect(try await bench.sync()[.projects].counts == Run.Counts() && bench.calls == calls + 1)
            try bench.editProject(2, ["EndDate": "2026-06-30T00:00:00Z"])
            #expect(try await bench.sync()[.projects].counts == Run.Counts(read: 1, updated: 1))
            #expect(bench.projects[Bench.projectNumber(2)]?["date_end"] == "2026-06-30")
            try bench.editProject(2, ["EndDate": nil])
            try await bench.sync()
            #expect(bench.projects[Bench.projectNumber(2)]?["date_end"] == "")
            #expect(bench.posts(to: "projects")[Bench.projectNumber(2)] == 3)
        }
    }

    @Test func `a name of two hundred characters arrives whole, and one that is too long fails alone`() async throws {
        let name = String(repeating: "Ö👷", count: 100)
        try await Bench.open(lists: lists) { bench in
            try bench.addCustomers([1])
            try bench.addProjects(0..<5)
            try bench.editProject(1, ["Name": .string(name)])
            try bench.editProject(3, ["Name": .string(name + name)])
            try await bench.connect()
            let run = try await bench.sync()
            #expect(run.state == .partial && run[.projects].counts == Run.Counts(read: 5, created: 4, failed: 1))
            #expect(bench.projects[Bench.projectNumber(1)]?["name"] == name)
            let errors = try await bench.log(of: "eriksson", LogEntry.Filter(code: .outsmartError))
            #expect(errors.map(\.record) == ["Project \(Bench.projectNumber(3))"])
        }
    }
}
