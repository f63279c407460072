import Foundation
import Sandbox
import Testing

@Suite struct JournalTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString)").path

    private func relation(_ number: String) -> JSON {
        ["debtor_number": .string(number), "name": "A", "street": "B", "postal_code": "C", "city": "D"]
    }

    @Test func `a sandbox that starts again goes on where it was`() async throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let clock = TestClock()
        let before = try await Client(.sampleCompany, journal: path, clock: clock)
        let created = try await before.post("customers", customerBody(of: before))
        _ = try await before.outSmart("POST", "relations/", [relation("1"), relation("2")])
        try before.sandbox.edit(.vismaTable("customers"), created["Id"].text, ["Name": "Ändrad"])
        try before.sandbox.delete(.outSmartTable("relations"), "2")

        clock.advance(by: 86_400 * 40)
        var after = try await Client(.sampleCompany, journal: path, clock: clock)
        #expect(after.sandbox.vismaRows("customers") == before.sandbox.vismaRows("customers"))
        #expect(after.sandbox.outSmartRows("relations").map { $0.text("debtor_number") } == ["1"])
        #expect(after.sandbox.posts(.outSmartTable("relations")) == ["1": 1, "2": 1])
        #expect(after.sandbox.calls.count("POST", "/v2/customers") == 1)
        after.token = before.token
        #expect(try await after.get("customers").errorCode == 4005)
        #expect(
            try await Client(.sampleCompany, journal: path, clock: clock).post("customers", customerBody(of: after))[
                "CustomerNumber"
            ] == "5002"
        )
    }

    @Test func `tokens outlive the process`() async throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let before = try await Client(journal: path)
        var after = try await Client(journal: path, clock: before.clock)
        after.token = before.token
        #expect(try await after.get("customers").status == 200)
    }

    @Test func `a torn last line is forgotten and written over`() async throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let before = try await Client(journal: path)
        _ = try await before.outSmart("POST", "relations/", relation("1"))
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        try (whole + Data(#"{"changes":[{"table":"out"#.utf8)).write(to: URL(fileURLWithPath: path))

        let after = try await Client(journal: path)
        #expect(after.sandbox.outSmartRows("relations").count == 1)
        _ = try await after.outSmart("POST", "relations/", relation("2"))
        #expect(try await Client(journal: path).sandbox.outSmartRows("relations").count == 2)
    }

    @Test func `a journal of another seed or of something else is not touched`() async throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try await Client(.empty, journal: path)
        #expect(throws: SandboxError.otherSeed("empty")) {
            try VendorSandbox(.init(seed: .sampleCompany, journal: path))
        }
        try Data("not a journal\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: SandboxError.journal("line 1 cannot be read")) {
            try VendorSandbox(.init(seed: .empty, journal: path))
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "not a journal\n")
    }
}
