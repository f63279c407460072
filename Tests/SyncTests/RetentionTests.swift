import Domain
import Foundation
import Persistence
import Sync
import TestSupport
import Testing

@Suite struct RetentionTests {
    @Test func `log entries and runs are kept for 90 days`() async throws {
        try await Bench.open { bench in
            try await bench.connect()
            let now = bench.clock.now
            func entry(_ message: String, daysAgo: Double) -> LogEntry {
                LogEntry(
                    time: now.addingTimeInterval(-daysAgo * 86_400),
                    account: "eriksson",
                    level: .info,
                    message: message
                )
            }
            try await bench.store.append([entry("old", daysAgo: 91), entry("young", daysAgo: 89)])
            let first = try await bench.sync()

            let messages = try await bench.store.log(of: "eriksson", after: 0, limit: 100).map(\.message)
            #expect(messages.contains("young"))
            #expect(!messages.contains("old"))

            bench.clock.advance(by: 91 * 86_400)
            let second = try await bench.sync()
            let runs = try await bench.store.runs(of: "eriksson", before: nil, limit: 10).map(\.id)
            #expect(runs.contains(second.id))
            #expect(!runs.contains(first.id))
        }
    }
}
