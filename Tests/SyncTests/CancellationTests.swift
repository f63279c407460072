import Domain
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import TestSupport
import Testing

@testable import Sync

@Suite struct CancellationTests {
    @Test func `a cancelled run that waits never begins`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<3)
            try await bench.connect()
            let run = try await bench.office.enqueue("eriksson", scopes: nil, trigger: .manual).run
            try await bench.withEngine { engine in _ = try await engine.cancel(run.id, of: "eriksson") }
            let ended = try await bench.end(of: run)
            #expect(ended.state == .cancelled && ended.startedAt == nil && ended.customers.state == .skipped)
            #expect(bench.traffic.customerPages == 0)
        }
    }

    @Test func `a cancelled run that works ends after its current call, and a new one does the rest`() async throws {
        let barrier = Barrier(at: 2, .before, route: "POST /relations/")
        try await Bench.open(wire: barrier.wire) { bench in
            try bench.addCustomers(0..<300)
            try await bench.connect()
            // In live time the claim is not renewed meanwhile, which would cut the call off.
            let ended = try await bench.withEngine(timing: .live) { engine in
                let run = try await engine.request("eriksson", scopes: nil, trigger: .manual).run
                try await barrier.reached()
                _ = try await engine.cancel(run.id, of: "eriksson")
                barrier.open()
                return try await bench.end(of: run)
            }
            #expect(ended.state == .cancelled && ended.problem == nil)
            #expect(ended.customers.counts.created == 200 && bench.relations().count == 200)
            #expect(try await bench.sync().customers.counts == Run.Counts(read: 300, created: 100))
            #expect(bench.posts().values.allSatisfy { $0 == 1 })
        }
    }

    @Test func `a run can be cancelled by a process that does not hold it`() async throws {
        let barrier = Barrier(.before, route: "POST /relations/")
        try await Bench.open(wire: barrier.wire) { bench in
            try bench.addCustomers(0..<150)
            try await bench.connect()
            let other = try await bench.another()
            try await bench.withEngine { engine in
                let run = try await engine.request("eriksson", scopes: nil, trigger: .manual).run
                try await barrier.reached()
                let idle = SyncEngine(office: other.office, configuration: SyncEngine.Configuration())
                #expect(try await idle.cancel(run.id, of: "eriksson")?.state == .running)
                // The holder hears of it when it renews its claim.
                #expect(try await bench.end(of: run).state == .cancelled)
                barrier.open()
            }
        }
    }

    @Test func `a run of another account cannot be cancelled`() async throws {
        try await Bench.open { bench in
            try await bench.connect("eriksson")
            try await bench.connect("norrland")
            let run = try await bench.office.enqueue("eriksson", scopes: nil, trigger: .manual).run
            let engine = SyncEngine(office: bench.office, configuration: SyncEngine.Configuration())
            #expect(try await engine.cancel(run.id, of: "norrland") == nil)
            #expect(try await bench.store.run(run.id, of: "eriksson")?.state == .queued)
        }
    }
}
