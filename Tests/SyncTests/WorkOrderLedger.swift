import Foundation
import Sandbox
import TestSupport
import Testing

/// The work orders that have been seen at OutSmart so far: each comes once, as its order was then, and stays so.
struct WorkOrderLedger {
    private var seen: [String: JSONObject] = [:]
    private var sources: [String: String] = [:]
    /// Visma's tables before the latest sync: people change nothing while one runs.
    private var orders: [JSONObject] = []
    private var customers: [String: JSONObject] = [:]
    private var units: [String: String] = [:]
    /// Every number that each project ever had.
    private var projectNumbers: [String: Set<String>] = [:]

    /// Which orders were imported, by identifier.
    var imported: Set<String> { Set(sources.values) }

    mutating func prepare(_ model: VismaModel) {
        orders = model.rows("orders")
        customers = Dictionary(model.rows("customers").map { ($0.text("Id"), $0) }) { $1 }
        units = Dictionary(model.rows("units").map { ($0.text("Id"), $0.text("Abbreviation")) }) { $1 }
        for (number, ids) in model.holders where number.hasPrefix("projects/") {
            for id in ids { projectNumbers[id, default: []].insert(String(number.dropFirst("projects/".count))) }
        }
    }

    mutating func look(_ bench: Bench, statuses: [Int]) throws {
        var present: Set<String> = []
        for workOrder in bench.sandbox.outSmartRows("workorders") {
            let number = workOrder.text("WorkorderNo")
            #expect(present.insert(number).inserted, "\(number) is there twice")
            if let known = seen[number] {
                #expect(known == workOrder, "\(number) changed")
                continue
            }
            seen[number] = workOrder
            let order = try #require(orders.first { Self.number(of: $0) == number }, "\(number) has no order")
            #expect(statuses.contains(order["Status"]?.int ?? 0), "\(number) was imported too early or too late")
            let isNews = sources.updateValue(order.text("Id"), forKey: number) == nil
            #expect(isNews && sources.values.count == imported.count, "the order of \(number) was imported twice")
            expect(workOrder, of: order)
        }
        #expect(present.count == seen.count, "a work order is gone")
    }

    static func number(of order: JSONObject) -> String {
        order["Number"]?.int.map { "V\($0)" } ?? "V-\(order.text("Id").prefix(8))"
    }

    // MARK: - BEHAVIOUR's table, read a second time

    private func expect(_ workOrder: JSONObject, of order: JSONObject) {
        let customer = customers[order.text("CustomerId")] ?? [:]
        let own = Block(customer, "Invoice", name: customer.trimmed("Name"))
        let invoice = Block(order, "Invoice", name: order.trimmed("InvoiceCustomerName")).orElse(own)
        let delivery = Block(order, "Delivery", name: order.trimmed("DeliveryCustomerName")).orElse(invoice)
        let contact = [order.trimmed("YourReference"), customer.trimmed("ContactPersonName"), own.name, "-"]
        let date = (order["DeliveryDate"]?.string ?? order.text("OrderDate")).prefix(10).split(separator: "-")
        let expected: [String: String] = [
            "ExternProjectNr": order.text("Number"), "TypeOfWork": "Service", "PaymentMethod": "op rekening",
            "CustomerDebtorNr": order.text("CustomerNumber"), "CustomerDebtorNrInvoice": order.text("CustomerNumber"),
            "CustomerName": delivery.name.orElse(own.name).orElse("-"), "CustomerStreet": delivery.street.orElse("-"),
            "CustomerZIP": delivery.postalCode.orElse("-"), "CustomerCity": delivery.city.orElse("-"),
            "CustomerNameInvoice": invoice.name.orElse(own.name).orElse("-"),
            "CustomerStreetInvoice": invoice.street.orElse("-"), "CustomerZIPInvoice": invoice.postalCode.orElse("-"),
            "CustomerCityInvoice": invoice.city.orElse("-"),
            "CustomerContactPerson": contact.first { !$0.isEmpty } ?? "-",
            "WorkDate": date.reversed().joined(separator: "-"), "WorkDescription": description(of: order),
        ]
        for (name, value) in expected { #expect(workOrder.text(name) == value, "\(name) of \(order.text("Number"))") }
        let materials = (workOrder["Materials"]?.array ?? []).compactMap(\.object)
        #expect(materials.map(Material.init(posted:)) == rows(of: order).compactMap(material))
        let project = rows(of: order).map { $0.text("ProjectId") }.first { !$0.isEmpty }
        let numbers = project.map { projectNumbers[$0] ?? [] } ?? [""]
        #expect(numbers.contains(workOrder.text("ProjectNr")), "the project of \(order.text("Number"))")
    }

    private func rows(of order: JSONObject) -> [JSONObject] { (order["Rows"]?.array ?? []).compactMap(\.object) }

    private func description(of order: JSONObject) -> String {
        rows(of: order).compactMap { row in
            if row["IsTextRow"] == true { return row.trimmed("Text") }
            guard units[row.text("UnitId")] == "tim" else { return nil }
            return "\(row["Quantity"]?.decimal ?? 0) tim \(row.trimmed("Text"))"
        }
        .joined(separator: "\n")
    }

    private func material(_ row: JSONObject) -> Material? {
        guard row["IsTextRow"] != true, units[row.text("UnitId")] != "tim" else { return nil }
        let (price, discount) = (row["UnitPrice"]?.decimal ?? 0, row["DiscountPercentage"]?.decimal ?? 0)
        return Material(
            code: row.text("ArticleNumber"),
            name: row.trimmed("Text"),
            unit: units[row.text("UnitId")] ?? "",
            quantity: row["Quantity"]?.decimal,
            price: (price * (1 - discount)).rounded4
        )
    }
}

private struct Material: Equatable {
    var code: String
    var name: String
    var unit: String
    var quantity: Decimal?
    var price: Decimal?
}

extension Material {
    init(posted row: JSONObject) {
        func number(_ name: String) -> Decimal? { JSON.number(row.text(name).replacing(",", with: ".")).decimal }
        code = row.text("MaterialCode")
        name = row.text("MaterialName")
        unit = row.text("MaterialUnit")
        quantity = number("MaterialNr")
        price = number("MaterialPrice")
    }
}

/// An address with a name; empty texts for what is not known.
private struct Block {
    var name: String
    var street: String
    var postalCode: String
    var city: String

    init(_ record: JSONObject, _ prefix: String, name: String) {
        self.name = name
        let lines = ["Address1", "Address2"].map { record.trimmed(prefix + $0) }
        street = lines.filter { !$0.isEmpty }.joined(separator: " ")
        postalCode = record.trimmed(prefix + "PostalCode")
        city = record.trimmed(prefix + "City")
    }

    func orElse(_ other: Block) -> Block { street.isEmpty && postalCode.isEmpty && city.isEmpty ? other : self }
}

extension String {
    fileprivate func orElse(_ other: String) -> String { isEmpty ? other : self }
}

extension JSONObject {
    fileprivate func trimmed(_ name: String) -> String {
        text(name).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

extension Decimal {
    fileprivate var rounded4: Decimal {
        var (value, result) = (self, Decimal())
        unsafe NSDecimalRound(&result, &value, 4, .plain)
        return result
    }
}
