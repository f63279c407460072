package import Sandbox

extension Bench {
    /// The identifier of the project that ``addProjects(_:customer:)`` makes of an index.
    package static func projectID(_ index: Int) -> String {
        "00000000-0000-4000-8002-" + String(100_000_000_000 + index)
    }

    /// The number of that project.
    package static func projectNumber(_ index: Int) -> String { "P-\(1000 + index)" }

    /// Adds ongoing projects of a customer at Visma.
    package func addProjects(_ indices: some Sequence<Int>, customer: Int? = 1) throws {
        for index in indices {
            try editProject(
                index,
                [
                    "Number": .string(Self.projectNumber(index)), "Name": .string("Stambyte \(index) Å"),
                    "StartDate": "2026-01-02T00:00:00Z", "Notes": "Portkod", "Status": 1,
                    "CustomerId": customer.map { .string(Self.customerID($0)) } ?? nil,
                ]
            )
        }
    }

    /// Changes a project at Visma.
    package func editProject(_ index: Int, _ patch: JSONObject) throws {
        try sandbox.edit(.vismaTable("projects"), Self.projectID(index), patch)
    }

    /// Deletes projects at Visma.
    package func deleteProjects(_ indices: some Sequence<Int>) throws {
        for index in indices { try sandbox.delete(.vismaTable("projects"), Self.projectID(index)) }
    }

    /// What OutSmart holds, by code.
    package var projects: [String: Columns] {
        outSmart(
            "projects",
            by: "code",
            [
                "code", "code_ext", "name", "description", "debtor_number", "status", "date_start", "date_end",
                "active",
            ]
        )
    }

    /// The codes of the projects that OutSmart holds as inactive.
    package var inactiveProjects: [String] { projects.filter { $0.value["active"] == "0" }.keys.sorted() }

    /// What OutSmart is to hold of an ongoing project: BEHAVIOUR's table, read a second time.
    package static func project(_ project: JSONObject, debtorNumber: String) -> Columns {
        [
            "code": project.text("Number"), "code_ext": project.text("Id"), "name": project.text("Name"),
            "description": project.text("Notes"), "debtor_number": debtorNumber, "status": "Lopend",
            "date_start": String(project.text("StartDate").prefix(10)),
            "date_end": String(project.text("EndDate").prefix(10)), "active": "1",
        ]
    }
}
