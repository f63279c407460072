import Domain
import Foundation
import Persistence
import Testing

@Suite struct LogContractTests {
    @Test(arguments: Backend.all)
    func `entries come back newest first, as they were written`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            var entries = [
                LogEntry(time: start, account: "a", level: .info, message: "plain"),
                LogEntry(
                    time: start + 0.125,
                    account: "a",
                    run: "r",
                    level: .error,
                    scope: .workOrders,
                    record: "WO 2026-0117",
                    code: .vismaError,
                    message: "“Å” '; DROP TABLE log",
                    detail: ["ErrorId": "e-1"]
                ),
            ]
            try await store.append(entries)
            let found = try await other.log(of: "a", matching: .init(), before: nil, limit: 9)
            #expect(found.map(\.id).sorted(by: >) == found.map(\.id))
            for index in entries.indices { entries[index].id = found[1 - index].id }
            #expect(found == entries.reversed())
            #expect(try await other.log(of: "a", after: 0, limit: 9) == entries)
            #expect(try await other.log(of: "a", after: entries[0].id, limit: 9) == [entries[1]])
        }
    }

    @Test(
        arguments: Backend.all,
        [
            (LogEntry.Filter(), [5, 4, 3, 2, 1]),
            (.init(level: .error), [4, 2]),
            (.init(scope: .customers), [4, 3]),
            (.init(record: "Customer 3"), [3]),
            (.init(run: "r2"), [5, 4]),
            (.init(code: .rateLimited), [2, 1]),
            (.init(level: .error, run: "r2"), [4]),
            (.init(record: "' OR 1=1 --"), []),
            (.init(recordText: "tOMER 3"), [3]),
            (.init(recordText: "Customer", isForPeople: true), [5, 4, 3, 2]),
            (.init(recordText: "%"), []),
            (.init(isForPeople: true), [5, 4, 3, 2]),
        ]
    )
    func `a filter leaves the entries that match all of it`(
        _ backend: Backend,
        _ example: (filter: LogEntry.Filter, expected: [Int])
    ) async throws {
        try await backend.withViews { store, _ in
            for id: Account.ID in ["a", "b"] { try await store.insert(.sample(id)) }
            let entries = (1...5).map { number in
                LogEntry(
                    time: start,
                    account: "a",
                    run: number < 4 ? "r1" : "r2",
                    level: [2, 4].contains(number) ? .error : number == 1 ? .debug : .info,
                    scope: [3, 4].contains(number) ? .customers : nil,
                    record: "Customer \(number)",
                    code: number < 3 ? .rateLimited : nil,
                    message: "\(number)"
                )
            }
            try await store.append(entries)
            try await store.append([LogEntry(time: start, account: "b", level: .error, message: "another's")])
            let found = try await store.log(of: "a", matching: example.filter, before: nil, limit: 9)
            #expect(found.map(\.message) == example.expected.map(String.init))
            // Who watches sees the same as who asks.
            let all = try await store.log(of: "a", matching: .init(), before: nil, limit: 9)
            #expect(all.filter(example.filter.passes).map(\.message) == found.map(\.message))
        }
    }

    @Test(arguments: Backend.all)
    func `older entries are read page by page`(_ backend: Backend) async throws {
        try await backend.withViews { store, _ in
            try await store.insert(.sample("a"))
            try await store.append(
                (1...7).map { LogEntry(time: start, account: "a", level: .info, message: "\($0)") }
            )
            var pages: [[String]] = []
            var before: Int64?
            while true {
                let page = try await store.log(of: "a", matching: .init(), before: before, limit: 3)
                guard let last = page.last else { break }
                pages.append(page.map(\.message))
                before = last.id
            }
            #expect(pages == [["7", "6", "5"], ["4", "3", "2"], ["1"]])
        }
    }

    @Test(arguments: Backend.all)
    func `old entries are deleted and their identifiers not used again`(_ backend: Backend) async throws {
        try await backend.withViews { store, _ in
            try await store.insert(.sample("a"))
            try await store.append([LogEntry(time: start, account: "a", level: .info, message: "old")])
            let old = try #require(try await store.log(of: "a", after: 0, limit: 1).first)
            try await store.deleteLog(before: start)
            #expect(try await store.log(of: "a", after: 0, limit: 9).count == 1)
            try await store.deleteLog(before: start + 1)
            #expect(try await store.log(of: "a", after: 0, limit: 9).isEmpty)
            try await store.append([LogEntry(time: start, account: "a", level: .info, message: "new")])
            #expect(try await store.log(of: "a", after: old.id, limit: 9).map(\.message) == ["new"])
        }
    }
}
