import Foundation

/// A condition on a record, as `$filter` states it.
///
/// Only what is proven to work at Visma is read: `eq gt ge lt`, `and`, `contains(Field,'x')`, and `any` over rows.
/// Strings are quoted, dates and GUIDs are not.
indirect enum VismaFilter {
    enum Comparison: String { case eq, gt, ge, lt }

    enum Value: Equatable {
        case null
        case flag(Bool)
        case text(String)
        case number(Decimal)
        case date(Date)
    }

    case compare(field: String, Comparison, Value)
    case contains(field: String, String)
    case any(list: String, VismaFilter)
    case both(VismaFilter, VismaFilter)

    /// Whether a record meets the condition, by its fields.
    func matches(_ field: (String) -> JSON?) -> Bool {
        switch self {
        case .compare(let name, let comparison, let value): Self.holds(field(name) ?? .null, comparison, value)
        case .contains(let name, let part):
            field(name)?.string?.range(of: part, options: .caseInsensitive) != nil
        case .any(let list, let condition):
            (field(list)?.array ?? []).contains { item in condition.matches { item.object?[$0] } }
        case .both(let left, let right): left.matches(field) && right.matches(field)
        }
    }

    private static func holds(_ json: JSON, _ comparison: Comparison, _ value: Value) -> Bool {
        switch (json, value) {
        case (.null, .null): comparison == .eq
        case (.bool(let own), .flag(let other)): comparison == .eq && own == other
        case (.number, .number(let other)): json.decimal.map { holds($0, comparison, other) } ?? false
        case (.string(let own), .date(let other)): Stamp.moment(own).map { holds($0, comparison, other) } ?? false
        // The database compares without case.
        case (.string(let own), .text(let other)): holds(own.lowercased(), comparison, other.lowercased())
        default: false
        }
    }

    private static func holds<Operand: Comparable>(_ own: Operand, _ comparison: Comparison, _ other: Operand) -> Bool {
        switch comparison {
        case .eq: own == other
        case .gt: own > other
        case .ge: own >= other
        case .lt: own < other
        }
    }
}
