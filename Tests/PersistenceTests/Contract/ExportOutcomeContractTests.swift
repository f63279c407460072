import Domain
import Foundation
import Persistence
import Testing

@Suite struct ExportOutcomeContractTests {
    @Test(arguments: Backend.all)
    func `what became of documents is noted, and nothing else changes`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            let entries = ["1", "2", "3", "4"].map { name in
                var entry = ExportEntry.sample(name, name == "2" ? .attached : .done)
                entry.documentID = name == "4" ? nil : "d\(name)'Å"
                return entry
            }
            try await store.save(entries, of: "a", run: run)
            var expected = entries
            expected[0].invoice = ExportEntry.Invoice(number: 1042, isPaid: false)
            expected[1].invoice = ExportEntry.Invoice(number: nil, isPaid: true)
            let noted = ["d1'Å": expected[0].invoice, "d2'Å": expected[1].invoice].compactMapValues(\.self)
            for _ in 1...2 {
                try await other.noteInvoices(noted.merging(["unknown": .init(), "": .init()]) { $1 }, of: "a")
                #expect(try await store.all() == expected)
            }
            // Paid, and later paid back.
            for isPaid in [true, false] {
                expected[0].invoice?.isPaid = isPaid
                try await other.noteInvoices(["d1'Å": .init(number: 1042, isPaid: isPaid)], of: "a")
                #expect(try await store.all() == expected)
            }
            expected[1].invoice = ExportEntry.Invoice(number: 1043, isPaid: true)
            try await other.noteInvoices(["d2'Å": .init(number: 1043, isPaid: true)], of: "a")
            try await other.noteInvoices([:], of: "a")
            #expect(try await store.all() == expected)
        }
    }

    @Test(arguments: Backend.all)
    func `work orders that share a document share its invoice`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            for name in ["1", "2"] {
                var entry = ExportEntry.sample(name)
                entry.documentID = "d"
                try await store.save([entry], of: "a", run: run)
            }
            try await other.noteInvoices(["d": .init(number: 7)], of: "a")
            #expect(try await store.all().map { $0.invoice?.number } == [7, 7])
        }
    }

    @Test(arguments: Backend.all, ExportEntry.State.allCases)
    func `another attempt is asked for where one failed or is in doubt`(
        _ backend: Backend,
        _ state: ExportEntry.State
    ) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            try await store.save([.sample("Å", state), .sample("2", state)], of: "a", run: run)
            var expected = ExportEntry.sample("Å", state)
            if [.failed, .posting, .done].contains(state) {
                expected.isAsked = true
                expected.updatedAt = start + 0.125
            }
            #expect(try await other.askForRetry("Å", of: "a", at: start + 0.125) == expected)
            // Who asks again asks for the same.
            #expect(try await other.askForRetry("Å", of: "a", at: start + 9) == expected)
            #expect(
                try await store.exports(of: "a", workOrders: ["Å", "2"]) == ["Å": expected, "2": .sample("2", state)]
            )
        }
    }

    @Test(arguments: Backend.all)
    func `an attempt takes the wish for it back`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            try await store.save([.sample("1", .failed)], of: "a", run: run)
            _ = try await other.askForRetry("1", of: "a", at: start + 1)
            try await store.save([.sample("1", .claimed)], of: "a", run: run)
            #expect(try await other.exports(of: "a", workOrders: ["1"]) == ["1": .sample("1", .claimed)])
        }
    }

    @Test(arguments: Backend.all)
    func `nothing can be asked for of a work order that is not there`(_ backend: Backend) async throws {
        try await backend.withViews { store, _ in
            let run = try await store.insertRunning("a")
            try await store.save([.sample("1", .failed)], of: "a", run: run)
            #expect(try await store.askForRetry("2", of: "a", at: start) == nil)
            #expect(try await store.askForRetry("1", of: "b", at: start) == nil)
            #expect(try await store.exports(of: "a", workOrders: ["1"])["1"]?.isAsked == false)
        }
    }

    @Test(arguments: Backend.all)
    func `the ledger outlives its runs and the log`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            try await store.save([.sample("1"), .sample("2", .posting)], of: "a", run: run)
            try await store.append([LogEntry(time: start, account: "a", run: run.id, level: .info, message: "m")])
            try await store.finish(run, .succeeded, at: start)
            let entries = try await store.all()
            try await other.deleteRuns(finishedBefore: .distantFuture)
            try await other.deleteLog(before: .distantFuture)
            #expect(try await store.run(run.id, of: "a") == nil)
            #expect(try await store.log(of: "a", after: 0, limit: 1) == [])
            #expect(try await store.all() == entries)
            #expect(entries.count == 2)
        }
    }
}

extension Store {
    /// All entries, by work order.
    fileprivate func all() async throws -> [ExportEntry] {
        try await exports(of: "a", state: nil, before: nil, limit: .max).sorted { $0.workOrder < $1.workOrder }
    }
}
