import MicroHTTP

extension SandboxPages {
    /// One record: its main members in a form, and the whole of it.
    func row(_ table: PageTable, _ company: SandboxCompany, key: String) -> Response {
        guard let record = sandbox.withState({ $0.books.row(key, in: table.name(of: company.id)) }) else {
            return Response(status: 404)
        }
        return .page(
            layout(
                "\(table.title): \(key)",
                """
                <main>
                <p><a href="/">Overview</a> › <a href="\(table.path(of: company.id))">\(table.title)</a></p>
                <h1>\(record.text(table.columns[0])) \(record.text(table.columns[1]))</h1>
                <form method="post">
                \(editable(table, record).map { name, value in
                    """
                    <label>\(name) <input type="text" name="\(name)" value="\(value.text)"></label>

                    """
                })
                <button>Save</button>
                \(action(on: table))
                </form>
                \(parts(table, company, record))
                \(deletion(of: table))
                <h2>The whole record</h2>
                <pre>\(JSON.object(record).indented())</pre>
                </main>
                """
            )
        )
    }

    /// Stores what was typed, as a user of the vendor's program would, and shows the record again.
    func save(_ table: PageTable, _ company: SandboxCompany, key: String, _ form: Form) -> Response {
        let name = table.name(of: company.id)
        guard let record = sandbox.withState({ $0.books.row(key, in: name) }) else { return Response(status: 404) }
        var patch = patch(of: PagePart.all(of: table), record, form)
        if let action = form["action"], !action.contains(" ") {
            return act(on: table, company, key: key, delete: action == "delete")
        }
        for (member, value) in editable(table, record) {
            guard let text = form[member], text != value.text else { continue }
            patch[member] = Self.value(text, like: value)
        }
        guard (try? sandbox.edit(name, key, patch)) != nil else { return Response(status: 507) }
        return Response(
            status: 303,
            headers: ["Location": "\(table.path(of: company.id))/row?key=\(key.percentEncoded)"]
        )
    }

    /// What else can be done with a record, as a button.
    private func action(on table: PageTable) -> HTML {
        switch table.name {
        case "customerinvoicedrafts", "orders":
            "<button name=\"action\" value=\"book\">Book as invoice</button>"
        case "customerinvoices":
            "<button name=\"action\" value=\"pay\">Note as paid</button>"
        default: ""
        }
    }

    private func deletion(of table: PageTable) -> HTML {
        guard table.name != "companysettings" else { return "" }
        return """
            <h2>No longer there</h2>
            <form method="post"><button name="action" value="delete">Delete this record</button></form>
            """
    }

    private func act(on table: PageTable, _ company: SandboxCompany, key: String, delete: Bool) -> Response {
        do {
            if delete, table.name != "companysettings" {
                try sandbox.delete(table.name(of: company.id), key)
                return Response(status: 303, headers: ["Location": table.path(of: company.id)])
            }
            switch table.name {
            case "customerinvoicedrafts": try sandbox.bookDraft(key, company: company.id)
            case "orders": try sandbox.bookOrder(key, company: company.id)
            case "customerinvoices": try sandbox.payInvoice(key, company: company.id)
            default: return Response(status: 400)
            }
        } catch {
            return .page(layout("Refused", "<main><h1>Refused</h1><p>\("\(error)")</p></main>"), status: 409)
        }
        let invoices = PageTable.all.first { $0.name == "customerinvoices" }
        return Response(status: 303, headers: ["Location": invoices?.path(of: company.id) ?? "/"])
    }

    private func editable(_ table: PageTable, _ record: JSONObject) -> [(String, JSON)] {
        (table.columns + table.more).filter { !PageTable.fixed.contains($0) }
            .compactMap { name in record[name].map { (name, $0) } }
    }

    /// What was typed, in the type that the member had.
    private static func value(_ text: String, like old: JSON) -> JSON {
        switch old {
        case .bool: return .bool(text == "true")
        case .number: return JSON.number(text).decimal == nil ? old : .number(text)
        case .array, .object: return (try? JSON(parsing: text)) ?? old
        case .null, .string: return text.isEmpty && old.isNull ? .null : .string(text)
        }
    }
}

extension JSON {
    /// This value with a line for each member, to be read by people.
    fileprivate func indented(_ depth: Int = 0) -> String {
        let margin = String(repeating: "  ", count: depth + 1)
        let end = "\n" + String(repeating: "  ", count: depth)
        switch self {
        case .array(let items) where !items.isEmpty:
            return "[\n" + items.map { margin + $0.indented(depth + 1) }.joined(separator: ",\n") + end + "]"
        case .object(let object) where object.count > 0:
            let members = object.map { "\(margin)\(JSON.string($0.name).encoded): \($0.value.indented(depth + 1))" }
            return "{\n" + members.joined(separator: ",\n") + end + "}"
        default: return encoded
        }
    }
}
