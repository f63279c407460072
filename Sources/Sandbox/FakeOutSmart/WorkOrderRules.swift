import Foundation

/// What OutSmart takes for a work order, and what it gives back.
enum WorkOrderRules {
    static let required = [
        "WorkorderNo", "CustomerName", "CustomerDebtorNr", "CustomerStreet", "CustomerZIP", "CustomerCity",
        "CustomerContactPerson", "CustomerNameInvoice", "CustomerDebtorNrInvoice", "CustomerStreetInvoice",
        "CustomerZIPInvoice", "CustomerCityInvoice", "CustomerContactPersonInvoice", "TypeOfWork", "PaymentMethod",
    ]

    /// The members of a work order that hold text, in the order in which they are given back.
    static let members = """
        WorkorderNo OrderNr WorkDate WorkTime WorkEndDate WorkEndTime ProjectNr ExternProjectNr CustomerName \
        CustomerDebtorNr CustomerStreet CustomerStreetNo CustomerEmail CustomerZIP CustomerCity CustomerContactPerson \
        CustomerPhone CustomerRemark CustomerLatitude CustomerLongitude CustomerCountry CustomerNameInvoice \
        CustomerDebtorNrInvoice CustomerStreetInvoice CustomerStreetNoInvoice CustomerEmailInvoice CustomerZIPInvoice \
        CustomerCityInvoice CustomerContactPersonInvoice CustomerPhoneInvoice CustomerRemarkInvoice \
        CustomerCountryInvoice TypeOfWork WorkDescription WorkInstruction InternalWorkDescription ShortWorkDescription \
        Comment PaymentMethod CreationDate EmployeeNr Archived Signature SignatureUrl PdfUrl WordUrl WorksheetCode status \
        WorkFinished WorkDuration WorkStatus WorkDeadline PickupPlanning WebPlanning CpnCode AdrCode ErrorCode \
        ErrorMessage SolutionCode SolutionMessage PriorityCode PriorityMessage MinimumHours RoundingAmount
        """.split(separator: " ").map(String.init)

    /// Members that the server alone decides on.
    private static let own: Set<String> = ["CreationDate", "Archived", "PdfUrl", "WordUrl", "WorksheetCode", "status"]

    static let dates = ["WorkDate", "WorkEndDate", "WorkDeadline"]
    static let times = ["WorkTime", "WorkEndTime"]
    static let lists = ["Photos", "Documents", "Forms", "Employees", "WorkObjects"]

    /// What is wrong with a posted work order: everything at once.
    static func complaints(about order: JSONObject) -> [String] {
        var messages = required.filter { order.text($0).isEmpty }.map(OutSmartError.missing)
        messages += complaints(dates: dates, times: times, in: order)
        for row in order["Materials"]?.array ?? [] {
            messages += missing(["MaterialCode", "MaterialNr", "MaterialPrice", "MaterialName"], in: row)
        }
        for row in order["Workperiods"]?.array ?? [] {
            messages += missing(["WorkDate", "BeginTime", "EndTime", "TotalTime"], in: row)
            messages += complaints(
                dates: ["WorkDate"],
                times: ["BeginTime", "EndTime", "TotalTime"],
                in: row.object ?? [:]
            )
        }
        return messages
    }

    private static func missing(_ fields: [String], in row: JSON) -> [String] {
        fields.filter { row.object?.text($0).isEmpty ?? true }.map(OutSmartError.missing)
    }

    static func complaints(dates: [String], times: [String], in row: JSONObject) -> [String] {
        var messages: [String] = []
        for name in dates where !row.text(name).isEmpty && CivilDate(dayFirst: row.text(name)) == nil {
            messages.append(OutSmartError.badDate)
        }
        for name in times where !row.text(name).isEmpty && !isTime(row.text(name)) {
            messages.append(OutSmartError.badTime)
        }
        return messages
    }

    static func isTime(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }), let hour = Int(parts[0]),
            let minute = Int(parts[1])
        else { return false }
        return (0...23).contains(hour) && (0...59).contains(minute)
    }

    /// A posted work order as it is stored.
    static func stored(_ posted: JSONObject, id: Int, now: Date) -> JSONObject {
        var order: JSONObject = ["id": .string(String(id))]
        for member in members where member != "id" {
            let value = own.contains(member) ? JSON.null : posted[member] ?? .null
            order[member] = value.isNull ? .null : .string(value.text)
        }
        let day = CivilDate(inSweden: now).iso
        order["CreationDate"] = .string("\(day) \(Stamp.text(now).dropFirst(11).prefix(5))")
        order["Archived"] = "0"
        order["status"] = "Klaargezet"
        order["WorkFinished"] = "0"
        for list in lists { order[list] = .array(posted[list]?.array ?? []) }
        order["Workperiods"] = .array((posted["Workperiods"]?.array ?? []).compactMap { $0.object.map(period) })
        order["Materials"] = .array((posted["Materials"]?.array ?? []).compactMap { $0.object.map(material) })
        return order
    }

    private static func period(_ posted: JSONObject) -> JSON {
        strings(
            posted,
            [
                "WorkDate", "BeginTime", "EndTime", "TotalTime", "Break", "Travel", "WorkRemark", "EmployeeNr",
                "HourType",
            ]
        )
    }

    static func material(_ posted: JSONObject) -> JSON {
        var members =
            strings(
                posted,
                [
                    "MaterialCode", "MaterialNr", "MaterialPrice", "MaterialName", "MaterialUnit", "MaterialType",
                    "MaterialDiscountPercentage", "MaterialOriginalPrice", "MaterialFreeField1", "MaterialFreeField2",
                    "MaterialFreeField3", "MaterialFreeField4", "MaterialFreeField5",
                ]
            ).object ?? [:]
        let number = { (name: String) in JSON.number(posted.text(name).replacing(",", with: ".")).decimal ?? 0 }
        let total = (number("MaterialNr") * number("MaterialPrice")).rounded(2)
        members["MaterialTotalPrice"] = .string(total.description.replacing(".", with: ","))
        return .object(members)
    }

    private static func strings(_ posted: JSONObject, _ names: [String]) -> JSON {
        .object(JSONObject(names.map { ($0, posted[$0].map { $0.isNull ? .null : .string($0.text) } ?? .null) }))
    }
}
