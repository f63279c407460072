import Domain
import Foundation
import Persistence
import Testing

@Suite struct FollowUpContractTests {
    private let step = Run.Step(scope: .orders)

    @Test(arguments: Backend.all)
    func `links that await their follow-up are listed in pieces, until it is done`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            try await store.insert(.sample("b"))
            var links = (1...5).map { Link(vismaID: "\($0)", code: "V\($0)", awaitsFollowUp: $0 != 3) }
            try await store.save(links, of: "a", .orders, step: step, run: run)
            try await store.save([links[0]], of: "a", .articles, step: step, run: run)
            func waiting(after last: String?, _ limit: Int) async throws -> [Link] {
                try await other.linksAwaitingFollowUp(of: "a", .orders, after: last, limit: limit)
            }
            #expect(try await waiting(after: nil, 3) == [links[0], links[1], links[3]])
            #expect(try await waiting(after: "4", 3) == [links[4]])
            #expect(try await waiting(after: "5", 3) == [])
            #expect(try await other.linksAwaitingFollowUp(of: "b", .orders, after: nil, limit: 3) == [])

            links[0].awaitsFollowUp = false
            try await store.save([links[0]], of: "a", .orders, step: step, run: run)
            #expect(try await waiting(after: nil, 9).map(\.vismaID) == ["2", "4", "5"])
            #expect(try await other.links(of: "a", .orders, vismaIDs: ["1", "2"]) == ["1": links[0], "2": links[1]])
        }
    }

    @Test(arguments: Backend.all)
    func `whether a link awaits its follow-up is kept wherever links are read`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            let link = Link(vismaID: "1", code: "V1", pending: Fingerprint([1]), awaitsFollowUp: true)
            try await store.save([link], of: "a", .orders, step: step, run: run)
            #expect(try await other.pendingLinks(of: "a", .orders, limit: 9) == [link])
            #expect(try await other.unseenLinks(of: "a", .orders, generation: "g", after: nil, limit: 9) == [link])
            #expect(try await other.links(of: "a", .orders, vismaIDs: ["1"]) == ["1": link])
        }
    }

    @Test(arguments: Backend.all)
    func `what is known of a company is brought up to date, and that of another one is not`(
        _ backend: Backend
    ) async throws {
        try await backend.withViews { store, other in
            try await store.insertConnected("a")
            try await store.insertConnected("b")
            let before = try await store.connection(of: "a")
            var company = try #require(before.company)
            company.name = "Nytt namn AB"
            company.hasOrders = false
            try await store.update(company, of: "a")
            var expected = before
            expected.company = company
            #expect(try await other.connection(of: "a") == expected)
            // Meanwhile another company was connected: nothing is known of that.
            try await store.update(.sample("company of a"), of: "b")
            #expect(try await other.connection(of: "b").company == .sample("company of b"))
        }
    }
}
