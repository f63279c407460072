import Domain
import Foundation
import Sync

extension Office {
    /// Lets the schedule run, with every account connected.
    ///
    /// What happened is in the store, where the script reads it.
    ///
    /// - Parameters:
    ///   - interval: Seconds between the turns of an account.
    ///   - seconds: How long.
    /// - Throws: What keeps the accounts from being connected.
    func keepSchedule(interval: Int, seconds: Int) async throws {
        try await connectAll(isScheduled: true)
        var configuration = SyncEngine.Configuration()
        configuration.workers = 4 * ProcessInfo.processInfo.activeProcessorCount
        configuration.interval = TimeInterval(interval)
        let engine = engine(configuration)
        let usage = Usage()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await engine.serve() }
            try? await Task.sleep(for: .seconds(seconds))
            await engine.stop()
            await group.waitForAll()
        }
        try Entrypoint.report(
            ScheduleFigures(
                seconds: usage.seconds,
                processorSeconds: usage.processorSeconds,
                peakMegabytes: try Usage.peakMegabytes()
            )
        )
    }

    private struct ScheduleFigures: Codable {
        var seconds: Double
        var processorSeconds: Double
        var peakMegabytes: Double
    }
}
