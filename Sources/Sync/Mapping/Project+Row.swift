import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI

extension OutSmartClient.Project: OutSmartRow {
    var isActive: Bool { active ?? true }

    var deactivated: OutSmartClient.Project? {
        guard isActive else { return nil }
        var project = self
        project.active = false
        return project
    }

    var fields: [String?] {
        [
            code, codeExt, debtorNumber, status, name, description, dateStart?.normal, dateEnd?.normal,
            isActive ? "1" : "0",
        ]
    }
}

extension Parsed<CalendarDay> {
    /// The same text for the same day, however OutSmart writes it.
    fileprivate var normal: String { value?.description ?? text }
}

extension Mapped where Row == OutSmartClient.Project {
    /// What OutSmart shall hold of a project: an ongoing one as active, a finished one as inactive.
    ///
    /// - Parameters:
    ///   - project: Visma's project.
    ///   - debtorNumber: The number of its customer.
    init(_ project: EAccountingClient.Project, debtorNumber: String?) {
        let name = "Project \(project.number.trimmed ?? project.name.trimmed ?? project.id)"
        let isOngoing = project.status == 1
        guard let number = project.number.trimmed else {
            self = isOngoing ? .unusable(name: name, .numberMissing("project")) : .retired(vismaID: project.id)
            return
        }
        guard let debtorNumber else {
            let failure = SyncFailure(
                .projectWithoutCustomer,
                "The project has no customer at Visma; OutSmart takes projects of a customer only.",
                reach: .record
            )
            // What is finished needs no customer any more.
            self = isOngoing ? .unusable(name: name, failure) : .retired(vismaID: project.id)
            return
        }
        var row = OutSmartClient.Project(
            code: number,
            debtorNumber: debtorNumber,
            status: "Lopend",
            name: project.name.trimmed ?? "-",
            dateStart: project.startDate ?? CalendarDay(daysSince1970: 0)
        )
        row.codeExt = project.id
        row.description = project.notes.trimmed ?? ""
        row.dateEnd = project.endDate.map { Parsed($0) }
        row.active = isOngoing
        self = .outgoing(Outgoing(vismaID: project.id, name: name, row: row, changedAt: project.modifiedUtc))
    }
}
