import EAccounting
import Foundation

/// The rows that an order had when it became a work order, to be told from those that people added since.
struct ImportedRows: Sendable, Equatable {
    /// What a row is recognised by.
    struct Row: Sendable, Hashable {
        var line: Int
        var article: String
        /// A digest of its text, quantity, price and discount.
        var content: String
    }

    private(set) var rows: [Row]

    init(_ order: EAccountingClient.Order) { rows = (order.rows ?? []).map(Row.init) }

    /// The rows that a link keeps.
    init(facts: String) {
        rows = facts.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, let number = Int(parts[0]) else { return nil }
            return Row(line: number, article: parts[2], content: parts[1])
        }
    }

    var facts: String { rows.map { "\($0.line)|\($0.content)|\($0.article)" }.joined(separator: "\n") }

    /// Which of an order's rows were imported: the same content, else the same article in the same line.
    func matches(in order: EAccountingClient.Order) -> Set<Int> {
        var left = rows
        var matches: Set<Int> = []
        let now = (order.rows ?? []).map(Row.init)
        for (index, row) in now.enumerated() {
            guard let known = left.firstIndex(where: { $0.article == row.article && $0.content == row.content }) else {
                continue
            }
            left.remove(at: known)
            matches.insert(index)
        }
        for (index, row) in now.enumerated() where !matches.contains(index) && !row.article.isEmpty {
            guard let known = left.firstIndex(where: { $0.article == row.article && $0.line == row.line }) else {
                continue
            }
            left.remove(at: known)
            matches.insert(index)
        }
        return matches
    }
}

extension ImportedRows.Row {
    fileprivate init(_ row: EAccountingClient.Order.Row) {
        line = row.lineNumber ?? 0
        article = row.articleNumber.trimmed ?? ""
        let content = [
            row.text, row.quantity.map { "\($0)" }, row.unitPrice.map { "\($0)" },
            row.discountPercentage.map { "\($0)" }, row.discountFixedAmount.map { "\($0)" },
        ]
        let digest = Token.digest(content.map { $0 ?? "" }.joined(separator: "\u{1F}"))
        self.content = digest.prefix(8).map { String($0, radix: 16) }.joined(separator: ".")
    }
}
