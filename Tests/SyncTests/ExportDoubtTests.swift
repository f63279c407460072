import Domain
import Foundation
import Persistence
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Documents of which nobody knows whether they exist, and what remains to be done once they do.
@Suite struct ExportDoubtTests {
    private let drafts = "/v2/customerinvoicedrafts"

    @Test(arguments: [false, true])
    func `a document whose answer was lost is adopted, also where Visma refuses the filter`(isRefused: Bool)
        async throws
    {
        try await Bench.openForExport(change: { options in
            if isRefused { options.refusedFilters = ["BuyersOrderReference", "YourReference", "OurReference"] }
        }) { bench in
            try bench.addWorkOrder(1)
            bench.sandbox.declare(.lost(.after), method: "POST", pathPrefix: drafts)
            #expect(try await bench.sync().state == .succeeded)
            #expect(try await bench.entry(1)?.documentID == bench.document(1).text("Id"))
            #expect(try await bench.warnings() == [.adoptedExistingDocument])
        }
    }

    @Test func `a document that never arrived is looked for twice and posted then`() async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1)
            bench.sandbox.declare(.lost(.before), method: "POST", pathPrefix: drafts)
            #expect(try await bench.sync().state == .succeeded)
            _ = try bench.document(1)
            #expect(bench.sandbox.calls.count("POST", drafts) == 2)
            #expect(bench.sandbox.calls.count("GET", "/v2/customerinvoices") == 3)
            #expect(try await bench.warnings() == [])
        }
    }

    @Test func `two documents with the reference are held and reported once`() async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1)
            bench.sandbox.declare(.lost(.after), method: "POST", pathPrefix: drafts)
            bench.sandbox.declare(.status(500, .before), method: "GET", pathPrefix: drafts, count: 5)
            #expect(try await bench.sync().state == .failed)
            let draft = try bench.document(1)
            var copy = draft
            copy["Id"] = "30000000-0000-4000-8000-000000000001"
            try bench.sandbox.edit(.vismaTable("customerinvoicedrafts"), copy.text("Id"), copy)
            for _ in 0..<2 { #expect(try await bench.sync().state == .partial) }
            #expect(bench.documents(Bench.reference(1)).count == 2)
            #expect(try await bench.entry(1)?.state == .posting)
            #expect(try await bench.log(LogEntry.Filter(code: .alreadyExported)).count == 1)
        }
    }

    @Test func `a draft that was booked while it was in doubt is found as an invoice`() async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1)
            bench.sandbox.declare(.lost(.after), method: "POST", pathPrefix: drafts)
            bench.sandbox.declare(.status(500, .before), method: "GET", pathPrefix: drafts, count: 5)
            try await bench.sync()
            let draft = try bench.document(1).text("Id")
            try bench.sandbox.bookDraft(draft)
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.sandbox.vismaRows("customerinvoicedrafts").isEmpty)
            #expect(try await bench.entry(1)?.documentID == draft)
            #expect(try await bench.entry(1)?.state == .done)
        }
    }

    @Test func `another reference field in the settings does not hide a document in doubt`() async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1)
            bench.sandbox.declare(.lost(.after), method: "POST", pathPrefix: drafts)
            bench.sandbox.declare(.status(500, .before), method: "GET", pathPrefix: drafts, count: 5)
            try await bench.sync()
            try await bench.change { $0.export.referenceField = .ourReference }
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.sandbox.vismaRows("customerinvoicedrafts").count == 1)
        }
    }

    @Test func `work orders with the same number get documents of their own, whatever is lost`() async throws {
        try await Bench.openForExport { bench in
            for index in 1...2 {
                let text = JSON.string("Jobb \(index)")
                try bench.addWorkOrder(index, ["OrderNr": "2026-1", "WorkDescription": text])
            }
            bench.sandbox.declare(.lost(.before), method: "POST", pathPrefix: drafts)
            bench.sandbox.declare(.lost(.after), method: "POST", pathPrefix: drafts)
            #expect(try await bench.sync().state == .succeeded)
            let texts = bench.sandbox.vismaRows("customerinvoicedrafts").compactMap {
                $0["Rows"]?.array?.first?.object?.text("Text").suffix(6)
            }
            #expect(Set(texts) == ["Jobb 1", "Jobb 2"] && texts.count == 2)
        }
    }

    @Test func `a deleted document is created again only when someone asks`() async throws {
        try await Bench.openForExport {
            $0.handledAfterExport = false
        } _: { bench in
            try bench.addWorkOrder(1)
            try await bench.sync()
            try bench.sandbox.delete(.vismaTable("customerinvoicedrafts"), bench.document(1).text("Id"))
            try await bench.sync()
            #expect(bench.documents(Bench.reference(1)).isEmpty)
            for _ in 0..<2 {
                _ = try await Exports(office: bench.office).retry(Bench.rowID(1), of: "eriksson")
                try await bench.sync()
                _ = try bench.document(1)
            }
            #expect(try await bench.warnings() == [.alreadyExported])
        }
    }

    @Test func `a work order that is not marked as handled gets only that the next time`() async throws {
        try await Bench.openForExport { bench in
            try bench.addWorkOrder(1)
            bench.sandbox.declare(.vendorError(1599, .before), method: "GET", pathPrefix: "/openapi/8/GetWorkorder/")
            try await bench.sync()
            #expect(try await bench.entry(1)?.state == .attached)
            #expect(try await bench.warnings() == [.statusUpdateFailed])
            #expect(try await bench.sync().state == .succeeded)
            #expect(try await bench.entry(1)?.state == .done)
            #expect(bench.workOrder(1).text("status") == "Afgehandeld")
            #expect(bench.sandbox.calls.count("POST", drafts) == 1)
        }
    }
}
