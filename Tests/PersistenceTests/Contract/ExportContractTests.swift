import Domain
import Foundation
import Persistence
import Testing

@Suite struct ExportContractTests {
    @Test(arguments: Backend.all, ExportEntry.State.allCases)
    func `an entry is there for every process as it was given`(
        _ backend: Backend,
        _ state: ExportEntry.State
    ) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            var entry = ExportEntry(
                workOrder: "Å 2 😀\"'",
                number: "“2026-0117”",
                state: state,
                document: .order,
                reference: "WO-Å'; DROP TABLE account",
                documentID: "d",
                documentNumber: 1017,
                invoice: ExportEntry.Invoice(number: 1042, isPaid: true),
                code: .vismaError,
                message: "Kunden \u{1}saknas\n“Å”",
                isTransient: true,
                fingerprint: Fingerprint([0, 255]),
                attempts: 7,
                claimedAt: start + 0.125,
                missedAt: start + 1.5,
                isAsked: true,
                updatedAt: start + 2.25
            )
            let plain = ExportEntry.sample("169824", state)
            for entry in [entry, plain] { #expect(try await store.save(entry, of: "a", run: run)) }
            let names = [entry.workOrder, plain.workOrder, "unknown"]
            #expect(
                try await other.exports(of: "a", workOrders: names) == [names[0]: entry, names[1]: plain]
            )

            entry.invoice?.number = nil
            entry.invoice?.isPaid = false
            entry.fingerprint = Fingerprint([])
            entry.message = ""
            #expect(try await other.save(entry, of: "a", run: run))
            #expect(try await store.exports(of: "a", workOrders: [names[0]]) == [names[0]: entry])

            // What is left out is emptied.
            let emptied = ExportEntry(
                workOrder: entry.workOrder,
                document: .invoiceDraft,
                reference: "",
                claimedAt: start,
                updatedAt: start
            )
            #expect(try await other.save(emptied, of: "a", run: run))
            #expect(try await store.exports(of: "a", workOrders: [names[0]]) == [names[0]: emptied])
        }
    }

    @Test(arguments: Backend.all)
    func `accounts have their own entries of the same work order`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            for (id, reference) in [("a", "WO-1"), ("b", "WO-2")] {
                let run = try await store.insertRunning(Account.ID(id))
                var entry = ExportEntry.sample("1", .created)
                entry.reference = reference
                entry.documentID = "d"
                #expect(try await store.save(entry, of: Account.ID(id), run: run))
            }
            try await store.noteInvoices(["d": ExportEntry.Invoice(number: 7)], of: "b")
            let entries = [
                try await other.exports(of: "a", workOrders: ["1"]).values.first,
                try await other.openExports(of: "a").first,
                try await other.exports(of: "a", documentIDs: ["d"]).first,
                try await other.exports(of: "a", state: .created, before: nil, limit: 9).last,
            ]
            #expect(entries.map { $0?.reference } == Array(repeating: "WO-1", count: 4))
            #expect(entries.allSatisfy { $0?.invoice == nil })
            #expect(try await other.exportCounts(of: "a") == [.created: 1])
            #expect(try await other.exports(of: "b", workOrders: ["1"])["1"]?.invoice?.number == 7)
        }
    }

    @Test(arguments: Backend.all)
    func `a process that lost its run writes nothing`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            var entry = ExportEntry.sample("1", .claimed)
            #expect(try await store.save(entry, of: "a", run: run, by: "2") == false)
            #expect(try await store.exportCounts(of: "a") == [:])
            // The claim lasts for a minute, and until someone takes it over when it is prolonged.
            #expect(try await store.save(entry, of: "a", run: run, at: start + 59.999))
            let stored = try await other.exports(of: "a", workOrders: ["1"])
            entry.state = .posting
            #expect(try await store.save(entry, of: "a", run: run, at: start + 60) == false)
            #expect(try await other.claim(by: "2", at: start + 60)?.id == run.id)
            // Even by a clock that is behind.
            #expect(try await store.save(entry, of: "a", run: run, at: start) == false)
            #expect(try await other.exports(of: "a", workOrders: ["1"]) == stored)

            entry.state = .failed
            #expect(try await other.save(entry, of: "a", run: run, by: "2", at: start + 61))
            #expect(try await store.exports(of: "a", workOrders: ["1"]) == ["1": entry])
        }
    }

    @Test(arguments: Backend.all)
    func `only the account's own run that is under way may be written for`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let entry = ExportEntry.sample("1", .claimed)
            let foreign = try await store.insertRunning("b")
            let run = try await store.insertRunning("a")
            let waiting = try await store.enqueue("a", .articles)
            for id in [foreign, waiting, Run(id: "x", account: "a", trigger: .api, queuedAt: start, steps: [])] {
                #expect(try await store.save(entry, of: "a", run: id) == false)
            }
            // One that is asked to stop still says what became of its call.
            _ = try await other.cancel(run.id, of: "a", at: start + 1)
            #expect(try await store.save(entry, of: "a", run: run))
            try await store.finish(run, .cancelled, at: start + 2)
            #expect(try await store.save(entry, of: "a", run: run) == false)

            #expect(try await store.claim(by: "1")?.id == waiting.id)
            try await store.releaseClaim(on: waiting.id, by: "1")
            #expect(try await store.save(entry, of: "a", run: waiting) == false)
        }
    }

    @Test(arguments: Backend.all)
    func `whoever takes a run over sees the last entry that was written for it`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            let run = try await store.insertRunning("a")
            let (answers, answer) = AsyncStream.makeStream(of: Bool.self)
            async let writes: Void = {
                var entry = ExportEntry.sample("1", .claimed)
                while try await store.save(entry, of: "a", run: run) {
                    answer.yield(true)
                    entry.attempts += 1
                }
                answer.yield(try await store.save(entry, of: "a", run: run))
                answer.finish()
            }()
            // It is in the middle of its writing when the other comes.
            var written = answers.makeAsyncIterator()
            #expect(await written.next() == true)
            #expect(try await other.claim(by: "2", at: start + 60)?.id == run.id)
            let seen = try await other.exports(of: "a", workOrders: ["1"])["1"]?.attempts
            try await writes
            var count = 1
            while await written.next() == true { count += 1 }
            #expect(seen == count)
        }
    }
}
