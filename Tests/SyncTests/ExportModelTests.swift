import Domain
import Foundation
import Sandbox
import Synchronization
import TestSupport
import Testing

@testable import Sync

/// Random schedules of faults at every call and deaths at every step: each work order has one document in the end.
@Suite struct ExportModelTests {
    /// How many schedules there are, unless `CONNECTOR_EXPORT_SCHEDULES` of the environment says otherwise.
    private static let count =
        ProcessInfo.processInfo.environment["CONNECTOR_EXPORT_SCHEDULES"].flatMap { Int($0) } ?? 10_000
    /// How many share a sandbox and a store.
    private static let batch = 100

    private static let tally = Mutex(Tally())

    private struct Tally {
        var schedules = 0
        var workOrders = 0
        var updates = 0
        var deaths = 0
        var standstills = 0
        var faults = 0

        mutating func add(_ schedule: ExportSchedule) {
            schedules += 1
            workOrders += schedule.jobs.count
            updates += schedule.jobs.count { $0.isOfOrder && !$0.isPoisoned }
        }

        mutating func add(_ blow: Fate.Blow) {
            switch blow {
            case .death: deaths += 1
            case .standstill: standstills += 1
            case .halved, .late, .fault: faults += 1
            }
        }
    }

    @Test(arguments: 0..<(count + batch - 1) / batch)
    func `whatever happens, each work order gets one document or an explanation`(batch: Int) async throws {
        let fate = Fate()
        let seeds = batch * Self.batch..<min((batch + 1) * Self.batch, Self.count)
        let schedules = seeds.map(ExportSchedule.init)
        try await Bench.open(lists: [.workOrders], inMemory: true, change: fate.install) { bench in
            try bench.addTrade()
            for number in ["EXTRA", "LATE"] { try bench.addArticle(number, "Tillägg", "100.00") }
            try await bench.connect()
            try await bench.change { settings in
                settings.export.completedSince = bench.clock.now.addingTimeInterval(-30 * 86_400)
                settings.export.document = batch.isMultiple(of: 3) ? .order : .invoiceDraft
            }
            let trial = ExportTrial(bench: bench, fate: fate)
            for schedule in schedules {
                let complaints = try await trial.complaints(about: schedule)
                #expect(complaints.isEmpty, "ExportSchedule(seed: \(schedule.seed)) of batch \(batch)")
            }
        }
        let tally = Self.tally.withLock { tally in
            for schedule in schedules { tally.add(schedule) }
            for blow in fate.struck { tally.add(blow) }
            return tally
        }
        guard tally.schedules == Self.count else { return }
        print(
            "Export: \(tally.schedules) schedules, \(tally.workOrders) work orders, \(tally.updates) of them updates of "
                + "orders; \(tally.faults) faults, \(tally.deaths) deaths, \(tally.standstills) standstills."
        )
    }
}
