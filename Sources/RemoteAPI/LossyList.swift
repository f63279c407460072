/// A row that could not be read.
package struct UnreadableRow: Sendable, Equatable {
    /// The row's place in its list, from 0.
    package var index: Int
    /// What the row calls itself, where it says so: the first text or number found under a list's usual names.
    package var name: String?
    package var reason: String

    package init(index: Int, name: String?, reason: String) {
        self.index = index
        self.name = name
        self.reason = reason
    }
}

/// A list in which one unreadable row does not spoil the others.
package struct LossyList<Element: Decodable & Sendable>: Decodable, Sendable {
    package var rows: [Element] = []
    package var unreadableRows: [UnreadableRow] = []

    package init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        rows.reserveCapacity(list.count ?? 0)
        while !list.isAtEnd {
            let index = list.currentIndex
            do {
                rows.append(try list.decode(Element.self))
            } catch {
                // A row that failed to decode is still the current one.
                let label = try list.decode(Label.self)
                unreadableRows.append(UnreadableRow(index: index, name: label.text, reason: error.place))
            }
        }
    }
}

/// What any row, even `null` or a bare number, calls itself.
private struct Label: Decodable {
    var text: String?

    init(from decoder: any Decoder) throws {
        guard let row = try? decoder.container(keyedBy: AnyKey.self) else { return }
        for name in ["number", "customerNumber", "debtor_number", "code", "workorderNo", "id"] {
            let key = AnyKey(stringValue: name)
            let number = (try? row.decode(Int.self, forKey: key)).map { String($0) }
            guard let text = number ?? (try? row.decode(String.self, forKey: key)) else { continue }
            self.text = String(text.prefix(100))
            return
        }
    }
}
