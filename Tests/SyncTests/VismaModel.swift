import Foundation
import Sandbox
import TestSupport

/// What people did at Visma to all four lists, at random; Visma's own tables hold the outcome.
struct VismaModel {
    let bench: Bench
    var random: SeededGenerator
    /// The identifiers of each list, in the order in which they came, those of deleted records too.
    var ids: [String: [String]] = [:]
    /// Who ever had a number: `projects/P12` to identifiers.
    var holders: [String: Set<String>] = [:]
    var nextNumber = 1

    init(_ bench: Bench, seed: Int) {
        self.bench = bench
        random = SeededGenerator(seed: seed)
    }

    /// A few edits of each list.
    mutating func edit() async throws {
        for _ in 0..<Int.random(in: 1...6, using: &random) { try editCustomer() }
        for _ in 0..<Int.random(in: 1...6, using: &random) { try editArticle() }
        for _ in 0..<Int.random(in: 0...4, using: &random) { try editProject() }
        for _ in 0..<Int.random(in: 0...4, using: &random) { try await editOrder() }
    }

    /// Gives one of two records of the same number another one: OutSmart can't hold both.
    mutating func resolveDuplicates() throws {
        for (table, column) in [("customers", "CustomerNumber"), ("articles", "Number"), ("projects", "Number")] {
            var seen: Set<String> = []
            for row in rows(table) where !seen.insert(row.text(column)).inserted {
                try renumber(table, row.text("Id"), column, freshNumber())
            }
        }
    }

    // MARK: - The lists

    private mutating func editCustomer() throws {
        guard let id = any("customers"), random.chance(0.7) else {
            let id = newID("customers")
            try put("customers", id, ["Name": .string(random.text(scalars: 1...20)), "IsActive": true])
            return try renumber("customers", id, "CustomerNumber", freshNumber())
        }
        switch Int.random(in: 0..<7, using: &random) {
        case 0: try takeNumber("customers", id, "CustomerNumber")
        case 1: try put("customers", id, ["IsActive": .bool(random.chance(0.5))])
        case 2: try put("customers", id, ["InvoiceCity": .string(random.text(scalars: 0...20))])
        case 3: try put("customers", id, ["Name": .string(name())])
        case 4: try put("customers", id, ["ContactPersonName": .string(random.text(scalars: 0...20))])
        case 5: try put("customers", id, ["Note": .string(random.text(scalars: 0...100))])
        default: try delete("customers", id, unlessUsedAs: "CustomerId")
        }
    }

    private mutating func editArticle() throws {
        guard let id = any("articles"), random.chance(0.7) else {
            let id = newID("articles")
            let coding = rows("articleaccountcodings").first { $0.text("Name") == "Varor 25 %" } ?? [:]
            try put("articles", id, ["Name": .string(name()), "IsActive": true, "CodingId": coding["Id"] ?? nil])
            try put("articles", id, unit().with(["NetPrice": price()]))
            return try renumber("articles", id, "Number", freshNumber())
        }
        switch Int.random(in: 0..<7, using: &random) {
        case 0: try takeNumber("articles", id, "Number")
        case 1: try put("articles", id, ["IsActive": .bool(random.chance(0.5))])
        case 2: try put("articles", id, unit())
        case 3: try put("articles", id, ["Name": .string(name())])
        case 4: try put("articles", id, ["NetPrice": price()])
        case 5: try put("articles", id, ["Barcodes": [["Barcode": .string(random.text(scalars: 0...13))]]])
        default: try delete("articles", id, unlessUsedAs: "ArticleId")
        }
    }

    private mutating func editProject() throws {
        guard let id = any("projects"), random.chance(0.6) else {
            let id = newID("projects")
            let customer = any("customers")
            try put(
                "projects",
                id,
                [
                    "Name": .string(name()), "Status": 1, "StartDate": "2026-01-02T00:00:00Z",
                    "CustomerId": customer.map(JSON.string) ?? nil,
                ]
            )
            return try renumber("projects", id, "Number", freshNumber())
        }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: try takeNumber("projects", id, "Number")
        case 1: try put("projects", id, ["Status": random.chance(0.6) ? 2 : 1])
        case 2: try put("projects", id, ["Name": .string(name())])
        case 3: try put("projects", id, ["EndDate": random.chance(0.5) ? "2026-12-24T00:00:00Z" : nil])
        case 4:
            try put("projects", id, ["CustomerId": random.chance(0.8) ? any("customers").map(JSON.string) ?? nil : nil])
        default: try delete("projects", id, unlessUsedAs: "ProjectId")
        }
    }
}

extension JSONObject {
    func with(_ other: JSONObject) -> JSONObject {
        JSONObject(map { ($0.name, $0.value) } + other.map { ($0.name, $0.value) })
    }
}
