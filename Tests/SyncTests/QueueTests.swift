import Domain
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import TestSupport
import Testing

@testable import Sync

@Suite struct QueueTests {
    private func connectBoth(_ bench: Bench) async throws {
        try bench.addCustomers(0..<3, company: "eriksson")
        try bench.addCustomers(0..<3, company: "norrland")
        try await bench.connect("eriksson")
        try await bench.connect("norrland")
    }

    @Test func `what is asked for again while it waits is the same run`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            let first = try await bench.office.enqueue("eriksson", scopes: nil, trigger: .manual)
            let second = try await bench.office.enqueue("eriksson", scopes: [.customers], trigger: .api)
            #expect(first.isNew && !second.isNew && first.run.id == second.run.id)
            #expect(second.run.trigger == .manual && second.run.state == .queued)
            try await bench.withEngine { _ in _ = try await bench.end(of: first.run) }
            #expect(try await bench.office.enqueue("eriksson", scopes: nil, trigger: .manual).isNew)
        }
    }

    @Test func `what is asked for is done at once, not at the engine's next look`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            try await bench.withEngine(timing: .endless) { engine in
                for _ in 0..<2 {
                    let run = try await engine.request("eriksson", scopes: nil, trigger: .manual).run
                    #expect(try await bench.end(of: run).state == .succeeded)
                }
            }
        }
    }

    @Test func `an account has one run at a time`() async throws {
        let (barrier, attention) = (Barrier(.before, route: "GET /customers"), Attention())
        try await Bench.open(wire: barrier.wire) { bench in
            try await bench.connect()
            try await bench.withEngine(timing: attention.timing) { engine in
                let first = try await engine.request("eriksson", scopes: [.customers], trigger: .manual).run
                try await barrier.reached()
                let second = try await engine.request("eriksson", scopes: [.customers, .articles], trigger: .manual).run
                #expect(second.id != first.id)
                try await attention.looksAgain()
                #expect(try await bench.store.run(second.id, of: "eriksson")?.state == .queued)
                barrier.open()
                let ended = (try await bench.end(of: first), try await bench.end(of: second))
                let (end, start) = (try #require(ended.0.finishedAt), try #require(ended.1.startedAt))
                #expect(end <= start)
            }
        }
    }

    @Test func `two accounts are synced at the same time`() async throws {
        let barrier = Barrier(.before, route: "POST /relations/")
        try await Bench.open(wire: barrier.wire) { bench in
            try await connectBoth(bench)
            try await bench.withEngine { engine in
                let first = try await engine.request("eriksson", scopes: nil, trigger: .manual).run
                let second = try await engine.request("norrland", scopes: nil, trigger: .manual).run
                try await eventually("both run") {
                    let runs = [
                        try await bench.store.run(first.id, of: "eriksson"),
                        try await bench.store.run(second.id, of: "norrland"),
                    ]
                    return runs.allSatisfy { $0?.state == .running }
                }
                barrier.open()
                #expect(try await bench.end(of: first).state == .succeeded)
                #expect(try await bench.end(of: second).state == .succeeded)
            }
            #expect(bench.relations("eriksson").count == 3 && bench.relations("norrland").count == 3)
        }
    }

    @Test func `no more accounts are synced at a time than there are workers`() async throws {
        let (barrier, attention) = (Barrier(.before, route: "GET /customers"), Attention())
        try await Bench.open(wire: barrier.wire) { bench in
            try await connectBoth(bench)
            try await bench.withEngine(timing: attention.timing, configure: { $0.workers = 1 }) { engine in
                let first = try await engine.request("eriksson", scopes: nil, trigger: .manual).run
                try await barrier.reached()
                let second = try await engine.request("norrland", scopes: nil, trigger: .manual).run
                try await attention.looksAgain()
                #expect(try await bench.store.run(second.id, of: "norrland")?.state == .queued)
                barrier.open()
                #expect(try await bench.end(of: first).state == .succeeded)
                #expect(try await bench.end(of: second).state == .succeeded)
            }
        }
    }

    @Test func `a failure in one account does not touch another`() async throws {
        try await Bench.open { bench in
            try await connectBoth(bench)
            _ = try await bench.accounts.update("eriksson", Accounts.Changes(outSmartToken: "wrong"))
            try await bench.withEngine { engine in
                let first = try await engine.request("eriksson", scopes: nil, trigger: .manual).run
                let second = try await engine.request("norrland", scopes: nil, trigger: .manual).run
                let failed = try await bench.end(of: first)
                #expect(failed.state == .failed && failed.problem?.code == .outsmartTokenInvalid)
                #expect(try await bench.end(of: second).state == .succeeded)
            }
            #expect(bench.relations("eriksson").isEmpty && bench.relations("norrland").count == 3)
            #expect(try await bench.log(of: "norrland", LogEntry.Filter(level: .error)).isEmpty)
        }
    }
}
