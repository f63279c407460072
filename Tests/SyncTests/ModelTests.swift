import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Random edits at Visma, random mishaps at both vendors, syncs in between: in the end OutSmart equals the model.
@Suite struct ModelTests {
    @Test(arguments: 1...12)
    func `whatever happens, OutSmart ends up as Visma is, and takes in no version twice`(seed: Int) async throws {
        let mischief = Mischief(seed: seed)
        var random = SeededGenerator(seed: 100 + seed)
        try await Bench.open(change: mischief.install) { bench in
            try await bench.connect()
            var model = Model()
            for _ in 0..<6 {
                try model.edit(bench, &random)
                mischief.set(0.15)
                try await bench.sync()
                bench.clock.advance(by: random.chance(0.2) ? 24 * 3600 : 600)
            }
            mischief.set(0)
            // Twice: the first may still settle what was under way.
            for _ in 0..<2 {
                bench.clock.advance(by: 24 * 3600)
                try await bench.history.confirmRemoval(.customers, of: "eriksson")
                #expect(try await bench.sync().state == .succeeded)
            }
            model.expectEqual(bench)
            let traffic = bench.traffic
            bench.clock.advance(by: 600)
            #expect(try await bench.sync().state == .succeeded)
            #expect(bench.traffic - traffic == Bench.Traffic(customerPages: 1, batches: 0, questions: 0))
        }
    }

    /// What a person did at Visma.
    private struct Model {
        private var next = 0
        /// How many versions of each customer there were, the deletion among them.
        private var versions: [String: Int] = [:]

        mutating func edit(_ bench: Bench, _ random: inout SeededGenerator) throws {
            let added = Int.random(in: 0...40, using: &random)
            try bench.addCustomers(next..<next + added)
            for index in next..<next + added { versions[Bench.customerNumber(index)] = 1 }
            next += added
            for index in 0..<next where random.chance(0.15) {
                let isThere = bench.sandbox.vismaRows("customers").contains { $0.text("Id") == Bench.customerID(index) }
                versions[Bench.customerNumber(index), default: 0] += 1
                if !isThere {
                    try bench.addCustomers([index])
                } else {
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: try bench.deleteCustomers([index])
                    case 1: try bench.editCustomer(index, ["IsActive": .bool(random.chance(0.5))])
                    case 2: try bench.editCustomer(index, ["InvoiceCity": .string(random.text(scalars: 0...20))])
                    default: try bench.editCustomer(index, ["Note": .string(random.text(scalars: 0...100))])
                    }
                }
            }
        }

        func expectEqual(_ bench: Bench) {
            let relations = bench.relations()
            var expected: [String: Relation] = [:]
            for customer in bench.sandbox.vismaRows("customers") {
                let relation = Bench.relation(of: customer)
                let number = customer.text("CustomerNumber")
                // Inactive ones are there only if they once were sent.
                if customer["IsActive"] == true || relations[number] != nil { expected[number] = relation }
            }
            #expect(relations.filter { expected[$0.key] != nil } == expected)
            // Whoever is gone from Visma is inactive.
            #expect(relations.allSatisfy { expected[$0.key] != nil || $0.value["active"] == "0" })
            #expect(bench.posts().allSatisfy { number, posts in posts <= versions[number] ?? 0 })
        }
    }
}
