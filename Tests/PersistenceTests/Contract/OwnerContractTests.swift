import Domain
import Foundation
import Persistence
import Testing

@Suite struct OwnerContractTests {
    private let step = Run.Step(scope: .articles)
    private let sent = Fingerprint([1])

    @Test(arguments: Backend.all)
    func `a key is held by who was sent with it, or is under way, and is active`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            try await store.insert(.sample("b"))
            let links = [
                Link(vismaID: "1", code: "sent", accepted: sent), Link(vismaID: "2", code: "pending", pending: sent),
                Link(vismaID: "3", code: "refused"), Link(vismaID: "4", code: "gone", accepted: sent, isActive: false),
                Link(vismaID: "5", code: "Å \"7\"", accepted: sent),
            ]
            try await store.save(links, of: "a", .articles, step: step, run: run)
            let codes = links.map(\.code) + ["unknown"]
            let owners = ["sent": "1", "pending": "2", "Å \"7\"": "5"]
            #expect(try await other.owners(of: "a", .articles, codes: codes) == owners)
            #expect(try await other.owners(of: "a", .articles, codes: ["sent"]) == ["sent": "1"])
            #expect(try await other.owners(of: "a", .articles, codes: []) == [:])
            #expect(try await other.owners(of: "a", .projects, codes: codes) == [:])
            #expect(try await other.owners(of: "b", .articles, codes: codes) == [:])
        }
    }

    @Test(arguments: Backend.all)
    func `of several holders the first one counts`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            for id in ["2", "1", "3"] {
                let link = Link(vismaID: id, code: "7", accepted: sent)
                try await store.save([link], of: "a", .articles, step: step, run: run)
            }
            #expect(try await other.owners(of: "a", .articles, codes: ["7"]) == ["7": "2"])
            let former = Link(vismaID: "2", code: "8", accepted: sent)
            try await store.save([former], of: "a", .articles, step: step, run: run)
            #expect(try await other.owners(of: "a", .articles, codes: ["7", "8"]) == ["7": "1", "8": "2"])
        }
    }
}
