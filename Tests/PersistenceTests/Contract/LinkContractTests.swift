import Domain
import Foundation
import Persistence
import Testing

@Suite struct LinkContractTests {
    private let step = Run.Step(scope: .customers, state: .running, total: 9, counts: Run.Counts(read: 4))

    @Test(arguments: Backend.all)
    func `links and the step's progress are stored together`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            var link = Link(vismaID: "v1", code: "007", pending: Fingerprint([0, 255]))
            let plain = Link(
                vismaID: "v2",
                code: "Å 2 😀",
                accepted: Fingerprint([]),
                isActive: false,
                facts: "{\"Å\": 😀}"
            )
            try await store.save([link, plain], of: "a", .customers, step: step, run: run)
            #expect(
                try await other.links(of: "a", .customers, vismaIDs: ["v1", "v2", "v3"]) == ["v1": link, "v2": plain]
            )
            #expect(try await other.links(of: "a", .articles, vismaIDs: ["v1"]) == [:])
            #expect(try await other.pendingLinks(of: "a", .customers, limit: 9) == [link])
            #expect(try await other.run(run.id, of: "a")?.steps == [step])

            link.code = "008"
            link.accepted = link.pending
            link.pending = nil
            link.isActive = false
            link.facts = "x"
            try await other.save([link], of: "a", .customers, step: step, run: run)
            #expect(try await store.links(of: "a", .customers, vismaIDs: ["v1"]) == ["v1": link])
            #expect(try await store.pendingLinks(of: "a", .customers, limit: 9) == [])
        }
    }

    @Test(arguments: Backend.all)
    func `what was under way is accepted in the same transaction as what comes next`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            var links = ["v\"1", "v\\2", "v\t3", "v4"].map { id in
                let pending = Fingerprint(Array(id.utf8))
                return Link(vismaID: id, code: "c" + id, pending: pending, isActive: id != "v4", facts: "f")
            }
            try await store.save(links, of: "a", .customers, step: step, run: run)
            let next = Link(vismaID: "v5", code: "5", pending: Fingerprint([5]))
            let accepted = [
                Acceptance(vismaIDs: ["v\"1", "v\\2"], isActive: false, awaitsFollowUp: true),
                Acceptance(vismaIDs: ["v\t3", "unknown"], isActive: true, awaitsFollowUp: false),
            ]
            try await store.save([next], accepted: accepted, of: "a", .customers, step: step, run: run)
            for index in 0...2 {
                links[index].accepted = links[index].pending
                links[index].pending = nil
                links[index].isActive = index == 2
                links[index].awaitsFollowUp = index != 2
            }
            let stored = try await other.links(of: "a", .customers, vismaIDs: links.map(\.vismaID))
            #expect(Set(stored.values) == Set(links))
            #expect(try await other.pendingLinks(of: "a", .customers, limit: 9) == [links[3], next])

            // What was accepted before stays so when nothing new is under way.
            try await other.save([], accepted: accepted, of: "a", .customers, step: step, run: run)
            #expect(try await store.links(of: "a", .customers, vismaIDs: ["v\t3"]) == ["v\t3": links[2]])
        }
    }

    @Test(arguments: Backend.all)
    func `a thousand links are looked up at once`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            let links = (0..<1500).map { Link(vismaID: "v\"\($0)'", code: "\($0)", pending: Fingerprint([1])) }
            try await store.save(links, of: "a", .customers, step: step, run: run)
            let wanted = links[400..<1400].map(\.vismaID)
            let found = try await other.links(of: "a", .customers, vismaIDs: wanted)
            #expect(found.count == 1000)
            #expect(Set(found.values) == Set(links[400..<1400]))
            #expect(try await other.pendingLinks(of: "a", .customers, limit: 1200).count == 1200)
        }
    }

    @Test(arguments: Backend.all)
    func `a cursor is kept per list and does not disturb a full read`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            #expect(try await store.cursor(of: "a", .customers) == Cursor())
            try await store.save([Link(vismaID: "1", code: "1")], of: "a", .customers, step: step, run: run)
            try await store.markSeen(["1"], of: "a", .customers, generation: "g")
            #expect(try await store.cursor(of: "a", .customers) == Cursor())
            let cursor = Cursor(
                position: start + 0.5,
                lastFullRead: start,
                settings: Fingerprint([1, 2]),
                heldBack: 12,
                isRemovalConfirmed: true
            )
            try await store.save(cursor, of: "a", .customers)
            #expect(try await other.cursor(of: "a", .customers) == cursor)
            #expect(try await other.cursor(of: "a", .articles) == Cursor())
            #expect(try await other.unseenCount(of: "a", .customers, generation: "g") == (1, 0))
            try await other.save(Cursor(), of: "a", .customers)
            #expect(try await store.cursor(of: "a", .customers) == Cursor())
        }
    }

    @Test(arguments: Backend.all)
    func `a full read finds the active links that it did not see`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            let links = (1...9).map { Link(vismaID: "\($0)", code: "\($0)", isActive: $0 != 9) }
            try await store.save(links, of: "a", .customers, step: step, run: run)
            #expect(try await other.unseenCount(of: "a", .customers, generation: "g1") == (8, 8))
            try await store.markSeen(["1", "2"], of: "a", .customers, generation: "g1")
            try await other.markSeen(["5", "unknown"], of: "a", .customers, generation: "g1")
            #expect(try await store.unseenCount(of: "a", .customers, generation: "g1") == (8, 5))
            let first = try await store.unseenLinks(of: "a", .customers, generation: "g1", after: nil, limit: 3)
            #expect(first.map(\.vismaID) == ["3", "4", "6"])
            let rest = try await store.unseenLinks(of: "a", .customers, generation: "g1", after: "6", limit: 3)
            #expect(rest.map(\.vismaID) == ["7", "8"])

            // The next full read begins with nothing seen.
            try await store.markSeen(["3"], of: "a", .customers, generation: "g2")
            #expect(try await store.unseenCount(of: "a", .customers, generation: "g2") == (8, 7))
            #expect(try await store.unseenCount(of: "a", .articles, generation: "g2") == (0, 0))
        }
    }

    @Test(arguments: Backend.all)
    func `a record that is new during a full read counts as seen`(_ backend: Backend) async throws {
        try await backend.withViews { store, _ in
            let run = try await store.insertRunning("a")
            let links = (1...3).map { Link(vismaID: "\($0)", code: "\($0)") }
            try await store.save([links[0]], of: "a", .customers, step: step, run: run)
            try await store.markSeen(["2"], of: "a", .customers, generation: "g")
            try await store.save([links[1]], of: "a", .customers, step: step, run: run)
            try await store.save([links[0]], of: "a", .customers, step: step, run: run)
            let unseen = try await store.unseenLinks(of: "a", .customers, generation: "g", after: nil, limit: 9)
            #expect(unseen == [links[0]])
        }
    }
}
