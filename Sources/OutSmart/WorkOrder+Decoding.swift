import Foundation
import RemoteAPI

// Keys begin with a small letter here: `WireJSON` makes them so.

extension OutSmartClient.WorkOrder: Decodable {
    private enum CodingKeys: String, CodingKey {
        case id, orderNr, status, workStatus, archived, projectNr, externProjectNr, typeOfWork, paymentMethod
        case workDescription, shortWorkDescription, comment, workDate, workEndDate, reference, materials
        case workOrderNo = "workorderNo"
        case pdfURL = "pdfUrl"
        case workPeriods = "workperiods"
    }

    package init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: CodingKeys.self)
        guard let id = row.text(.id) else {
            throw DecodingError.dataCorruptedError(forKey: .id, in: row, debugDescription: "no id")
        }
        rowID = id
        workOrderNo = row.text(.workOrderNo)
        orderNr = row.text(.orderNr)
        status = row.text(.status)
        workStatus = row.text(.workStatus)
        archived = row.text(.archived)
        projectNr = row.text(.projectNr)
        externProjectNr = row.text(.externProjectNr)
        customer = try Party(from: decoder, suffix: "")
        invoiceParty = try Party(from: decoder, suffix: "Invoice")
        typeOfWork = row.text(.typeOfWork)
        paymentMethod = row.text(.paymentMethod)
        workDescription = row.text(.workDescription)
        shortWorkDescription = row.text(.shortWorkDescription)
        comment = row.text(.comment)
        workDate = row.day(.workDate)
        workEndDate = row.day(.workEndDate)
        reference = row.text(.reference)
        pdfURL = row.text(.pdfURL).map { Secret($0) }
        materials = try row.wholeList(.materials)
        workPeriods = try row.wholeList(.workPeriods)
    }
}

extension KeyedDecodingContainer {
    /// Returns the rows of a list of which none may be missing, or none where there is no list.
    ///
    /// A row that cannot be read spoils the whole: an invoice without it would be wrong.
    fileprivate func wholeList<Element: Decodable>(_ key: Key) throws -> [Element] {
        // An empty list may come as an empty text.
        if contains(key), (try? decode(String.self, forKey: key))?.isEmpty == true { return [] }
        return try decodeIfPresent([Element].self, forKey: key) ?? []
    }
}

extension OutSmartClient.WorkOrder.Party {
    fileprivate init(from decoder: any Decoder, suffix: String) throws {
        let row = try decoder.container(keyedBy: WireKey.self)
        func text(_ name: String) -> String? { row.text(WireKey(stringValue: "customer\(name)\(suffix)")) }
        debtorNumber = text("DebtorNr")
        name = text("Name")
        street = text("Street")
        streetNo = text("StreetNo")
        postalCode = text("ZIP")
        city = text("City")
        country = text("Country")
        contactPerson = text("ContactPerson")
        phone = text("Phone")
        email = text("Email")
    }
}

extension OutSmartClient.WorkOrder.Material: Decodable {
    private enum CodingKeys: String, CodingKey {
        case code = "materialCode"
        case name = "materialName"
        case quantity = "materialNr"
        case unit = "materialUnit"
        case price = "materialPrice"
        case originalPrice = "materialOriginalPrice"
        case discountPercentage = "materialDiscountPercentage"
    }

    package init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: CodingKeys.self)
        code = row.text(.code)
        name = row.text(.name)
        quantity = row.decimal(.quantity)
        unit = row.text(.unit)
        price = row.decimal(.price)
        originalPrice = row.decimal(.originalPrice)
        discountPercentage = row.decimal(.discountPercentage)
    }
}

extension OutSmartClient.WorkOrder.WorkPeriod: Decodable {
    private enum CodingKeys: String, CodingKey {
        case workDate, travel, hourType, employeeNr
        case begin = "beginTime"
        case end = "endTime"
        case total = "totalTime"
        case pause = "break"
        case remark = "workRemark"
    }

    package init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: CodingKeys.self)
        workDate = row.day(.workDate)
        begin = row.minutes(.begin)
        end = row.minutes(.end)
        total = row.minutes(.total)
        pause = row.decimal(.pause)
        travel = row.decimal(.travel)
        hourType = row.text(.hourType)
        remark = row.text(.remark)
        employeeNr = row.text(.employeeNr)
    }
}
