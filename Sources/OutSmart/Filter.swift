/// A condition on a list.
///
/// Some lists ignore conditions and answer whole: check the rows.
package struct Filter: Sendable, Equatable {
    /// How a column is compared.
    package enum Comparison: String, Sendable {
        case equal = "eq"
        case notEqual = "ne"
        case greater = "gt"
        case greaterOrEqual = "ge"
        case less = "lt"
        case lessOrEqual = "le"
    }

    package var key: String
    package var comparison: Comparison
    package var value: String

    package init(_ key: String, _ comparison: Comparison, _ value: String) {
        self.key = key
        self.comparison = comparison
        self.value = value
    }
}

extension [Filter] {
    var query: [(String, String)] {
        if count == 1 {
            return flatMap { [("key", $0.key), ("value", $0.value), ("operator", $0.comparison.rawValue)] }
        }
        return flatMap { [("key[]", $0.key), ("value[]", $0.value), ("operator[]", $0.comparison.rawValue)] }
    }
}
