import Domain
import EAccounting
import Foundation
import Persistence
import RemoteAPI
import Sandbox
import TestSupport

@testable import Sync

// Orders of Visma that came to OutSmart as work orders, and are to get what was used.

extension ExportTrial {
    /// Adds an order as if an import had made the work order of it, and lets someone add a row to it then.
    func addOrder(of job: ExportSchedule.Job) async throws {
        try bench.editOrder(job.orderID, number: job.orderNumber, rows: [("A1", "5")])
        let order = try WireJSON.decode(
            EAccountingClient.Order.self,
            from: Data(JSON.object(bench.order(job.orderID)).encoded.utf8)
        )
        let now = bench.clock.now
        let link = Link(
            vismaID: job.orderID,
            code: "V\(job.orderNumber)",
            accepted: Fingerprint([1]),
            facts: ImportedRows(order).facts
        )
        _ = try await bench.store.enqueue("eriksson", scopes: [.orders], trigger: .manual, at: now)
        guard let run = try await bench.store.claimNextRun(by: "import", until: now + 20, now: now) else { return }
        _ = try await bench.store.save(
            [link],
            accepted: [],
            of: "eriksson",
            .orders,
            step: Run.Step(scope: .orders),
            run: run.id,
            holder: "import",
            now: now
        )
        _ = try await bench.store.finish(run.id, holder: "import", state: .succeeded, problem: nil, at: now)
        try addRow("EXTRA", "3", toOrderOf: job)
    }

    /// What a person does at Visma; once, however often it is asked for.
    func addRow(_ article: String, _ quantity: String, toOrderOf job: ExportSchedule.Job) throws {
        var rows = bench.orderRows(job.orderID)
        guard !rows.contains(where: { $0.text("ArticleNumber") == article }) else { return }
        rows.append(Bench.orderRow(rows.count + 1, article, quantity))
        try bench.sandbox.edit(.vismaTable("orders"), job.orderID, ["Rows": .array(rows.map(JSON.object))])
    }

    /// What is wrong with an order: it has what was used, once, and all that people added.
    func complaints(about order: JSONObject, of job: ExportSchedule.Job) -> [String] {
        let rows = (order["Rows"]?.array ?? []).compactMap(\.object).map { row in
            "\(row.text("ArticleNumber")) \(row["Quantity"]?.decimal ?? 0)"
        }
        let used = job.isPoisoned ? ["A1 5"] : [" 0", "\(job.newArticle ?? "A1") 2", "ARB 1"]
        let expected = used + ["EXTRA 3"] + (job.getsLateRow ? ["LATE 4"] : [])
        return rows.sorted() == expected.sorted() ? [] : ["the order of job \(job.index) has the rows \(rows)"]
    }
}

extension Bench {
    /// An order at Visma.
    func order(_ id: String) -> JSONObject {
        sandbox.vismaRows("orders").first { $0.text("Id") == id } ?? [:]
    }

    func orderRows(_ id: String) -> [JSONObject] {
        (order(id)["Rows"]?.array ?? []).compactMap(\.object)
    }
}
