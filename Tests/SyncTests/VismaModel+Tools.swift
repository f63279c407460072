import Foundation
import Sandbox
import TestSupport

extension VismaModel {
    func rows(_ table: String) -> [JSONObject] { bench.sandbox.vismaRows(table) }

    func row(_ table: String, _ id: String) -> JSONObject? { rows(table).first { $0.text("Id") == id } }

    func put(_ table: String, _ id: String, _ patch: JSONObject) throws {
        try bench.sandbox.edit(.vismaTable(table), id, patch)
    }

    /// A record that is there.
    mutating func any(_ table: String) -> String? {
        let present = Set(rows(table).map { $0.text("Id") })
        return (ids[table] ?? []).filter(present.contains).randomElement(using: &random)
    }

    mutating func freshNumber() -> String {
        nextNumber += 1
        return "N\(nextNumber)"
    }

    mutating func newID(_ table: String) -> String {
        let count = (ids[table] ?? []).count
        let id = "00000000-0000-4000-8000-\(table.utf8.count)\(10_000_000_000 + count)"
        ids[table, default: []].append(id)
        return id
    }

    mutating func renumber(_ table: String, _ id: String, _ column: String, _ number: String) throws {
        holders["\(table)/\(number)", default: []].insert(id)
        try put(table, id, [column: .string(number)])
    }

    /// Gives a record a new number, or that of another one, which takes this one's or keeps its own.
    mutating func takeNumber(_ table: String, _ id: String, _ column: String) throws {
        guard let other = any(table), other != id, random.chance(0.5), let theirs = row(table, other),
            let ours = row(table, id)
        else { return try renumber(table, id, column, freshNumber()) }
        try renumber(table, id, column, theirs.text(column))
        switch Int.random(in: 0..<3, using: &random) {
        case 0: try renumber(table, other, column, ours.text(column))
        case 1: try renumber(table, other, column, freshNumber())
        default: break
        }
    }

    /// Visma keeps what other records refer to.
    func delete(_ table: String, _ id: String, unlessUsedAs member: String) throws {
        let uses = (rows("projects") + rows("orders")).flatMap { [$0] + ($0["Rows"]?.array ?? []).compactMap(\.object) }
        if !uses.contains(where: { $0.text(member) == id }) { try bench.sandbox.delete(.vismaTable(table), id) }
    }

    /// Now and then one that OutSmart refuses.
    mutating func name() -> String {
        random.chance(0.05) ? String(repeating: "x", count: 256) : "x" + random.text(scalars: 0...30)
    }

    mutating func unit() -> JSONObject {
        let unit = rows("units").filter { ["st", "tim", "m"].contains($0.text("Abbreviation")) }
            .randomElement(using: &random)
        return [
            "UnitId": unit?["Id"] ?? nil, "UnitName": unit?["Name"] ?? nil,
            "UnitAbbreviation": unit?["Abbreviation"] ?? nil,
        ]
    }

    mutating func price() -> JSON {
        .number("\(Int.random(in: 0...9_999, using: &random)).\(Int.random(in: 0...9, using: &random))5")
    }
}
