import Domain
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Which work orders are exported, their PDFs, what became of them, and the preview.
@Suite struct ExportAfterTests {
    @Test func `only completed, wanted and recent work orders are exported, and none is marked by reading`()
        async throws
    {
        let recorder = CallRecorder()
        try await Bench.openForExport(
            {
                $0.workStatus = "10"
                $0.handledAfterExport = false
            },
            wire: recorder.wire
        ) { bench in
            try await bench.change { $0.export.completedSince = bench.clock.now.addingTimeInterval(-10 * 86_400) }
            try bench.addWorkOrder(1, ["WorkStatus": "10"])
            try bench.addWorkOrder(2, ["WorkStatus": "20"])
            try bench.addWorkOrder(3, ["WorkStatus": "10", "Archived": "1"])
            try bench.addWorkOrder(4, ["WorkStatus": "10", "status": "Opgehaald"])
            try bench.addWorkOrder(5, ["WorkStatus": "10", "WorkDate": "01-12-2025"])
            let waiting = try await Exports(office: bench.office).waiting(of: "eriksson")
            #expect(waiting.count == 1 && waiting.leftOut == 1)
            let run = try await bench.sync()
            #expect(run[.workOrders].counts == Run.Counts(read: 2, created: 1, skipped: 1))
            #expect(bench.sandbox.vismaRows("customerinvoicedrafts").count == 1)
            #expect(recorder.query("update_status", of: "GET /GetWorkorders/").allSatisfy { $0 == "false" })
            #expect((1...5).allSatisfy { bench.workOrder($0).text("status") != "Afgehandeld" })
            #expect(try await bench.sync()[.workOrders].counts.created == 0)
        }
    }

    @Test func `the PDF is attached, and one that is none or elsewhere is reported`() async throws {
        try await Bench.openForExport { bench in
            let addresses = [
                "/mailpdf.php?sheet_id=S1", "/mailpdf.php?sheet_id=X1", "http://files.example.com/workorder.pdf",
            ]
            for (index, address) in addresses.enumerated() {
                try bench.addWorkOrder(index, ["PdfUrl": .string(address)])
            }
            #expect(try await bench.sync().state == .succeeded)
            let files = try (0..<3).map { try bench.document($0)["SalesDocumentAttachments"]?.array?.count ?? 0 }
            #expect(files == [1, 0, 0])
            #expect(try await bench.warnings() == [.attachmentFailed, .attachmentFailed])
            #expect(try await bench.store.exportCounts(of: "eriksson") == [.done: 3])
        }
    }

    @Test func `a PDF whose upload has no answer is attached once`() async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1, ["PdfUrl": "/mailpdf.php?sheet_id=S1"])
            bench.sandbox.declare(.lost(.after), method: "POST", pathPrefix: "/v2/salesdocumentattachments")
            #expect(try await bench.sync().state == .succeeded)
            #expect(try bench.document(1)["SalesDocumentAttachments"]?.array?.count == 1)
            #expect(try await bench.warnings() == [])
        }
    }

    @Test func `the ledger shows the invoice and its payment`() async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1)
            try await bench.sync()
            let invoice = try bench.sandbox.bookDraft(bench.document(1).text("Id"))
            try await bench.sync()
            #expect(try await bench.entry(1)?.invoice == .init(number: invoice["InvoiceNumber"]?.int, isPaid: false))
            try bench.sandbox.payInvoice(invoice.text("Id"))
            try await bench.sync()
            #expect(try await bench.entry(1)?.invoice?.isPaid == true)
        }
    }

    @Test(arguments: Settings.Export.Document.allCases)
    func `a preview writes nothing, and shows what is posted afterwards`(document: Settings.Export.Document)
        async throws
    {
        let recorder = CallRecorder()
        try await Bench.openForExport({ $0.document = document }, wire: recorder.wire) { bench in
            try bench.addWorkOrder(1)
            try bench.addWorkOrder(2, ["Materials": [], "Workperiods": []])
            let previews = try await Exports(office: bench.office).preview(of: "eriksson")
            #expect(previews.map(\.failure?.code) == [nil, .emptyWorkOrder])
            #expect(bench.sandbox.vismaRows("customerinvoicedrafts").isEmpty)
            #expect(try await bench.store.exportCounts(of: "eriksson").isEmpty)
            #expect(try await bench.log().isEmpty)
            try await bench.sync()
            let route = document == .order ? "POST /orders" : "POST /customerinvoicedrafts"
            let posted = recorder.calls(route).compactMap { $0.body.map { String(decoding: $0, as: UTF8.self) } }
            #expect(previews[0].calls.map(\.body) == posted && posted.count == 1)
        }
    }

    @Test func `orders that the export made do not come back as work orders`() async throws {
        try await Bench.openForExport({ $0.document = .order }, lists: [.orders, .workOrders]) { bench in
            try bench.addWorkOrder(1)
            for _ in 0..<2 { #expect(try await bench.sync().state == .succeeded) }
            #expect(try bench.document(1)["Status"] == 2)
            #expect(bench.sandbox.outSmartRows("workorders").count == 1)
        }
    }

    @Test func `a company without orders is told so, and gets no document`() async throws {
        try await Bench.open(lists: [.workOrders]) { bench in
            try bench.addTrade(company: "norrland")
            try await bench.connect("norrland")
            try await bench.change("norrland") { settings in
                settings.export.document = .order
                settings.export.completedSince = bench.clock.now.addingTimeInterval(-2000 * 86_400)
            }
            try bench.addWorkOrder(1, company: "norrland")
            let run = try await bench.sync("norrland")
            #expect(run.state == .failed && run.problem?.code == .moduleMissing)
            #expect(bench.documents(Bench.reference(1), company: "norrland").isEmpty)
        }
    }
}
