import Sandbox
import TestSupport
import Testing

extension Bench {
    /// Asserts that every customer is at OutSmart as it is at Visma.
    func expectEqual() {
        let expected = sandbox.vismaRows("customers").map { ($0.text("CustomerNumber"), Bench.relation(of: $0)) }
        #expect(relations() == Dictionary(expected) { $1 })
    }

    /// Asserts that every customer is at OutSmart as it is at Visma, and was taken in once.
    func expectAllOnce() {
        expectEqual()
        let customers = sandbox.vismaRows("customers")
        #expect(posts().count == customers.count && posts().values.allSatisfy { $0 == 1 })
    }

    /// Imports so many customers and waits until the next read is a full one.
    func importCustomers(_ count: Int) async throws {
        try addCustomers(0..<count)
        try await connect()
        try await sync()
        clock.advance(by: 24 * 3600)
    }

    /// The debtor numbers that OutSmart holds as inactive.
    var inactiveRelations: [String] { relations().filter { $0.value["active"] == "0" }.keys.sorted() }
}
