import Foundation

/// A kind of record that OutSmart takes in lists, inserting or updating by a natural key.
struct OutSmartEntity: Sendable {
    /// The endpoint, which is also the table's name.
    let name: String
    /// The fields that name a record, most often one.
    let key: String
    /// The fields that must be there and not empty.
    let required: [String]
    let optional: [String]
    /// The first of the entity's two codes, for a failed insert or update; the next is for a missing field.
    let code: Int
    /// What else must hold of a row that has its required fields.
    var check: @Sendable (JSONObject) -> String? = { _ in nil }
    /// Whether `GET` takes no notice of filters.
    var ignoresFilters = false

    var columns: [String] { required + optional }

    /// What is wrong with a row, if anything.
    func complaint(about row: JSONObject) -> OutSmartError? {
        for field in required where row.text(field).isEmpty {
            return OutSmartError(code: code + 1, OutSmartError.missing(field))
        }
        if let message = check(row) { return OutSmartError(code: code + 1, message) }
        // The columns are varchar(255), but for the texts.
        let longTexts: Set<String> = ["remark", "description", "note", "wrt_description"]
        for column in columns where !longTexts.contains(column) && row.text(column).unicodeScalars.count > 255 {
            return OutSmartError(code: code, "\(column) too long")
        }
        return nil
    }

    /// The row as it is stored: known columns, scalars as strings, over what was there.
    func row(_ posted: JSONObject, over existing: JSONObject?, id: Int) -> JSONObject {
        var row: JSONObject = existing ?? ["id": .string(String(id))]
        for column in columns {
            if let value = posted[column] {
                row[column] = Self.scalar(value)
            } else if row[column] == nil {
                row[column] = nil as JSON
            }
        }
        return row
    }

    private static func scalar(_ value: JSON) -> JSON {
        switch value {
        case .null: nil
        case .bool(let flag): flag ? "1" : "0"
        default: .string(value.text)
        }
    }
}
