import Domain
import Foundation
import Persistence
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// The whole road of the export, from completed work orders to documents at Visma.
@Suite struct ExportRoadTests {
    private let early = Date(timeIntervalSince1970: 1_700_000_000)

    @Test func `the sample company's work orders become drafts, each once, and eight are explained`() async throws {
        let lists: Set<Scope> = [.customers, .articles, .projects, .workOrders]
        try await Bench.open(.sampleCompany, lists: lists) { bench in
            try await bench.connect()
            try await bench.change { $0.export.completedSince = early }
            let run = try await bench.sync()
            #expect(run.state == .partial && run[.workOrders].counts == Run.Counts(read: 158, created: 150, failed: 8))
            let drafts = bench.sandbox.vismaRows("customerinvoicedrafts").map { $0.text("BuyersOrderReference") }
            #expect(drafts.count == 150 && Set(drafts).count == 150)
            #expect(try await bench.store.exportCounts(of: "eriksson") == [.done: 150, .failed: 8])
            let errors = try await bench.log(of: "eriksson", LogEntry.Filter(level: .error))
            #expect(errors.count == 8 && errors.allSatisfy { $0.code != nil && $0.record != nil })
            let codes = Set(errors.compactMap(\.code))
            #expect(codes == [.emptyWorkOrder, .zeroQuantity, .zeroDuration, .noDebtorNumber, .relationCreateFailed])
            // The others are handled; the failed ones show their status in OutSmart, and are not tried again.
            #expect(bench.workOrders().filter { $0["status"] == "Compleet" && $0["WorkStatus"] == "99" }.count == 8)
            #expect(try await bench.sync()[.workOrders].counts == Run.Counts(read: 8, skipped: 8))
            #expect(bench.sandbox.vismaRows("customerinvoicedrafts").count == 150)
        }
    }

    @Test func `a work order of an order updates it, and keeps what people added there`() async throws {
        try await Bench.open(lists: [.customers, .articles, .orders, .workOrders]) { bench in
            try bench.addCustomers(1...1)
            try bench.addArticles(1...3)
            try bench.addOrder(1, rows: [bench.orderRow(article: 1)])
            try await bench.connect()
            try await bench.change { $0.export.completedSince = early }
            try await bench.sync()
            bench.clock.advance(by: 600)
            try bench.editOrder(1, ["Rows": .array([bench.orderRow(article: 1), bench.orderRow(article: 2)])])
            let id = try #require(bench.workOrders().first).text("id")
            let used = Bench.material(.string(Bench.articleNumber(3)), ["MaterialPrice": "12,50"])
            let patch: JSONObject = ["status": "Compleet", "Materials": .array([used])]
            try bench.sandbox.edit(.outSmartTable("workorders", account: "eriksson"), id, patch)
            #expect(try await bench.sync()[.workOrders].counts.created == 1)
            let articles = bench.order(1)["Rows"]?.array?.compactMap { $0.object?["ArticleNumber"]?.string } ?? []
            #expect(Set(articles) == [Bench.articleNumber(2), Bench.articleNumber(3)])
            #expect(bench.sandbox.vismaRows("orders").count == 1 && bench.workOrders().count == 1)
            // Our own change is nobody's news.
            let news = try await bench.log(of: "eriksson", LogEntry.Filter(code: .orderChanged)).count
            bench.clock.advance(by: 600)
            try await bench.sync()
            #expect(try await bench.log(of: "eriksson", LogEntry.Filter(code: .orderChanged)).count == news)
        }
    }

    @Test func `a preview shows what is posted then, and writes nothing`() async throws {
        try await Bench.open(lists: [.workOrders]) { bench in
            try bench.addCustomers(0...0)
            try bench.addTrade()
            try bench.addWorkOrder(1)
            try bench.addWorkOrder(2, ["Materials": [], "Workperiods": []])
            try await bench.connect()
            try await bench.change { $0.export.completedSince = early }
            let previews = try await Exports(office: bench.office).preview(of: "eriksson")
            #expect(previews.map(\.failure?.code) == [nil, .emptyWorkOrder])
            let call = try #require(previews.first?.calls.last)
            #expect(call.method == "POST" && call.path == "/customerinvoicedrafts")
            #expect(
                call.body.contains(#""BuyersOrderReference":"WO-2026-1""#) && call.body.contains(#""UnitPrice":100"#)
            )
            #expect(bench.sandbox.vismaRows("customerinvoicedrafts").isEmpty)
            #expect(try await bench.store.exportCounts(of: "eriksson").isEmpty)
            #expect(try await bench.sync()[.workOrders].counts == Run.Counts(read: 2, created: 1, failed: 1))
        }
    }
}
