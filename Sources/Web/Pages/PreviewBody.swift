import Foundation

/// The body of a call to Visma, as people read it.
struct PreviewBody {
    struct Row {
        /// `nil` where the article's own text will stand.
        var text: String?
        var quantity: String
        /// With at least two decimals.
        var price: String
        /// In per cent.
        var discount: String
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
        quantity = row["Quantity"]?.number?.description ?? ""
        price = row["UnitPrice"]?.number.map(Self.price) ?? ""
        let discount = row["DiscountPercentage"]?.number ?? 0
        self.discount = discount == 0 ? "" : "\(discount * 100) %"
    }

    private static func price(_ price: Decimal) -> String {
        let text = price.description
        let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
        return (decimals == 0 ? text + "." : text) + String(repeating: "0", count: max(0, 2 - decimals))
    }
}
