import Domain
import Foundation
import Sandbox
import Synchronization
import TestSupport
import Testing

@testable import Sync

/// Random schedules of faults at every call and deaths at every step: each work order has one document in the end.
@Suite struct ExportModelTests {
    /// How many schedules there are: `CONNECTOR_EXPORT_SCHEDULES` of the environment, else ten thousand.
    private static let count =
        ProcessInfo.processInfo.environment["CONNECTOR_EXPORT_SCHEDULES"].flatMap { Int($0) } ?? 10_000
    /// How many share a sandbox and a store.
    private static let batch = 100

    @Test(arguments: 0..<(count + batch - 1) / batch)
    func `whatever happens, each work order gets one document or an explanation`(batch: Int) async throws {
        let fate = Fate()
        let start = ContinuousClock.now
        try await Bench.open(lists: [.workOrders], inMemory: true, change: fate.install) { bench in
            try bench.addTrade()
            try await bench.connect()
            try await bench.change { settings in
                settings.export.completedSince = bench.clock.now.addingTimeInterval(-30 * 86_400)
                settings.export.document = batch.isMultiple(of: 3) ? .order : .invoiceDraft
            }
            let trial = ExportTrial(bench: bench, fate: fate)
            let first = batch * Self.batch
            for seed in first..<min(first + Self.batch, Self.count) {
                let complaints = try await trial.complaints(about: ExportSchedule(seed: seed))
                #expect(complaints.isEmpty, "schedule \(seed)")
            }
        }
        print("batch \(batch): \(ContinuousClock.now - start)", fate.struck.count)
    }
}
