package import Foundation
package import RemoteAPI

extension OutSmartClient {
    /// An article that is used on work orders.
    package struct Material: Sendable, Equatable {
        /// The key.
        package var code: String
        package var description: String
        package var price: Parsed<Decimal>
        /// Free text, such as `st`.
        package var unit: String
        package var barcode: String?
        package var note: String?

        package init(code: String, description: String, price: Decimal, unit: String) {
            self.code = code
            self.description = description
            self.price = Parsed(text: price.outSmart(separator: ","), value: price)
            self.unit = unit
        }
    }

    /// Returns what inserts or updates materials by code; all of them or none.
    ///
    /// Maps to `POST /materials/`. Tried again only where the call certainly did not happen.
    package func sending(_ rows: [Material]) -> Sending { sending("/materials/", rows) }

    /// Returns the materials that match all conditions, or all there are.
    ///
    /// Maps to `GET /materials/`.
    package func materials(where filters: [Filter] = []) async throws(RemoteAPIError) -> [Material] {
        try await call(list("/materials/", filters.query), as: LossyList<Material>.self).rows
    }
}

extension OutSmartClient.Material: Codable {
    private enum CodingKeys: String, CodingKey {
        case code, description, price, unit, barcode, note
    }

    package init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: CodingKeys.self)
        code = row.text(.code) ?? ""
        description = row.text(.description) ?? ""
        price = row.decimal(.price) ?? Parsed(text: "", value: nil)
        unit = row.text(.unit) ?? ""
        barcode = row.text(.barcode)
        note = row.text(.note)
    }

    package func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: CodingKeys.self)
        try row.encode(code, forKey: .code)
        try row.encode(description, forKey: .description)
        try row.encode(price.text, forKey: .price)
        try row.encode(unit, forKey: .unit)
        try row.encodeIfPresent(barcode, forKey: .barcode)
        try row.encodeIfPresent(note, forKey: .note)
    }
}
