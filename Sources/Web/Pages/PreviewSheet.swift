import Domain
import Foundation
import Sync

/// A document that an export would make, laid out like an invoice.
struct PreviewSheet {
    var sheet: Exports.Preview.Sheet
    var number: String
    var texts: Texts

    private var documents: DocumentTexts { texts.documents }
    private var language: Language { texts.language }
    // Most documents have no discount, and a phone has no room for an empty column.
    private var hasDiscount: Bool { sheet.rows.contains { $0.discount != 0 } }

    var html: HTML {
        """
        <div class="document">
        \(head)
        \(table)
        <p class="hint">\(documents.sumHint)</p>
        </div>
        """
    }

    private var head: HTML {
        let customer = [sheet.customer, sheet.customerNumber].compactMap { $0 }.joined(separator: "\n")
        let facts: [(String, String?)] = [
            (documents.customer, customer),
            (documents.deliveredTo, sheet.place.isEmpty ? nil : sheet.place.joined(separator: "\n")),
            (documents.date, language.day(sheet.day)),
            (documents.field(sheet.referenceField), sheet.reference),
            (documents.project, sheet.project),
        ]
        let items = facts.compactMap { name, value in
            value.map { "<div><dt>\(name)</dt><dd>\($0)</dd></div>\n" as HTML }
        }
        return "<dl class=\"document-head\">\n\(items)</dl>"
    }

    private var table: HTML {
        var all: [(name: String, isNumber: Bool)] = [
            (documents.article, false), (texts.export.text, false), (texts.export.quantity, true),
            (texts.export.price, true),
        ]
        if hasDiscount { all.append((texts.export.discount, true)) }
        all.append((documents.amount, true))
        let head = all.map { name, isNumber -> HTML in
            "<th scope=\"col\"\(isNumber ? " class=\"number\"" : HTML.none)>\(name)</th>"
        }
        let sum = language.number(sheet.sum, decimals: 2)
        return """
            <table>
            <caption>\(texts.export.rows), \(number)</caption>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(sheet.rows.map(row))</tbody>
            <tfoot><tr><th scope="row" colspan="\(all.count - 1)">\(documents.sum)</th>\
            <td class="number">\(sum) \(sheet.currency)</td></tr></tfoot>
            </table>
            """
    }

    private func row(_ row: Exports.Preview.Sheet.Row) -> HTML {
        guard let quantity = row.quantity else {
            return "<tr><td class=\"text\" colspan=\"\(hasDiscount ? 6 : 5)\">\(row.text ?? "")</td></tr>\n"
        }
        let text: HTML =
            row.text.map { "\($0)" } ?? "<span class=\"hint\">\(texts.export.articlesText)</span>"
        let unit: HTML = row.unit.map { " <span class=\"unit\">\($0)</span>" } ?? .none
        let discount: HTML =
            hasDiscount
            ? number(texts.export.discount, "\(row.discount == 0 ? "" : language.percent(row.discount * 100))") : .none
        return """
            <tr><td class="article">\(row.article ?? "")</td><td class="text">\(text)</td>\
            \(number(texts.export.quantity, "\(language.number(quantity))\(unit)"))\
            \(number(texts.export.price, "\(row.price.map { language.number($0, decimals: 2) } ?? "")"))\
            \(discount)\
            \(number(documents.amount, "\(row.amount.map { language.number($0, decimals: 2) } ?? "")"))</tr>

            """
    }

    /// A cell, which says its column's name where columns have no room.
    private func number(_ name: String, _ value: HTML) -> HTML {
        value == .none ? "<td></td>" : "<td class=\"number\" data-name=\"\(name)\">\(value)</td>"
    }
}
