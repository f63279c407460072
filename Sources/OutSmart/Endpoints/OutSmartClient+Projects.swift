package import RemoteAPI

extension OutSmartClient {
    /// A project that work orders belong to.
    package struct Project: Sendable, Equatable {
        /// The key, and a work order's `ProjectNr`.
        package var code: String
        /// A work order's `ExternProjectNr`.
        package var codeExt: String?
        package var debtorNumber: String
        /// Free text, such as `Lopend`.
        package var status: String
        package var name: String
        package var description: String?
        package var dateStart: Parsed<CalendarDay>?
        /// On writing, `nil` clears it.
        package var dateEnd: Parsed<CalendarDay>?
        package var active: Bool?

        package init(code: String, debtorNumber: String, status: String, name: String, dateStart: CalendarDay) {
            self.code = code
            self.debtorNumber = debtorNumber
            self.status = status
            self.name = name
            self.dateStart = Parsed(dateStart)
        }
    }

    /// Returns what inserts or updates projects by code; all of them or none.
    ///
    /// Maps to `POST /projects/`. Tried again only where the call certainly did not happen.
    package func sending(_ rows: [Project]) -> Sending { sending("/projects/", rows) }

    /// Returns the projects that match all conditions, or all there are.
    ///
    /// Maps to `GET /projects/`.
    package func projects(where filters: [Filter] = []) async throws(RemoteAPIError) -> [Project] {
        try await call(list("/projects/", filters.query), as: LossyList<Project>.self).rows
    }
}

extension Parsed<CalendarDay> {
    /// Creates a day as projects write it.
    package init(_ day: CalendarDay) { self.init(text: day.description, value: day) }
}

extension OutSmartClient.Project: Codable {
    private enum CodingKeys: String, CodingKey {
        case code, status, name, description, active
        case codeExt = "code_ext"
        case debtorNumber = "debtor_number"
        case dateStart = "date_start"
        case dateEnd = "date_end"
    }

    package init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: CodingKeys.self)
        code = row.text(.code) ?? ""
        codeExt = row.text(.codeExt)
        debtorNumber = row.text(.debtorNumber) ?? ""
        status = row.text(.status) ?? ""
        name = row.text(.name) ?? ""
        description = row.text(.description)
        dateStart = row.day(.dateStart)
        dateEnd = row.day(.dateEnd)
        active = row.truth(.active)
    }

    package func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: CodingKeys.self)
        try row.encode(code, forKey: .code)
        try row.encodeIfPresent(codeExt, forKey: .codeExt)
        try row.encode(debtorNumber, forKey: .debtorNumber)
        try row.encode(status, forKey: .status)
        try row.encode(name, forKey: .name)
        try row.encodeIfPresent(description, forKey: .description)
        try row.encodeIfPresent(dateStart?.text, forKey: .dateStart)
        try row.encode(dateEnd?.text, forKey: .dateEnd)
        try row.encodeIfPresent(active.map { $0 ? 1 : 0 }, forKey: .active)
    }
}
