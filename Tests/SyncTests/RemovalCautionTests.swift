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
