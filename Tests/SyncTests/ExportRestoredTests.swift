import Domain
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Exports after a copy was put in the store's place: what was exported meanwhile is not exported again.
@Suite struct ExportRestoredTests {
    @Test(arguments: [false, true])
    func `what was exported after the copy was made is found and not posted again`(asOrders: Bool) async throws {
        let document = asOrders ? Settings.Export.Document.order : .invoiceDraft
        try await Bench.openForExport({ ($0.document, $0.handledAfterExport) = (document, false) }) { bench in
            try bench.addWorkOrder(1)
            try bench.addWorkOrder(2, ["Materials": [Bench.material("A1", ["MaterialNr": "0"])]])
            try await bench.sync()
            try bench.addWorkOrder(3)
            let later = try await restored(bench) {
                // Meanwhile one was corrected, and another one came.
                try bench.editWorkOrder(2, ["Materials": [Bench.material("A1")]])
                try await bench.sync()
            }
            try bench.addWorkOrder(4)
            let run = try await later.sync()
            #expect(run.state == .succeeded)
            for index in 1...4 {
                #expect(try later.document(index).text("Id") == (try await later.entry(index))?.documentID)
            }
            let adopted = try await later.warnings().filter { $0 == .adoptedExistingDocument }
            #expect(adopted.count == 2)
            // Now it knows of them all, and asks no more.
            let list = asOrders ? "/v2/orders" : "/v2/customerinvoicedrafts"
            let questions = later.sandbox.calls.count("GET", list)
            #expect(try await later.sync()[.workOrders].counts.skipped == 4)
            #expect(later.sandbox.calls.count("GET", list) == questions)
        }
    }

    @Test func `what can't be exported still says why, and is exported once it can be`() async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1, ["Materials": [Bench.material("A1", ["MaterialNr": "0"])]])
            try await bench.sync()
            let later = try await restored(bench) {}
            #expect(try await later.sync().state == .partial)
            #expect(try await later.entry(1)?.code == .zeroQuantity)
            #expect(try await later.entry(1)?.state == .failed)
            try bench.editWorkOrder(1, ["Materials": [Bench.material("A1")]])
            #expect(try await later.sync().state == .succeeded)
            _ = try later.document(1)
        }
    }

    @Test func `work of long after the restore is not looked for`() async throws {
        try await Bench.openForExport { bench in
            let later = try await restored(bench) {}
            later.clock.advance(by: 60 * 86_400)
            let day = CalendarDay(later.clock.now).dayFirst
            try bench.addWorkOrder(1, ["WorkDate": .string(day), "WorkEndDate": .string(day)])
            let before = later.sandbox.calls.count("GET", "/v2/customerinvoicedrafts")
            #expect(try await later.sync().state == .succeeded)
            _ = try later.document(1)
            #expect(later.sandbox.calls.count("GET", "/v2/customerinvoicedrafts") == before)
        }
    }

    /// Copies the store, lets something happen, and returns a process that has the copy for its store.
    private func restored(_ bench: Bench, after happening: () async throws -> Void) async throws -> Bench {
        let path = bench.world.storePath
        try StoreArchive.copy(path, to: path + ".copy", replacing: false)
        try await happening()
        bench.clock.advance(by: 60)
        _ = try StoreArchive.restore(
            path + ".copy",
            to: path + ".restored",
            sealing: bench.sealing,
            at: bench.clock.now
        )
        bench.clock.advance(by: 60)
        return try await bench.another(storePath: path + ".restored")
    }
}
