import Foundation
import Sandbox
import TestSupport
import Testing

// What OutSmart has to hold in the end: BEHAVIOUR's tables, read a second time. Rows that it refuses are left out.

extension VismaModel {
    func expectEqual() {
        expectRelations()
        expectArticles()
        expectProjects()
    }

    private func expectRelations() {
        let relations = bench.relations()
        var used: Set<String> = []
        for customer in rows("customers") {
            let number = customer.text("CustomerNumber")
            used.insert(number)
            let expected = Bench.relation(of: customer)
            if customer.text("Name").count > 255 { continue }
            expect(
                relations[number],
                equals: expected,
                isActive: customer["IsActive"] != false,
                isAlone: isAlone("customers", number),
                "relation \(number)"
            )
        }
        for (number, relation) in relations where !used.contains(number) {
            #expect(relation["active"] == "0", "relation \(number) is of no customer")
        }
    }

    private func expectArticles() {
        let materials = table("materials", ["code", "description", "price", "unit", "barcode", "note"])
        let hourTypes = table("hourtypes", ["code", "name", "sale_price", "cost_booking", "sale_booking", "active"])
        var used: Set<String> = []
        for article in rows("articles") {
            let (number, name) = (article.text("Number"), article.text("Name"))
            let isActive = article["IsActive"] != false
            let price = (article["NetPrice"]?.decimal ?? 0).description.split(separator: ".").map(String.init)
            let decimals = (price.dropFirst().first ?? "").padding(toLength: 2, withPad: "0", startingAt: 0)
            let isHours = article.text("UnitAbbreviation") == "tim"
            if isHours { used.insert(number) }
            if name.count > 255 { continue }
            if isHours {
                expect(
                    hourTypes[number],
                    equals: [
                        "code": number, "name": trimmed(name), "sale_price": "\(price[0]).\(decimals)",
                        "cost_booking": "0", "sale_booking": "1", "active": isActive ? "1" : "0",
                    ],
                    isActive: isActive,
                    isAlone: isAlone("articles", number),
                    "hour type \(number)"
                )
            } else {
                let barcode = (article["Barcodes"]?.array ?? []).first?.object?.text("Barcode") ?? ""
                expect(
                    materials[number],
                    equals: [
                        "code": number, "description": trimmed(name), "price": "\(price[0]),\(decimals)",
                        "unit": article.text("UnitAbbreviation"), "barcode": trimmed(barcode),
                        "note": trimmed(article.text("Note")),
                    ],
                    isActive: isActive,
                    isAlone: isAlone("articles", number),
                    "material \(number)"
                )
            }
        }
        // Materials can't be deactivated.
        for (number, hourType) in hourTypes where !used.contains(number) {
            #expect(hourType["active"] == "0", "hour type \(number) is of no article")
        }
    }

    private func expectProjects() {
        let columns = [
            "code", "code_ext", "name", "description", "debtor_number", "status", "date_start", "date_end", "active",
        ]
        let projects = table("projects", columns)
        var used: Set<String> = []
        for project in rows("projects") {
            let number = project.text("Number")
            used.insert(number)
            guard let customer = row("customers", project.text("CustomerId")), customer.text("Name").count <= 255,
                project.text("Name").count <= 255
            else { continue }
            let isOngoing = project["Status"] == 1
            expect(
                projects[number],
                equals: [
                    "code": number, "code_ext": project.text("Id"), "name": trimmed(project.text("Name")),
                    "description": trimmed(project.text("Notes")), "debtor_number": customer.text("CustomerNumber"),
                    "status": "Lopend", "date_start": String(project.text("StartDate").prefix(10)),
                    "date_end": String(project.text("EndDate").prefix(10)), "active": isOngoing ? "1" : "0",
                ],
                isActive: isOngoing,
                isAlone: isAlone("projects", number),
                "project \(number)"
            )
        }
        for (number, project) in projects where !used.contains(number) {
            #expect(project["active"] == "0", "project \(number) is of no project")
        }
    }

    // MARK: - Comparing

    /// An inactive record is there only if it was sent before, perhaps as another record of the number left it.
    private func expect(
        _ row: Relation?,
        equals expected: Relation,
        isActive: Bool,
        isAlone: Bool,
        _ what: Comment
    ) {
        if isActive || (row != nil && isAlone) {
            #expect(row == expected, what)
        } else if let row {
            #expect(row["active"] != "1", what)
        }
    }

    /// Whether nobody else ever had that number.
    private func isAlone(_ table: String, _ number: String) -> Bool { holders["\(table)/\(number)"]?.count == 1 }

    private func table(_ name: String, _ columns: [String]) -> [String: Relation] {
        let rows = bench.sandbox.outSmartRows(name).map { row in
            (row.text(columns[0]), Dictionary(columns.map { ($0, row.text($0)) }) { $1 })
        }
        return Dictionary(rows) { $1 }
    }

    private func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
}
