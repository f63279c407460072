import Domain
import Foundation
import Persistence
import Sandbox
import TestSupport
import Testing

@testable import Sync

@Suite struct ScheduleTests {
    private func scheduledRuns(_ bench: Bench, _ account: Account.ID = "eriksson") async throws -> [Run] {
        try await bench.store.runs(of: account, before: nil, limit: 100).filter { $0.trigger == .schedule }
    }

    /// Waits until a scheduled run has ended that was queued at the clock's time.
    private func scheduledRunEnds(_ bench: Bench) async throws {
        try await eventually("a scheduled run ends") {
            try await scheduledRuns(bench).contains { $0.queuedAt == bench.clock.now && $0.state.isFinished }
        }
    }

    /// Lets the engine look at the schedule once more: it does so before it takes a run.
    private func look(_ engine: SyncEngine, _ bench: Bench) async throws {
        let run = try await engine.request("eriksson", scopes: nil, trigger: .manual).run
        _ = try await bench.end(of: run)
    }

    @Test func `a connected account has its turn within the first interval, and then once in each`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<3)
            try await bench.connect()
            try await bench.withEngine(configure: { $0.interval = 900 }) { engine in
                try await look(engine, bench)
                #expect(try await scheduledRuns(bench).isEmpty)
                for turn in 1...3 {
                    bench.clock.advance(by: 900)
                    try await scheduledRunEnds(bench)
                    try await look(engine, bench)
                    #expect(try await scheduledRuns(bench).count == turn)
                }
            }
            #expect(try await scheduledRuns(bench).allSatisfy { $0.state == .succeeded })
        }
    }

    @Test func `missed turns are taken once`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            try await bench.withEngine { engine in
                try await look(engine, bench)
                bench.clock.advance(by: 100 * 900)
                try await scheduledRunEnds(bench)
                try await look(engine, bench)
                #expect(try await scheduledRuns(bench).count == 1)
            }
        }
    }

    @Test func `two processes that share the store take a turn once`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            let other = try await bench.another()
            try await bench.withEngine { engine in
                try await other.withEngine { _ in
                    try await look(engine, bench)
                    for turn in 1...3 {
                        bench.clock.advance(by: 900)
                        try await scheduledRunEnds(bench)
                        try await look(engine, bench)
                        #expect(try await scheduledRuns(bench).count == turn)
                    }
                }
            }
        }
    }

    @Test func `a process whose clock is a little behind does not take a turn once more`() async throws {
        try await Bench.open { ahead in
            try await ahead.connect()
            let behind = try await ahead.another(clock: TestClock(ahead.clock.now - 5))
            try await ahead.withEngine { engine in
                try await look(engine, ahead)
                let turn = try #require(try await ahead.store.nextTurn())
                ahead.clock.advance(by: turn.timeIntervalSince(ahead.clock.now) + 1)
                try await scheduledRunEnds(ahead)
                // The other one's clock has not come to the turn yet.
                behind.clock.advance(by: turn.timeIntervalSince(behind.clock.now) - 4)
                try await behind.withEngine { try await look($0, behind) }
                try await look(engine, ahead)
                #expect(try await scheduledRuns(ahead).count == 1)
            }
        }
    }

    @Test func `no turns come without a schedule, a connection or a licence`() async throws {
        try await Bench.open { bench in
            try await bench.connect("eriksson")
            try await bench.connect("norrland")
            try await bench.register("unconnected", books: "norrland")
            var settings = Settings()
            settings.schedule.enabled = false
            try await bench.accounts.save(settings, of: "eriksson")
            _ = try await bench.accounts.update("norrland", Accounts.Changes(license: .some(nil)))
            try await bench.withEngine { engine in
                for _ in 0..<3 {
                    bench.clock.advance(by: 900)
                    try await look(engine, bench)
                }
            }
            for account in ["eriksson", "norrland", "unconnected"] as [Account.ID] {
                #expect(try await scheduledRuns(bench, account).isEmpty)
            }
        }
    }

    @Test func `a sync that nobody asked for and that changed nothing leaves no entry in the log`() async throws {
        try await Bench.open { bench in
            try bench.addCustomers(0..<3)
            try await bench.connect()
            try await bench.withEngine { engine in
                try await look(engine, bench)
                let before = try await bench.log().count
                bench.clock.advance(by: 900)
                try await scheduledRunEnds(bench)
                #expect(try await bench.log().count == before)
                try bench.editCustomer(1, ["Name": "Nytt namn"])
                bench.clock.advance(by: 900)
                try await scheduledRunEnds(bench)
                let entry = try #require(try await bench.log().last)
                #expect(try await bench.log().count == before + 1)
                #expect(entry.level == .info && entry.message.contains("1 updated"))
            }
        }
    }
}
