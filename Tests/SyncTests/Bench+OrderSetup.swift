import Domain
import RemoteAPI
import Sandbox
import TestSupport

extension Bench {
    /// Runs `body` with a connected company of one customer, an article of goods and one of hours, and these orders.
    static func openWithOrders(
        _ count: Int,
        wire: Wire = { $0 },
        settings: (inout Settings.Import) -> Void = { _ in },
        _ body: (Bench) async throws -> Void
    ) async throws {
        try await open(lists: [.orders], wire: wire) { bench in
            try bench.addCustomers([1])
            let terms = bench.sandbox.vismaRows("termsofpayments").first?["Id"] ?? nil
            try bench.editCustomer(1, ["TermsOfPaymentId": terms])
            try bench.addArticles([1])
            try bench.addArticles([2], unit: "tim")
            for index in 0..<count { try bench.addOrder(index) }
            try await bench.connect()
            try await bench.change { settings(&$0.import) }
            try await body(bench)
        }
    }

    /// The log's entries of a code, oldest first.
    func log(_ code: LogEntry.Code) async throws -> [LogEntry] {
        try await log(of: "eriksson", LogEntry.Filter(code: code))
    }
}
