import Foundation
import Sync

/// The body of a call to Visma, as people read it.
struct PreviewBody {
    /// The rows of a document; none for other records.
    var rows: [Exports.Preview.Sheet.Row] = []
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
        rows = json["Rows"]?.list.map(Exports.Preview.Sheet.Row.init) ?? []
        name = json["Name"]?.text
    }
}

extension Exports.Preview.Sheet.Row {
    fileprivate init(_ row: JSON) {
        self.init(text: row["Text"]?.text, article: row["ArticleNumber"]?.text)
        // A row of text has no article, and its zeros mean nothing.
        guard row["ArticleId"]?.text != nil || row["ArticleNumber"]?.text != nil else { return }
        quantity = row["Quantity"]?.number
        price = row["UnitPrice"]?.number
        discount = row["DiscountPercentage"]?.number ?? 0
    }
}
