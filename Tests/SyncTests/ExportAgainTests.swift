import Domain
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Work orders that failed: what Visma's refusals mean, and when they are tried again.
@Suite struct ExportAgainTests {
    @Test(arguments: [
        (4000, LogEntry.Code.vismaError), (4004, .companyInactive), (4006, .scopeMissing), (4024, .codingIncomplete),
        (4025, .vatNumberInvalid), (4100, .vatNumberInvalid), (4026, .periodLocked), (4038, .periodLocked),
    ])
    func `Visma's numbers stand for codes`(number: Int, code: LogEntry.Code) {
        let refusal = Refusal(status: 400, code: number, message: "Nej.", errorID: "e-1")
        let failure = SyncFailure(.refused(refusal), at: .visma)
        #expect(failure.code == code && failure.message.contains("Nej.") && failure.message.contains("e-1"))
        #expect(!failure.action.isEmpty)
    }

    @Test(arguments: [("You have no access to module Sales.", LogEntry.Code.moduleMissing), ("No.", .vismaError)])
    func `4002 is a missing module where it says so`(message: String, code: LogEntry.Code) {
        let failure = SyncFailure(.refused(Refusal(status: 403, code: 4002, message: message)), at: .visma)
        #expect(failure.code == code)
    }

    @Test func `what Visma refuses is not posted again until the work order changes`() async throws {
        try await Bench.openForExport { bench in
            try bench.lockBooks(until: "2026-12-31")
            try bench.addWorkOrder(1)
            try await bench.expectFailure(1, .periodLocked)
            let drafts = "/v2/customerinvoicedrafts"
            #expect(try await bench.sync()[.workOrders].counts.skipped == 1)
            #expect(bench.sandbox.calls.count("POST", drafts) == 1)
            try bench.editWorkOrder(1, ["WorkDescription": "Bytt två blandare"])
            try await bench.sync()
            #expect(bench.sandbox.calls.count("POST", drafts) == 2)
            try bench.lockBooks(until: "2025-12-31")
            _ = try await Exports(office: bench.office).retry(Bench.rowID(1), of: "eriksson")
            #expect(try await bench.sync().state == .succeeded)
            _ = try bench.document(1)
        }
    }

    @Test(arguments: [false, true])
    func `a work order whose customer was missing is exported when there is one, or when the settings make one`(
        isBySettings: Bool
    ) async throws {
        try await Bench.openForExport({ $0.newCustomers = false }) { bench in
            let number = JSON.string(Bench.customerNumber(7))
            try bench.addWorkOrder(1, ["CustomerDebtorNr": number, "CustomerDebtorNrInvoice": number])
            try await bench.expectFailure(1, .relationNotFound)
            #expect(try await bench.sync()[.workOrders].counts.skipped == 1)
            #expect(try await bench.entry(1)?.attempts == 1)
            if isBySettings {
                try await bench.change { $0.export.newCustomers = true }
            } else {
                try bench.addCustomers([7])
                try bench.editCustomer(
                    7,
                    [
                        "CurrencyCode": "SEK", "IsPrivatePerson": false,
                        "TermsOfPaymentId": bench.sandbox.vismaRows("termsofpayments").first?["Id"] ?? nil,
                    ]
                )
            }
            #expect(try await bench.sync().state == .succeeded)
            _ = try bench.document(1)
            #expect(try await bench.entry(1)?.attempts == 2)
        }
    }

    @Test func `a coding without the account that a sale abroad needs is reported as such`() async throws {
        try await Bench.openForExport { bench in
            try bench.editCustomer(0, ["InvoiceCountryCode": "NO"])
            for coding in bench.sandbox.vismaRows("articleaccountcodings") {
                try bench.sandbox.edit(
                    .vismaTable("articleaccountcodings"),
                    coding.text("Id"),
                    ["ForeignSalesVatExemptOutsideEuAccountNumber": nil]
                )
            }
            try bench.addWorkOrder(1)
            try await bench.expectFailure(1, .codingIncomplete)
        }
    }

    @Test func `one poisoned work order among a thousand is explained, and the others are done`() async throws {
        let fate = Fate()
        try await Bench.open(lists: [.workOrders], inMemory: true, change: fate.install) { bench in
            try bench.addTrade()
            for index in 0..<1000 {
                try bench.addWorkOrder(index, index == 777 ? ["Materials": [], "Workperiods": []] : [:])
            }
            try await bench.connect()
            try await bench.change { $0.export.completedSince = bench.clock.now.addingTimeInterval(-30 * 86_400) }
            var lives: ArraySlice<[Int: Fate.Blow]> = []
            let run = try #require(try await ExportTrial(bench: bench, fate: fate).live(&lives))
            #expect(run.state == .partial)
            #expect(run[.workOrders].counts == Run.Counts(read: 1000, created: 999, failed: 1))
            #expect(try await bench.store.exportCounts(of: "eriksson") == [.done: 999, .failed: 1])
            #expect(try await bench.log(LogEntry.Filter(level: .error)).map(\.code) == [.emptyWorkOrder])
            let drafts = bench.sandbox.vismaRows("customerinvoicedrafts").map { $0.text("BuyersOrderReference") }
            #expect(drafts.count == 999 && Set(drafts).count == 999)
            #expect(bench.sandbox.outSmartRows("workorders").count { $0["status"] == "Afgehandeld" } == 999)
        }
    }
}

extension Bench {
    /// Locks the company's books up to a day.
    fileprivate func lockBooks(until day: String) throws {
        let lock = JSON.string("\(day)T00:00:00Z")
        try sandbox.edit(.vismaTable("companysettings"), "eriksson", ["AccountingLockedTo": lock])
    }
}
