package import Foundation
package import RemoteAPI

extension EAccountingClient {
    /// A project, as Visma sends it.
    package struct Project: Decodable, Sendable, Equatable {
        package var id: String
        /// At most 9 characters, unique.
        package var number: String?
        package var name: String?
        package var startDate: CalendarDay?
        package var endDate: CalendarDay?
        package var customerId: String?
        package var customerName: String?
        package var notes: String?
        /// 1 ongoing, 2 finished.
        package var status: Int?
        package var modifiedUtc: Date?
    }

    /// Returns the projects, page by page.
    ///
    /// Maps to `GET /v2/projects`; incremental by `ModifiedUtc`.
    package func projects(_ query: ListQuery = ListQuery()) -> Pages<Page<Project>> {
        pages(of: "/projects", changedField: "ModifiedUtc", query)
    }

    /// Returns the project with a number, or `nil`.
    ///
    /// Maps to `GET /v2/projects?$filter=Number eq '…'`.
    package func project(number: String) async throws(RemoteAPIError) -> Project? {
        let rows: [Project] = try await rows(of: "/projects", where: "Number eq \(number.odataLiteral)")
        return rows.first { $0.number == number }
    }

    /// Returns a project, or `nil` where Visma has none of this id.
    ///
    /// Maps to `GET /v2/projects/{id}`.
    package func project(id: String) async throws(RemoteAPIError) -> Project? {
        try await found(endpoint("GET", "/projects/{id}", id))
    }
}
