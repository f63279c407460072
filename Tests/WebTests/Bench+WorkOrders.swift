import Domain
import Foundation
import Persistence
import Sandbox
import TestSupport

extension Bench {
    /// Adds a completed work order at OutSmart: two valves for the customer K1001, who is at Visma.
    ///
    /// - Parameters:
    ///   - id: OutSmart's identifier.
    ///   - day: The day of the work, such as `15-01-2026`.
    ///   - patch: What is different.
    ///   - change: What is different about the valves.
    /// - Throws: What the sandbox refuses.
    func complete(
        _ id: Int,
        on day: String = "15-01-2026",
        _ patch: JSONObject = [:],
        material change: JSONObject = [:]
    ) throws {
        try addCustomers(1...1)
        try editCustomer(1, ["TermsOfPaymentId": sandbox.vismaRows("termsofpayments").first?["Id"] ?? nil])
        // New articles get what most articles have.
        try sandbox.edit(
            .vismaTable("articles"),
            "00000000-0000-4000-8000-000000000001",
            [
                "Number": "1", "Name": "Rör", "IsActive": true, "NetPrice": 10,
                "CodingId": sandbox.vismaRows("articleaccountcodings").first?["Id"] ?? nil,
                "UnitId": sandbox.vismaRows("units").first?["Id"] ?? nil,
            ]
        )
        var material: JSONObject = [
            "MaterialCode": "4100013", "MaterialNr": "2", "MaterialPrice": "90,00", "MaterialName": "Ventil & rör",
            "MaterialUnit": "st", "MaterialType": "USAGE", "MaterialOriginalPrice": "100,00",
            "MaterialDiscountPercentage": "10",
        ]
        for (name, value) in change { material[name] = value }
        var order: JSONObject = [
            "status": "Compleet", "WorkorderNo": .string("W\(id)"), "OrderNr": .string("2026-\(id)"),
            "WorkDate": .string(day), "TypeOfWork": "Service", "PaymentMethod": "op rekening",
            "CustomerName": "Kund 1 Åström", "CustomerDebtorNr": "K1001", "CustomerDebtorNrInvoice": "K1001",
            "WorkDescription": "Bytt <ventil>",
            "Materials": [.object(material)],
            "Workperiods": [],
        ]
        for (name, value) in patch { order[name] = value }
        try sandbox.edit(.outSmartTable("workorders"), "\(id)", order)
    }

    /// Puts entries into the ledger, as a run would.
    func record(_ entries: ExportEntry...) async throws {
        try await record(entries)
    }

    func record(_ entries: [ExportEntry]) async throws {
        _ = try await store.enqueue("eriksson", scopes: [.workOrders], trigger: .manual, at: clock.now)
        let claimed = try await store.claimNextRun(by: "test", until: clock.now.addingTimeInterval(60), now: clock.now)
        guard let run = claimed else { return }
        for entry in entries {
            _ = try await store.save(entry, of: "eriksson", run: run.id, holder: "test", now: clock.now)
        }
        _ = try await store.finish(run.id, holder: "test", state: .succeeded, problem: nil, at: clock.now)
    }
}

extension ExportEntry {
    /// An entry of that age in seconds.
    init(_ workOrder: String, _ state: State, age: TimeInterval, _ change: (inout ExportEntry) -> Void = { _ in }) {
        let time = Date(timeIntervalSince1970: 1_768_464_600 - age)
        self.init(
            workOrder: workOrder,
            number: "2026-\(workOrder)",
            state: state,
            document: .invoiceDraft,
            reference: "WO-2026-\(workOrder)",
            claimedAt: time,
            updatedAt: time
        )
        change(&self)
    }
}
