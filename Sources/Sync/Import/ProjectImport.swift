import Domain
import EAccounting
import Foundation
import OutSmart
import Persistence
import RemoteAPI

extension ListImport<EAccountingClient.Project, OutSmartClient.Project> {
    /// Visma's ongoing projects.
    static func projects(_ desk: Desk) -> Self {
        let settings = desk.settings.import
        return ListImport(
            scope: .projects,
            recordName: "Project",
            includeInactive: false,
            changedSince: settings.changedSince,
            settings: .of(settings.changedSince),
            pages: { desk.visma.projects($0) },
            record: { (id) async throws(RemoteAPIError) in try await desk.visma.project(id: id) },
            map: { (projects) async throws(StepEnd) in
                let numbers = try await desk.customerNumbers(projects.compactMap(\.customerId))
                return projects.map { project in
                    Mapped(project, debtorNumber: project.customerId.flatMap { numbers[$0] })
                }
            },
            vismaID: \.id,
            sending: { desk.outSmart.sending($0) },
            keeping: .upserts { (code) async throws(RemoteAPIError) in try await desk.outSmart.project(code) }
        )
    }
}

extension OutSmartClient {
    /// The project with that code.
    fileprivate func project(_ code: String) async throws(RemoteAPIError) -> Project? {
        try await projects(where: [Filter("code", .equal, code)]).first { $0.code == code }
    }
}

extension Desk {
    /// The numbers of customers, by their identifier at Visma: from our own links, else asked for.
    func customerNumbers(_ ids: [String]) async throws(StepEnd) -> [String: String] {
        let links = try await kept { () async throws(StoreError) in
            try await store.links(of: account.id, .customers, vismaIDs: ids)
        }
        var numbers = links.mapValues(\.code)
        for id in Set(ids) where numbers[id] == nil {
            do throws(RemoteAPIError) {
                numbers[id] = try await visma.customer(id: id)?.customerNumber.trimmed
            } catch {
                throw end(error, at: .visma)
            }
        }
        return numbers
    }
}
