import Domain
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// What every list but the customers' own tests has to do to read only what changed.
@Suite struct ListIncrementTests {
    /// Runs `body` with an account that syncs one list, and a recorder of its calls.
    private func withList(
        _ list: ListSample,
        change: (inout VendorSandbox.Options) -> Void = { _ in },
        _ body: (Bench, _ filters: () -> [String?]) async throws -> Void
    ) async throws {
        let recorder = CallRecorder()
        try await Bench.open(lists: [list.scope], change: change, wire: recorder.wire) { bench in
            try await body(bench) { recorder.query("$filter", of: list.route) }
        }
    }

    @Test(arguments: ListSample.all)
    func `the second read begins five minutes before the first one did`(list: ListSample) async throws {
        try await withList(list) { bench, filters in
            try await bench.connect()
            try list.add(bench, 0..<3)
            #expect(try await bench.sync()[list.scope].counts == Run.Counts(read: 3, created: 3))
            let first = bench.clock.now
            // Read a second time because of the overlap, and unchanged.
            #expect(try await bench.sync()[list.scope].counts == Run.Counts(read: 3))
            #expect(filters() == [nil, "\(list.stamp) gt \((first - 300).wire)"])
        }
    }

    @Test(arguments: ListSample.all)
    func `where Visma refuses the filter, the whole list is read`(list: ListSample) async throws {
        try await withList(list) {
            $0.refusedFilters = [list.stamp]
        } _: { bench, filters in
            try list.add(bench, 0..<3)
            try await bench.connect()
            try await bench.sync()
            bench.clock.advance(by: 600)
            try list.add(bench, 3..<4)
            let run = try await bench.sync()
            #expect(run.state == .succeeded && run[list.scope].counts == Run.Counts(read: 4, created: 1))
            #expect(filters().map { $0 == nil } == [true, false, true])
        }
    }

    @Test(arguments: ListSample.all)
    func `the whole list is read once a day`(list: ListSample) async throws {
        try await withList(list) { bench, filters in
            try list.add(bench, 0..<3)
            try await bench.connect()
            for pause in [0, 23 * 3600, 3600] as [TimeInterval] {
                bench.clock.advance(by: pause)
                try await bench.sync()
            }
            #expect(filters().map { $0 == nil } == [true, false, true])
        }
    }

    @Test(arguments: ListSample.all)
    func `the first import begins at the floor, and later full reads leave the rest alone`(
        list: ListSample
    ) async throws {
        try await withList(list) { bench, filters in
            try list.add(bench, 0..<2)
            bench.clock.advance(by: 3600)
            let floor = bench.clock.now
            bench.clock.advance(by: 3600)
            try list.add(bench, 2..<5)
            try await bench.connect()
            try await bench.change { $0.import.changedSince = floor }
            #expect(try await bench.sync()[list.scope].counts == Run.Counts(read: 3, created: 3))
            #expect(filters() == ["\(list.stamp) gt \(floor.wire)"])
            bench.clock.advance(by: 24 * 3600)
            #expect(try await bench.sync()[list.scope].counts == Run.Counts(read: 5, skipped: 2))
        }
    }

    @Test(arguments: ListSample.all)
    func `a step that fails leaves the cursor where it was`(list: ListSample) async throws {
        try await withList(list) { bench, filters in
            try list.add(bench, 0..<2)
            try await bench.connect()
            try await bench.sync()
            let cursor = try await bench.store.cursor(of: "eriksson", list.scope)
            bench.clock.advance(by: 600)
            try list.add(bench, 2..<3)
            bench.sandbox.declare(.unauthorized, method: "POST", pathPrefix: "/openapi/8/")
            #expect(try await bench.sync().state == .failed)
            #expect(try await bench.store.cursor(of: "eriksson", list.scope) == cursor)
            #expect(try await bench.sync()[list.scope].counts == Run.Counts(read: 1, created: 1))
            #expect(filters().count == 3 && filters()[1] == filters()[2])
        }
    }
}
