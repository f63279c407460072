import Foundation
import MicroHTTP
import Sandbox
import Testing

@Suite struct OutSmartEntitiesTests {
    private static let valid: [String: JSONObject] = [
        "materials": ["code": "4711", "description": "Ventil", "price": "4,55", "unit": "st"],
        "hourtypes": [
            "code": "ARB", "name": "Arbete", "cost_booking": 0, "sale_booking": 1, "sale_price": "850.00", "active": 1,
        ],
        "projects": [
            "code": "P1", "debtor_number": "1", "status": "Lopend", "name": "Stam", "date_start": "2026-01-15",
        ],
        "workstatusses": ["sta_code": "99", "sta_name": "Error"],
    ]

    private func post(_ entity: String, _ changes: JSONObject) async throws -> (reply: Reply, rows: [JSONObject]) {
        let client = try await Client()
        var row = Self.valid[entity] ?? [:]
        for (name, value) in changes { row[name] = value }
        let reply = try await client.outSmart("POST", "\(entity)/", [.object(row)])
        return (reply, client.sandbox.outSmartRows(entity))
    }

    @Test(arguments: valid.keys.sorted())
    func `a good row is taken and read back as strings`(entity: String) async throws {
        let outcome = try await post(entity, [:])
        #expect(outcome.reply["response"] == 1)
        #expect(outcome.rows.count == 1)
        #expect(outcome.rows[0].allSatisfy { $0.value.isNull || $0.value.string != nil })
    }

    @Test(arguments: [
        ("materials", "unit", JSON.string(""), 1201, "Required field missing: unit"),
        ("materials", "price", .string("dyr"), 1201, "Price invalid"),
        ("hourtypes", "sale_price", .string("850,00"), 1801, "sale_price invalid"),
        ("hourtypes", "active", .string("ja"), 1801, "active must be 1 or 0"),
        ("hourtypes", "cost_booking", .null, 1801, "Required field missing: cost_booking"),
        ("projects", "date_start", .string("15-01-2026"), 1701, "Date invalid. Format: 20-02-2016"),
        ("projects", "date_end", .string("2026-02-30"), 1701, "Date invalid. Format: 20-02-2016"),
        ("projects", "debtor_number", .string(""), 1701, "Required field missing: debtor_number"),
        ("workstatusses", "sta_name", .null, 2801, "Required field missing: sta_name"),
        ("materials", "code", .string(String(repeating: "x", count: 256)), 1200, "code too long"),
    ])
    func `a bad row is refused with the entity's code`(
        entity: String,
        field: String,
        value: JSON,
        code: Int,
        message: String
    ) async throws {
        let outcome = try await post(entity, [field: value])
        #expect(outcome.reply.status == 200)
        #expect(outcome.reply.code == code)
        #expect(outcome.reply.messages == [message])
        #expect(outcome.rows.isEmpty)
    }

    @Test func `the built-in lists are there, and employees ignore filters`() async throws {
        let client = try await Client()
        #expect(try await client.outSmart("GET", "worktypes/").rows.contains { $0["wrt_name"] == "Service" })
        #expect(
            try await client.outSmart("GET", "paymentmethods/").rows.contains { $0["pmd_description"] == "op rekening" }
        )
        #expect(try await client.outSmart("GET", "employees/?key=number&value=101").rows.count == 6)
    }
}
