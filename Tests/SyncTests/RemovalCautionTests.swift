import Domain
import Foundation
import RemoteAPI
import Sandbox
import Synchronization
import TestSupport
import Testing

@testable import Sync

/// When a full read deactivates nobody.
@Suite struct RemovalCautionTests {
    @Test func `an empty list deactivates nobody`() async throws {
        try await Bench.open { bench in
            try await bench.importCustomers(5)
            try bench.deleteCustomers(0..<5)
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.inactiveRelations == [])
        }
    }

    @Test func `a list that is shorter than Visma counted deactivates nobody`() async throws {
        let cut: Bench.Wire = { transport in
            Transport { call async throws(RemoteAPIError) in
                var reply = try await transport.send(call)
                let text = String(decoding: reply.body, as: UTF8.self)
                reply.body = Data(text.replacing(#""TotalNumberOfResults":4"#, with: #""TotalNumberOfResults":5"#).utf8)
                return reply
            }
        }
        try await Bench.open(wire: cut) { bench in
            try await bench.importCustomers(5)
            try bench.deleteCustomers([3])
            #expect(try await bench.sync().customers.total == 5)
            #expect(bench.inactiveRelations == [])
        }
    }

    @Test func `a list that shrinks while it is read deactivates nobody`() async throws {
        // The second time, customer 1 is deleted between the pages: 3 slips to the first one and is not seen.
        let pages = Mutex([
            page(1, of: 2, total: 4, [1, 2]), page(2, of: 2, total: 4, [3, 4]),
            page(1, of: 2, total: 4, [1, 2]), page(2, of: 2, total: 3, [4]),
        ])
        let paged: Bench.Wire = { transport in
            Transport { call async throws(RemoteAPIError) in
                guard call.route == "GET /customers" else { return try await transport.send(call) }
                return Transport.Reply(status: 200, body: Data(pages.withLock { $0.removeFirst() }.utf8))
            }
        }
        try await Bench.open(wire: paged) { bench in
            try await bench.connect()
            #expect(try await bench.sync().customers.counts.created == 4)
            bench.clock.advance(by: 24 * 3600)
            #expect(try await bench.sync().state == .succeeded)
            #expect(pages.withLock(\.isEmpty) && bench.inactiveRelations == [])
        }
    }

    @Test func `a customer that slips past a full read stays active, with what is new of it`() async throws {
        // The second time, customer 1 is deleted and 5 is created between the pages: 3 is on none, of 4 of 4.
        let answers = Mutex([
            page(1, of: 2, total: 4, [1, 2]), page(2, of: 2, total: 4, [3, 4]),
            page(1, of: 2, total: 4, [1, 2]), page(2, of: 2, total: 4, [4, 5]),
        ])
        let wire: Bench.Wire = { transport in
            Transport { call async throws(RemoteAPIError) in
                switch call.route {
                case "GET /customers":
                    return Transport.Reply(status: 200, body: Data(answers.withLock { $0.removeFirst() }.utf8))
                case "GET /customers/{id}":
                    let customer = #"{"Id": "c3", "CustomerNumber": "3", "Name": "New", "IsActive": true}"#
                    return Transport.Reply(status: 200, body: Data(customer.utf8))
                default: return try await transport.send(call)
                }
            }
        }
        try await Bench.open(wire: wire) { bench in
            try await bench.connect()
            #expect(try await bench.sync().customers.counts.created == 4)
            bench.clock.advance(by: 24 * 3600)
            let counts = try await bench.sync().customers.counts
            #expect(counts.created == 1 && counts.updated == 1 && counts.failed == 0)
            #expect(answers.withLock(\.isEmpty) && bench.inactiveRelations == [])
            #expect(bench.relations()["3"]?["name"] == "New")
        }
    }

    private func page(_ number: Int, of pages: Int, total: Int, _ customers: [Int]) -> String {
        let rows = customers.map { #"{"Id": "c\#($0)", "CustomerNumber": "\#($0)", "IsActive": true}"# }
        return """
            {"Meta": {"CurrentPage": \(number), "PageSize": 2, "TotalNumberOfPages": \(pages),
                      "TotalNumberOfResults": \(total), "ServerTimeUtc": "2026-01-15T08:00:00Z"},
             "Data": [\(rows.joined(separator: ", "))]}
            """
    }

    @Test func `a customer that can't be read any more is still there`() async throws {
        try await Bench.open { bench in
            try await bench.importCustomers(5)
            try bench.editCustomer(3, ["Name": 17])
            let run = try await bench.sync()
            #expect(run.state == .partial && run.customers.counts.failed == 1)
            #expect(bench.inactiveRelations == [])
            let reports = try await bench.log(of: "eriksson", LogEntry.Filter(code: .vismaError))
            #expect(reports.map(\.record) == ["Customer \(Bench.customerNumber(3))"])
        }
    }

    @Test func `a full read that fails deactivates nobody`() async throws {
        try await Bench.open { bench in
            try await bench.importCustomers(5)
            try bench.deleteCustomers([3])
            bench.sandbox.declare(.status(500, .before), pathPrefix: "/v2/customers", count: 5)
            #expect(try await bench.sync().state == .failed)
            #expect(bench.inactiveRelations == [])
            #expect(try await bench.sync().customers.counts.updated == 1)
        }
    }
}
