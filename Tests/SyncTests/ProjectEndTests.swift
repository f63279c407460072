import Domain
import Foundation
import RemoteAPI
import Sandbox
import Synchronization
import TestSupport
import Testing

@testable import Sync

/// Projects that are finished or gone.
@Suite struct ProjectEndTests {
    private let number = Bench.projectNumber(1)

    /// Runs `body` with so many projects of a customer that OutSmart has.
    private func withProjects(
        _ count: Int,
        wire: Bench.Wire = { $0 },
        _ body: (Bench) async throws -> Void
    ) async throws {
        try await Bench.open(lists: [.projects], wire: wire) { bench in
            try bench.addCustomers([1])
            try bench.addProjects(0..<count)
            try await bench.connect()
            try await bench.sync()
            try await body(bench)
        }
    }

    @Test func `a finished project is deactivated, and active again when it goes on`() async throws {
        try await withProjects(3) { bench in
            try bench.editProject(1, ["Status": 2, "EndDate": "2026-02-01T00:00:00Z"])
            #expect(try await bench.sync()[.projects].counts.updated == 1)
            #expect(bench.inactiveProjects == [number] && bench.projects[number]?["date_end"] == "2026-02-01")
            try bench.editProject(1, ["Status": 1])
            try await bench.sync()
            #expect(bench.inactiveProjects == [])
        }
    }

    @Test func `a project that was finished before it was ever sent stays away`() async throws {
        try await withProjects(1) { bench in
            try bench.addProjects([1])
            try bench.editProject(1, ["Status": 2])
            // Not even with inactive ones: there are none among projects.
            try await bench.change { $0.import.includeInactive = true }
            #expect(try await bench.sync()[.projects].counts == Run.Counts(read: 1, skipped: 1))
            #expect(bench.projects.count == 1)
        }
    }

    @Test(arguments: [["CustomerId": nil], ["Number": nil]] as [JSONObject])
    func `a finished project is deactivated once, even when it has no customer or number any more`(
        patch: JSONObject
    ) async throws {
        try await withProjects(2) { bench in
            try bench.editProject(1, patch)
            try bench.editProject(1, ["Status": 2])
            try await bench.sync()
            #expect(bench.inactiveProjects == [number])
            bench.clock.advance(by: 24 * 3600)
            try await bench.sync()
            #expect(bench.posts(to: "projects")[number] == 2)
            #expect(try await bench.log(of: "eriksson", LogEntry.Filter(level: .warning)).isEmpty)
        }
    }

    @Test func `a finished project without a customer is deactivated even when it slips past a full read`() async throws
    {
        let isSlipping = Mutex(false)
        let wire: Bench.Wire = { transport in
            Transport { call async throws(RemoteAPIError) in
                var reply = try await transport.send(call)
                if call.route == "GET /projects", isSlipping.withLock(\.self) {
                    reply.body = Self.showingFirstOnly(reply.body)
                }
                return reply
            }
        }
        try await withProjects(2, wire: wire) { bench in
            try bench.editProject(1, ["CustomerId": nil])
            try bench.editProject(1, ["Status": 2])
            isSlipping.withLock { $0 = true }
            bench.clock.advance(by: 24 * 3600)
            let counts = try await bench.sync()[.projects].counts
            #expect(bench.inactiveProjects == [number] && counts.updated == 1 && counts.failed == 0)
            isSlipping.withLock { $0 = false }
            bench.clock.advance(by: 24 * 3600)
            try await bench.sync()
            #expect(bench.posts(to: "projects")[number] == 2)
        }
    }

    /// A page of a list with its first record in the place of all others.
    private static func showingFirstOnly(_ body: Data) -> Data {
        guard var page = try? JSONSerialization.jsonObject(with: body) as? [String: Any],
            let rows = page["Data"] as? [Any], let first = rows.first
        else { return body }
        page["Data"] = rows.map { _ in first }
        return (try? JSONSerialization.data(withJSONObject: page)) ?? body
    }

    @Test func `an ongoing project that loses its customer is reported and stays as it is`() async throws {
        try await withProjects(2) { bench in
            let before = bench.projects
            try bench.editProject(1, ["CustomerId": nil, "Name": "Nytt"])
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.projects == before)
            let log = try await bench.log(of: "eriksson", LogEntry.Filter(code: .projectWithoutCustomer))
            #expect(log.map(\.record) == ["Project \(number)"])
        }
    }

    @Test func `a project that is gone is deactivated by the next full read`() async throws {
        try await withProjects(5) { bench in
            try bench.deleteProjects([1, 3])
            try await bench.sync()
            #expect(bench.inactiveProjects == [])
            bench.clock.advance(by: 24 * 3600)
            #expect(try await bench.sync()[.projects].counts.updated == 2)
            #expect(bench.inactiveProjects == [number, Bench.projectNumber(3)])
        }
    }

    @Test func `many projects gone wait for a confirmation, and many finished ones don't`() async throws {
        try await withProjects(40) { bench in
            try bench.deleteProjects(0..<12)
            for index in 12..<30 { try bench.editProject(index, ["Status": 2]) }
            bench.clock.advance(by: 24 * 3600)
            try await bench.sync()
            #expect(bench.inactiveProjects == (12..<30).map(Bench.projectNumber))
            #expect(try await bench.history.heldBack(of: "eriksson") == [.projects: 12])
            try await bench.history.confirmRemoval(.projects, of: "eriksson")
            try await bench.sync()
            #expect(bench.inactiveProjects == (0..<30).map(Bench.projectNumber))
        }
    }
}
