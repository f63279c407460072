import EAccounting
import Foundation

/// The rows of an order that are ours to replace.
///
/// They are those that it had when it became a work order, and those that an export has written or tried to write
/// since. All others people added.
struct ImportedRows: Sendable, Equatable {
    /// What a row is recognised by that was imported.
    struct Row: Sendable, Hashable {
        var line: Int
        var article: String
        /// A digest of its text, quantity, price and discount.
        var content: String
    }

    /// What a row is recognised by that was written.
    struct Written: Sendable, Hashable {
        /// Visma's identifier of the article; empty in a row of text.
        var article: String
        /// A digest of its quantity, price and discount.
        var amounts: String
        /// A digest of its text, or `nil` where Visma chose the text.
        var text: String?
    }

    private(set) var rows: [Row]
    private(set) var written: Set<Written> = []

    init(_ order: EAccountingClient.Order) { rows = (order.rows ?? []).map(Row.init) }

    /// The rows that a link keeps.
    init(facts: String) {
        rows = []
        for line in facts.split(separator: "\n") {
            let parts = line.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
            if parts.count == 4, parts[0] == "+" {
                written.insert(Written(article: parts[1], amounts: parts[2], text: parts[3] == "*" ? nil : parts[3]))
            } else if parts.count >= 3, let number = Int(parts[0]) {
                rows.append(Row(line: number, article: parts[2...].joined(separator: "|"), content: parts[1]))
            }
        }
    }

    var facts: String {
        let lines =
            rows.map { "\($0.line)|\($0.content)|\($0.article)" }
            + written.map { "+|\($0.article)|\($0.amounts)|\($0.text ?? "*")" }.sorted()
        return lines.joined(separator: "\n")
    }

    /// Notes what is about to be written: after a lost answer nobody knows whether it was.
    mutating func note(_ document: SalesDocument) { written.formUnion(document.rows.map(Written.init)) }

    /// Which of an order's rows are ours: the same content, else the same article in the same line, or as written.
    func matches(in order: EAccountingClient.Order) -> Set<Int> {
        var left = rows
        var matches: Set<Int> = []
        let now = order.rows ?? []
        let known = now.map(Row.init)
        for (index, row) in now.enumerated() where written.contains(where: { $0.isLike(row) }) { matches.insert(index) }
        for (index, row) in known.enumerated() where !matches.contains(index) {
            guard let place = left.firstIndex(where: { $0.article == row.article && $0.content == row.content }) else {
                continue
            }
            left.remove(at: place)
            matches.insert(index)
        }
        for (index, row) in known.enumerated() where !matches.contains(index) && !row.article.isEmpty {
            guard let place = left.firstIndex(where: { $0.article == row.article && $0.line == row.line }) else {
                continue
            }
            left.remove(at: place)
            matches.insert(index)
        }
        return matches
    }
}

extension ImportedRows.Row {
    fileprivate init(_ row: EAccountingClient.Order.Row) {
        line = row.lineNumber ?? 0
        article = row.articleNumber.trimmed ?? ""
        content = digest(
            row.text,
            row.quantity.map { "\($0)" },
            row.unitPrice.map { "\($0)" },
            row.discountPercentage.map { "\($0)" },
            row.discountFixedAmount.map { "\($0)" }
        )
    }
}

extension ImportedRows.Written {
    fileprivate init(_ row: SalesDocument.Row) {
        switch row {
        case .text(let text):
            (article, amounts, self.text) = ("", "", digest(text))
        case .article(let sold):
            article = sold.articleID
            amounts = digest("\(sold.quantity)", "\(sold.unitPrice)", "\(sold.discount)")
            text = sold.text.map { digest($0) }
        }
    }

    fileprivate func isLike(_ row: EAccountingClient.Order.Row) -> Bool {
        if let text, text != digest(row.text) { return false }
        guard row.isTextRow != true else { return article.isEmpty }
        return article == row.articleId
            && amounts
                == digest("\(row.quantity ?? 0)", "\(row.unitPrice ?? 0)", "\(row.discountPercentage ?? 0)")
    }
}

private func digest(_ parts: String?...) -> String {
    let whole = Token.digest(parts.map { $0 ?? "" }.joined(separator: "\u{1F}"))
    return whole.prefix(8).map { String($0, radix: 16) }.joined(separator: ".")
}
