import MicroHTTP

extension VismaOffice {
    mutating func createProject(_ call: VismaCall) throws(VismaError) -> Response {
        var project = try Schema.project.admit(call.body())
        try complete(&project)
        project["Id"] = newID()
        store(project, in: .projects, posted: true)
        return .json(.object(project), status: 201)
    }

    mutating func replaceProject(_ call: VismaCall) throws(VismaError) -> Response {
        var project = try Schema.project.admit(call.body(), replacing: existing(call.id, in: .projects))
        try complete(&project)
        store(project, in: .projects)
        return .json(.object(project), status: 201)
    }

    private func complete(_ project: inout JSONObject) throws(VismaError) {
        if let customer = project["CustomerId"]?.string {
            project["CustomerName"] = try existing(customer, in: .customers)["Name"]
        } else {
            project["CustomerName"] = .null
        }
        if project["StartDate"] == SchemaField.date("StartDate").blank {
            project["StartDate"] = .string(Stamp.text(today))
        }
        if let end = project["EndDate"]?.string, end < project.text("StartDate") {
            throw .invalid("EndDate", "The project ends before it starts.")
        }
        if let other = rows(.projects).first("Number", project["Number"] ?? nil), other.key != project.text("Id") {
            throw .duplicate("Number", project.text("Number"))
        }
        project["ModifiedUtc"] = stamp
    }
}
