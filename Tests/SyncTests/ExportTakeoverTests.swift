import Domain
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// A process that stands still past its claim, and goes on when another one has taken its run over.
@Suite struct ExportTakeoverTests {
    private let drafts = "/v2/customerinvoicedrafts"

    @Test(arguments: 0..<12, [Barrier.Moment.before, .after])
    func `whatever it was about to do, the other one does it, once`(step: Int, moment: Barrier.Moment) async throws {
        let fate = Fate()
        try await Bench.openForExport(change: fate.install) { bench in
            try bench.addWorkOrder(1, ["PdfUrl": "/mailpdf.php?sheet_id=S1"])
            var lives = [[step: Fate.Blow.standstill(moment)]][...]
            _ = try await ExportTrial(bench: bench, fate: fate).live(&lives)
            #expect(fate.struck.count == 1)
            #expect(try bench.document(1)["SalesDocumentAttachments"]?.array?.count == 1)
            #expect(try await bench.entry(1)?.state == .done)
            #expect(bench.sandbox.calls.count("POST", drafts) == 1)
            // The run ended as the other one left it.
            let runs = try await bench.store.runs(of: "eriksson", before: nil, limit: 9)
            #expect(runs.map(\.state) == [.succeeded])
        }
    }

    @Test func `without another process it prolongs its claim and goes on`() async throws {
        try await Bench.openForExport { bench in
            let office = bench.office
            let run = try await office.store.enqueue(
                "eriksson",
                scopes: [.workOrders],
                trigger: .api,
                at: bench.clock.now
            )
            .run
            let end = bench.clock.now + 20
            _ = try await office.store.claimNextRun(by: "1", until: end, now: bench.clock.now)
            let (claim, control) = (Claim(holder: "1", until: end), RunControl())
            bench.clock.advance(by: 9)
            try await claim.assure(run.id, at: office, control)
            #expect(claim.end == end)
            bench.clock.advance(by: 300)
            try await claim.assure(run.id, at: office, control)
            #expect(claim.end == bench.clock.now + 20 && control.interruption == nil)

            bench.clock.advance(by: 20)
            #expect(try await office.store.claimNextRun(by: "2", until: end + 999, now: bench.clock.now)?.id == run.id)
            await #expect(throws: RemoteAPIError.cancelled) { try await claim.assure(run.id, at: office, control) }
            #expect(control.interruption == .lost)
        }
    }
}
