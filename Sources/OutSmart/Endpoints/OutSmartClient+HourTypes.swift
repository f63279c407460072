package import Foundation
package import RemoteAPI

extension OutSmartClient {
    /// A kind of hours that is booked on work orders.
    package struct HourType: Sendable, Equatable {
        /// The key.
        package var code: String
        package var name: String
        package var costBooking: Bool
        package var saleBooking: Bool
        package var salePrice: Parsed<Decimal>
        package var active: Bool?

        package init(code: String, name: String, salePrice: Decimal, active: Bool) {
            self.code = code
            self.name = name
            costBooking = false
            saleBooking = true
            self.salePrice = Parsed(text: salePrice.outSmart(separator: "."), value: salePrice)
            self.active = active
        }
    }

    /// Returns what inserts or updates hour types by code; all of them or none.
    ///
    /// Maps to `POST /hourtypes/`. Tried again only where the call certainly did not happen.
    package func sending(_ rows: [HourType]) -> Sending { sending("/hourtypes/", rows) }

    /// Returns the hour types.
    ///
    /// Maps to `GET /hourtypes/`.
    package func hourTypes(where filters: [Filter] = []) async throws(RemoteAPIError) -> [HourType] {
        try await call(list("/hourtypes/", filters.query), as: LossyList<HourType>.self).rows
    }
}

extension OutSmartClient.HourType: Codable {
    private enum CodingKeys: String, CodingKey {
        case code, name, active
        case costBooking = "cost_booking"
        case saleBooking = "sale_booking"
        case salePrice = "sale_price"
    }

    package init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: CodingKeys.self)
        code = row.text(.code) ?? ""
        name = row.text(.name) ?? ""
        costBooking = row.truth(.costBooking) ?? false
        saleBooking = row.truth(.saleBooking) ?? false
        salePrice = row.decimal(.salePrice) ?? Parsed(text: "", value: nil)
        active = row.truth(.active)
    }

    package func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: CodingKeys.self)
        try row.encode(code, forKey: .code)
        try row.encode(name, forKey: .name)
        try row.encode(costBooking ? 1 : 0, forKey: .costBooking)
        try row.encode(saleBooking ? 1 : 0, forKey: .saleBooking)
        try row.encode(salePrice.text, forKey: .salePrice)
        try row.encodeIfPresent(active.map { $0 ? 1 : 0 }, forKey: .active)
    }
}
