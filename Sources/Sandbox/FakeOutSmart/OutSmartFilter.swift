import Foundation
import MicroHTTP

/// A condition in a query: `key`, `value` and `operator`, once or in lists.
struct OutSmartFilter {
    enum Comparison: String { case li, eq, ne, gt, ge, lt, le }

    let key: String
    let value: String
    let comparison: Comparison

    /// Reads `key=…&value=…&operator=…`, `key[]=…` and `key[0]=…`, of which the last two may repeat.
    static func filters(of query: Form) throws(OutSmartError) -> [OutSmartFilter] {
        func values(_ name: String) -> [String] {
            query.filter { $0.name == name || ($0.name.hasPrefix(name + "[") && $0.name.hasSuffix("]")) }.map(\.value)
        }
        let values = (keys: values("key"), values: values("value"), operators: values("operator"))
        guard values.keys.count == values.values.count, values.operators.count <= values.keys.count else {
            throw OutSmartError(code: 1007, "Filter incomplete")
        }
        var filters: [OutSmartFilter] = []
        for (index, key) in values.keys.enumerated() {
            let name = index < values.operators.count ? values.operators[index] : "eq"
            guard let comparison = Comparison(rawValue: name) else {
                throw OutSmartError(code: 1007, "Operator \(name) not allowed")
            }
            filters.append(OutSmartFilter(key: key, value: values.values[index], comparison: comparison))
        }
        return filters
    }

    /// Whether a value meets the condition; `li` finds whole values only, as it does live.
    func matches(_ json: JSON) -> Bool {
        let text = json.text
        switch comparison {
        case .li, .eq: return text.lowercased() == value.lowercased()
        case .ne: return text.lowercased() != value.lowercased()
        case .gt: return precedes(value, text)
        case .ge: return !precedes(text, value)
        case .lt: return precedes(text, value)
        case .le: return !precedes(value, text)
        }
    }

    /// Numbers by their size, everything else as text.
    private func precedes(_ left: String, _ right: String) -> Bool {
        if let left = Decimal(string: left), let right = Decimal(string: right) { return left < right }
        return left < right
    }
}
