import Domain
import Foundation
import RemoteAPI
import Synchronization
import TestSupport
import Testing

@testable import Sync

@Suite struct WatchTests {
    /// What was told, in order.
    private final class Told: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock(\.self) }
        func add(_ line: String) { lines.withLock { $0.append(line) } }

        var watch: Watch {
            Watch(
                began: { self.add("began \($0.state)") },
                ended: { self.add("ended \($0.state) \($0.steps.map(\.counts.created))") },
                logged: { self.add("logged \($0.count)") }
            )
        }
    }

    private func engine(of bench: Bench, telling told: Told) -> SyncEngine {
        let clock = bench.clock
        let office = Office(
            store: bench.store,
            vendors: bench.vendors,
            custody: bench.custody,
            license: { _ in .active(until: .distantFuture) },
            bulletin: Bulletin(watch: told.watch),
            now: { clock.now }
        )
        return SyncEngine(office: office, configuration: .init())
    }

    @Test func `a run is told of at its beginning and its end, and its log between`() async throws {
        let told = Told()
        try await Bench.open { bench in
            try bench.addCustomers(0..<3)
            try await bench.connect()
            let engine = engine(of: bench, telling: told)
            let serving = Task { await engine.serve() }
            _ = try await engine.request("eriksson", scopes: [.customers], trigger: .manual)
            try await eventually("the run's end is told", holds: { told.all.last?.hasPrefix("ended") == true })
            await engine.stop()
            await serving.value
        }
        #expect(told.all == ["began running", "logged 1", "ended succeeded [3]"])
    }

    @Test func `a waiting run that is cancelled is told of once`() async throws {
        let told = Told()
        try await Bench.open { bench in
            try await bench.connect()
            let engine = engine(of: bench, telling: told)
            let run = try await engine.request("eriksson", scopes: [.customers], trigger: .manual).run
            for _ in 0..<3 { _ = try await engine.cancel(run.id, of: "eriksson") }
        }
        #expect(told.all == ["ended cancelled [0]"])
    }
}
