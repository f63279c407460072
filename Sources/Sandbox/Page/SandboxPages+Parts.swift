import MicroHTTP

/// A list of rows inside a record, such as the materials of a work order.
struct PagePart: Sendable {
    /// The record's member.
    let name: String
    /// What a row is called.
    let title: String
    /// The members of a row that can be edited.
    let members: [String]
    /// A row as it is stored.
    let stored: @Sendable (JSONObject) -> JSON

    static func all(of table: PageTable) -> [PagePart] {
        guard table.side == "outsmart", table.name == OutSmartOffice.workOrders else { return [] }
        return [
            PagePart(
                name: "Materials",
                title: "Material",
                members: ["MaterialCode", "MaterialName", "MaterialNr", "MaterialUnit", "MaterialPrice"],
                stored: WorkOrderRules.material
            ),
            PagePart(
                name: "Workperiods",
                title: "Work period",
                members: [
                    "WorkDate", "BeginTime", "EndTime", "TotalTime", "Break", "Travel", "HourType", "WorkRemark",
                ],
                stored: { .object($0) }
            ),
        ]
    }

    func rows(of record: JSONObject) -> [JSONObject] { (record[name]?.array ?? []).compactMap(\.object) }

    /// The field of a member in a form.
    func field(_ index: Int, _ member: String) -> String { "\(name).\(index).\(member)" }
}

extension SandboxPages {
    /// The rows inside a record, to be corrected, removed and added.
    func parts(_ table: PageTable, _ company: SandboxCompany, _ record: JSONObject) -> [HTML] {
        PagePart.all(of: table).map { part in
            let rows = part.rows(of: record)
            return """
                <h2>\(part.name)</h2>
                \(rows.isEmpty ? "<p>None.</p>" : fields(part, rows))
                \(rows.indices.map { remove(part, $0, rows[$0]) })
                \(add(part, company, record))

                """
        }
    }

    private func fields(_ part: PagePart, _ rows: [JSONObject]) -> HTML {
        let sets = rows.enumerated().map { index, row -> HTML in
            """
            <fieldset class="row">
            <legend>\(part.title) \(index + 1)</legend>
            \(part.members.map { field(part.field(index, $0), $0, row.text($0)) })
            </fieldset>

            """
        }
        return """
            <form method="post">
            \(sets)
            <button aria-label="Save \(part.name)">Save</button>
            </form>
            """
    }

    private func field(_ name: String, _ label: String, _ value: String) -> HTML {
        """
        <label>\(label) <input type="text" name="\(name)" value="\(value)"></label>

        """
    }

    private func remove(_ part: PagePart, _ index: Int, _ row: JSONObject) -> HTML {
        """
        <form method="post" class="inline"><input type="hidden" name="row" value="\(index)">\
        <button name="action" value="remove \(part.name)">Remove \(part.title.lowercased()) \(index + 1)</button></form>

        """
    }

    private func add(_ part: PagePart, _ company: SandboxCompany, _ record: JSONObject) -> HTML {
        let row = suggestion(part, company, record)
        return """
            <form method="post">
            <fieldset class="row">
            <legend>New \(part.title.lowercased())</legend>
            \(part.members.map { field(part.field(0, $0), $0, row.text($0)) })
            </fieldset>
            <button name="action" value="add \(part.name)">Add \(part.title.lowercased())</button>
            </form>
            """
    }

    /// What a new row could be, so that one press of a button is enough.
    private func suggestion(_ part: PagePart, _ company: SandboxCompany, _ record: JSONObject) -> JSONObject {
        let kind = part.name == "Materials" ? "materials" : "hourtypes"
        let first =
            sandbox.withState { $0.books[.outSmart(company.id, kind)].all.first { _ in true }?.row.object } ?? [:]
        guard kind == "materials" else {
            return [
                "WorkDate": .string(record.text("WorkDate")), "BeginTime": "08:00", "EndTime": "10:00",
                "TotalTime": "02:00", "HourType": .string(first.text("code")),
            ]
        }
        return [
            "MaterialCode": .string(first.text("code")), "MaterialName": .string(first.text("description")),
            "MaterialNr": "1", "MaterialUnit": .string(first.text("unit")),
            "MaterialPrice": .string(first.text("price").isEmpty ? "0,00" : first.text("price")),
        ]
    }

    /// What a form changes in the rows inside a record; nothing of a form about something else.
    func patch(of parts: [PagePart], _ record: JSONObject, _ form: Form) -> JSONObject {
        var patch = JSONObject()
        for part in parts {
            var rows = part.rows(of: record)
            switch form["action"] {
            case "remove \(part.name)":
                guard let index = form["row"].flatMap({ Int($0) }), rows.indices.contains(index) else { continue }
                rows.remove(at: index)
            case "add \(part.name)":
                var row = JSONObject()
                for member in part.members { row[member] = (form[part.field(0, member)]).map { .string($0) } ?? .null }
                rows.append(row)
            case nil:
                for index in rows.indices {
                    for member in part.members {
                        guard let text = form[part.field(index, member)], text != rows[index].text(member) else {
                            continue
                        }
                        rows[index][member] = .string(text)
                    }
                }
            default: continue
            }
            if rows != part.rows(of: record) { patch[part.name] = .array(rows.map(part.stored)) }
        }
        return patch
    }
}
