import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI
import TestSupport
import Testing

@testable import Sync

@Suite struct ProjectMappingPropertyTests {
    private func row(_ index: Int, _ random: inout SeededGenerator) throws -> OutSmartClient.Project {
        var project: EAccountingClient.Project = try record(#"{"Id": "id-\#(index)", "Number": "0\#(index)"}"#)
        project.name = random.optionalText(upTo: 200)
        project.notes = random.optionalText(upTo: 500)
        project.startDate = random.chance(0.2) ? nil : random.day()
        project.endDate = random.chance(0.5) ? nil : random.day()
        project.status = [1, 1, 2, nil].randomElement(using: &random) ?? nil
        return try Mapped(project, debtorNumber: random.optionalText(upTo: 10).trimmed ?? "7").sent().row
    }

    @Test(arguments: 1...4)
    func `whatever OutSmart hands back of a row has the fingerprint of what was sent`(seed: Int) async throws {
        var random = SeededGenerator(seed: seed)
        try await Bench.open { bench in
            let client = try bench.vendors.outSmart(try await bench.register("eriksson").status.account)
            let rows = try (0..<50).map { try row($0, &random) }
            try await client.sending(rows)()
            let stored = try await client.projects()
            #expect(stored.map(\.fingerprint) == rows.map(\.fingerprint) && stored.map(\.code) == rows.map(\.code))
        }
    }

    @Test(arguments: 1...5)
    func `required fields are never empty, and what deactivates a row changes nothing else`(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        for index in 0..<100 {
            let row = try row(index, &random)
            let required = [row.code, row.debtorNumber, row.status, row.name, row.dateStart?.text ?? ""]
            #expect(!required.contains(""))
            let deactivated = row.deactivated
            #expect((deactivated == nil) == (row.active == false))
            #expect(deactivated.map { $0.fields.dropLast() == row.fields.dropLast() } ?? true)
            #expect(deactivated?.fingerprint != row.fingerprint)
        }
    }
}

extension SeededGenerator {
    /// A day of the four-digit years.
    mutating func day() -> CalendarDay {
        CalendarDay(daysSince1970: Int.random(in: -719_162...2_932_896, using: &self))
    }
}
