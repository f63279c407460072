import Foundation

/// The body of a call to Visma, as people read it.
struct PreviewBody {
    struct Row {
        /// `nil` where the article's own text will stand.
        var text: String?
        var quantity: Decimal?
        var price: Decimal?
        /// As a share of one; `nil` for none.
        var discount: Decimal?
    }

    /// The rows of a document; none for other records.
    var rows: [Row] = []
    /// What a record other than a document is called.
    var name: String?
    /// The whole body, line by line.
    var text: String

    /// Reads a body of our own; one that is no JSON stays as it is.
    init(_ body: String) {
        guard let json = try? JSON(reading: Array(body.utf8)) else {
            text = body
            return
        }
        text = json.indented
        rows = json["Rows"]?.list.map(Row.init) ?? []
        name = json["Name"]?.text
    }
}

extension PreviewBody.Row {
    fileprivate init(_ row: JSON) {
        text = row["Text"]?.text
        quantity = row["Quantity"]?.number
        price = row["UnitPrice"]?.number
        discount = row["DiscountPercentage"]?.number.flatMap { $0 == 0 ? nil : $0 }
    }
}
