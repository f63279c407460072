import Domain
import Foundation
import Persistence
import Testing

@Suite struct ExportListContractTests {
    @Test(arguments: Backend.all)
    func `open entries are listed in the order in which their attempts began`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            #expect(try await other.openExports(of: "a") == [])
            let states: [ExportEntry.State] = [.attached, .done, .posting, .failed, .created, .claimed]
            let entries = states.enumerated().map { index, state in
                var entry = ExportEntry.sample("\(index)", state, at: start - Double(index))
                // Not the order of the changes.
                entry.updatedAt = start + Double(index)
                return entry
            }
            try await store.save(entries, of: "a", run: run)
            #expect(try await other.openExports(of: "a").map(\.state) == [.claimed, .created, .posting, .attached])
        }
    }

    @Test(arguments: Backend.all)
    func `entries are listed page by page, the newest change first`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            // Three of a millisecond, so that pages end between them.
            let entries = (0..<10).map { number in
                ExportEntry.sample("\(number)", number < 6 ? .done : .failed, at: start + Double(number / 3) / 1000)
            }
            try await store.save(entries.shuffled(), of: "a", run: run)
            let newest = entries.reversed().map(\.workOrder)
            for limit in 1...11 {
                #expect(try await other.pages(of: limit) == newest)
                #expect(try await other.pages(of: limit, state: .done) == Array(newest[4...]))
                #expect(try await other.pages(of: limit, state: .failed) == Array(newest[..<4]))
                #expect(try await other.pages(of: limit, state: .posting) == [])
            }
            for limit in [0, -1] {
                #expect(try await other.exports(of: "a", state: nil, before: nil, limit: limit) == [])
            }
        }
    }

    @Test(arguments: Backend.all)
    func `entries that change between two pages come neither twice nor in the others' stead`(
        _ backend: Backend
    ) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            try await store.save((0..<9).map { .sample("\($0)", .failed) }, of: "a", run: run)
            let first = try await other.exports(of: "a", state: nil, before: nil, limit: 3)
            #expect(first.map(\.workOrder) == ["8", "7", "6"])
            // One that was shown, the one at which the page ended, and one that was not.
            let changed = ["7", "6", "3"].map { ExportEntry.sample($0, .done, at: start + 1) }
            try await store.save(changed, of: "a", run: run)
            try await store.save([.sample("new", at: start + 2)], of: "a", run: run)
            let end = first.last.map { ExportPosition($0) }
            let second = try await other.exports(of: "a", state: nil, before: end, limit: 3)
            #expect(second.map(\.workOrder) == ["5", "4", "2"])
            let rest = try await other.pages(of: 2, from: second.last.map { ExportPosition($0) })
            #expect(rest == ["1", "0"])
            #expect(try await other.pages(of: 4).prefix(4) == ["new", "7", "6", "3"])
        }
    }

    @Test(arguments: Backend.all)
    func `a thousand entries are looked up at once, by work order and by document`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            let entries = (0..<200).map { number in
                var entry = ExportEntry.sample("w\"\(number)'")
                // Every document has two work orders, and some entries have none.
                entry.documentID = number.isMultiple(of: 5) ? nil : "d\"\(number / 10)'"
                return entry
            }
            try await store.save(entries, of: "a", run: run)
            let wanted = entries[50..<100].map(\.workOrder) + (0..<950).map { "unknown \($0)" }
            let found = try await other.exports(of: "a", workOrders: wanted)
            #expect(Set(found.values) == Set(entries[50..<100]))

            let documents = ["d\"3'", "d\"4'", "", "null"] + (0..<1000).map { "unknown \($0)" }
            let ofDocuments = try await other.exports(of: "a", documentIDs: documents)
            #expect(ofDocuments == entries[30..<50].filter { $0.documentID != nil })
            #expect(ofDocuments.count == 16)
            let byNoOrder = try await other.exports(of: "a", workOrders: [])
            let byNoDocument = try await other.exports(of: "a", documentIDs: [])
            #expect(byNoOrder.isEmpty && byNoDocument.isEmpty)
        }
    }

    @Test(arguments: Backend.all)
    func `entries are found by a part of their number or identifier`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            let numbers = ["2026-0117", "2026-1170", "A%b", nil]
            let entries = numbers.enumerated().map { index, number in
                var entry = ExportEntry.sample("16000\(index)", index == 1 ? .failed : .done, at: start + Double(index))
                entry.number = number
                return entry
            }
            try await store.save(entries, of: "a", run: run)
            let examples: [(String, [Int])] = [
                ("117", [1, 0]), ("0117", [0]), ("a%B", [2]), ("%", [2]), ("160003", [3]), ("_", []), ("'", []),
            ]
            for (search, expected) in examples {
                let found = try await other.exports(of: "a", state: nil, search: search, before: nil, limit: 9)
                #expect(found.map(\.workOrder) == expected.map { "16000\($0)" }, "\(search)")
                let counts = try await other.exportCounts(of: "a", search: search)
                #expect(counts.values.reduce(0, +) == expected.count)
            }
            let failed = try await other.exports(of: "a", state: .failed, search: "117", before: nil, limit: 9)
            #expect(failed.map(\.workOrder) == ["160001"])
            #expect(try await other.exportCounts(of: "a", search: "117") == [.done: 1, .failed: 1])
        }
    }

    @Test(arguments: Backend.all)
    func `entries are counted by their states`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            #expect(try await other.exportCounts(of: "a") == [:])
            for (count, state) in ExportEntry.State.allCases.enumerated() {
                try await store.save((0..<count).map { .sample("\(state) \($0)", state) }, of: "a", run: run)
            }
            #expect(
                try await other.exportCounts(of: "a")
                    == [.posting: 1, .created: 2, .attached: 3, .done: 4, .failed: 5]
            )
            try await store.save([.sample("failed 0", .claimed)], of: "a", run: run)
            #expect(
                try await other.exportCounts(of: "a")
                    == [.claimed: 1, .posting: 1, .created: 2, .attached: 3, .done: 4, .failed: 4]
            )
        }
    }
}

extension Store {
    /// The work orders of all pages of that size.
    fileprivate func pages(
        of limit: Int,
        state: ExportEntry.State? = nil,
        from position: ExportPosition? = nil
    ) async throws -> [String] {
        var position = position
        var workOrders: [String] = []
        while true {
            let page = try await exports(of: "a", state: state, before: position, limit: limit)
            #expect(page.count <= limit)
            guard let last = page.last else { return workOrders }
            workOrders += page.map(\.workOrder)
            position = ExportPosition(last)
        }
    }
}
