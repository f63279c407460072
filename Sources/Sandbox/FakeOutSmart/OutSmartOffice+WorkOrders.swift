import Foundation
import MicroHTTP

extension OutSmartOffice {
    static let workOrders = "workorders"

    /// Stores new work orders, or none when one of them is refused.
    ///
    /// A number that is there already makes a second row, unless the query says to skip it.
    mutating func postWorkOrders(_ request: Request) throws(OutSmartError) -> JSON {
        let posted = try Self.rows(of: request)
        let complaints = posted.flatMap(WorkOrderRules.complaints)
        if !complaints.isEmpty { throw OutSmartError(code: 1501, messages: complaints) }
        let skips = request.query["skip_duplicate_workorder_no"] == "true"
        var answers: [JSON] = []
        for order in posted {
            let number = order.text("WorkorderNo")
            if skips, books[table(Self.workOrders)].first("WorkorderNo", .string(number)) != nil { continue }
            let id = books.nextNumber("outsmart/\(account)/workorders", after: 169_000)
            let stored = WorkOrderRules.stored(order, id: id, now: now)
            books.put(stored, at: String(id), in: table(Self.workOrders), posted: true)
            answers.append(["workorder_no": .string(number), "row_id": .int(id)])
        }
        return .array(answers)
    }

    /// One work order, which is marked as handled by reading it unless `update_status=false`.
    mutating func workOrder(_ query: Form, base: String) throws(OutSmartError) -> JSON {
        let order = try find(query)
        markHandled([order], unless: query["update_status"])
        return .object(shown(order, base: base))
    }

    /// The work orders of a status, which are all marked as handled by reading them unless `update_status=false`.
    mutating func workOrders(_ query: Form, base: String) throws(OutSmartError) -> JSON {
        let filters = try OutSmartFilter.filters(of: query)
        guard let status = query["status"] ?? (filters.isEmpty ? nil : "Alle") else {
            throw OutSmartError(code: 1501, OutSmartError.missing("status"))
        }
        guard ["Alle", "Klaargezet", "Opgehaald", "Compleet", "Afgehandeld"].contains(status) else {
            throw OutSmartError(code: 1501, "Status invalid")
        }
        let allowed = Set(WorkOrderRules.members + ["id"])
        for filter in filters where !allowed.contains(filter.key) {
            throw OutSmartError(code: 1501, "Key \(filter.key) not allowed")
        }
        let found = books[table(Self.workOrders)].all.map(\.row.object).filter { order in
            (status == "Alle" || order.text("status") == status)
                && (query["workstatus"].map { order.text("WorkStatus") == $0 } ?? true)
                && filters.allSatisfy { $0.matches(order[$0.key] ?? .null) }
        }
        markHandled(found, unless: query["update_status"])
        return .array(found.map { .object(shown($0, base: base)) })
    }

    /// Changes date, time, employee or work status, by `GET`.
    mutating func updateWorkOrder(_ query: Form) throws(OutSmartError) -> JSON {
        var order = try find(query)
        let members = [
            ("workdate", "WorkDate"), ("worktime", "WorkTime"), ("employee_nr", "EmployeeNr"),
            ("workstatus", "WorkStatus"),
        ]
        let given = members.compactMap { name, member in query[name].map { (member, $0) } }
        guard !given.isEmpty else { throw .noData }
        for (member, value) in given where !isAcceptable(value, for: member) {
            throw OutSmartError(code: 1504, "Value invalid: \(member)")
        }
        guard given.contains(where: { order.text($0.0) != $0.1 }) else { throw .nothingChanged }
        for (member, value) in given { order[member] = .string(value) }
        books.put(order, at: order.text("id"), in: table(Self.workOrders))
        return .null
    }

    /// Adds materials to a work order, or replaces them with `ClearMaterials=true`, by `POST`.
    mutating func updateMaterials(_ request: Request) throws(OutSmartError) -> JSON {
        var order = try find(request.query)
        let rows = try Self.rows(of: request)
        guard !rows.isEmpty else { throw .noData }
        for row in rows {
            for field in ["MaterialCode", "MaterialNr", "MaterialPrice", "MaterialName"] where row.text(field).isEmpty {
                throw OutSmartError(code: 1504, OutSmartError.missing(field))
            }
        }
        let kept = request.query["ClearMaterials"] == "true" ? [] : order["Materials"]?.array ?? []
        order["Materials"] = .array(kept + rows.map(WorkOrderRules.material))
        books.put(order, at: order.text("id"), in: table(Self.workOrders))
        return .null
    }

    // MARK: - Finding

    private func find(_ query: Form) throws(OutSmartError) -> JSONObject {
        if let id = query["row_id"], let order = books.row(id, in: table(Self.workOrders)) { return order }
        if query["row_id"] == nil, let number = query["workorder_no"],
            let found = books[table(Self.workOrders)].first("WorkorderNo", .string(number))
        {
            return found.row.object
        }
        throw .notFound
    }

    private mutating func markHandled(_ orders: [JSONObject], unless flag: String?) {
        // The documented default.
        guard flag != "false" else { return }
        for var order in orders where order.text("status") != "Afgehandeld" {
            order["status"] = "Afgehandeld"
            books.put(order, at: order.text("id"), in: table(Self.workOrders))
        }
    }

    private func isAcceptable(_ value: String, for member: String) -> Bool {
        switch member {
        case "WorkDate": CivilDate(dayFirst: value) != nil
        case "WorkTime": WorkOrderRules.isTime(value)
        case "EmployeeNr": books.row(value, in: table(OutSmartEntity.employees.name)) != nil
        default: books.row(value, in: table(OutSmartEntity.workStatuses.name)) != nil
        }
    }

    /// A work order with addresses that lead to this server.
    private func shown(_ order: JSONObject, base: String) -> JSONObject {
        var order = order
        for member in ["PdfUrl", "WordUrl", "SignatureUrl"] {
            if let address = order[member]?.string, address.hasPrefix("/") { order[member] = .string(base + address) }
        }
        return order
    }
}
