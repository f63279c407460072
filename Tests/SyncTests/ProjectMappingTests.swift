import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI
import Testing

@testable import Sync

@Suite struct ProjectMappingTests {
    private func project(_ change: (inout EAccountingClient.Project) -> Void = { _ in }) throws
        -> EAccountingClient.Project
    {
        var project: EAccountingClient.Project = try record(
            """
            {"Id": "p1", "Number": " P-07 ", "Name": "Stambyte", "StartDate": "2026-01-02T00:00:00Z",
             "EndDate": "2026-12-31", "CustomerId": "c1", "Notes": "Portkod", "Status": 1,
             "ModifiedUtc": "2026-01-15T08:00:00Z", "Unknown": []}
            """
        )
        change(&project)
        return project
    }

    @Test func `every field of the table goes to its column`() throws {
        let outgoing = try Mapped(project(), debtorNumber: "00042").sent()
        let start = try #require(CalendarDay(yearFirst: "2026-01-02"))
        let end = try #require(CalendarDay(yearFirst: "2026-12-31"))
        var expected = OutSmartClient.Project(
            code: "P-07",
            debtorNumber: "00042",
            status: "Lopend",
            name: "Stambyte",
            dateStart: start
        )
        expected.codeExt = "p1"
        expected.description = "Portkod"
        expected.dateEnd = Parsed(end)
        expected.active = true
        #expect(outgoing.row == expected && outgoing.isActive)
        #expect(outgoing.name == "Project P-07" && outgoing.changedAt == Date(wire: "2026-01-15T08:00:00Z"))
    }

    @Test func `what Visma leaves out is empty, a dash, or the first day of all`() throws {
        let project = try project { project in
            project.name = nil
            project.notes = " "
            project.startDate = nil
            project.endDate = nil
        }
        let row = try Mapped(project, debtorNumber: "1").sent().row
        #expect(row.name == "-" && row.description == "" && row.dateStart?.text == "1970-01-01" && row.dateEnd == nil)
    }

    @Test(arguments: [2, nil, 3] as [Int?])
    func `a project that is not ongoing is inactive`(status: Int?) throws {
        let outgoing = try Mapped(project { $0.status = status }, debtorNumber: "1").sent()
        #expect(!outgoing.isActive && outgoing.row.active == false)
    }

    @Test func `an ongoing project without a customer, or without a number, cannot be sent`() throws {
        let alone = try Mapped(project(), debtorNumber: nil).refused()
        #expect(alone.name == "Project P-07" && alone.failure.code == .projectWithoutCustomer)
        let nameless = try Mapped(project { $0.number = " " }, debtorNumber: "1").refused()
        #expect(nameless.name == "Project Stambyte" && nameless.failure.code == .numberMissing)
    }

    @Test func `a finished project needs neither to be taken out of use`() throws {
        let finished = try project { $0.status = 2 }
        let mapped = [
            Mapped(finished, debtorNumber: nil),
            Mapped(try project { ($0.status, $0.number) = (2, nil) }, debtorNumber: "1"),
        ]
        for case .retired(let id) in mapped { #expect(id == "p1") }
        #expect(mapped.count { if case .retired = $0 { true } else { false } } == 2)
    }
}
