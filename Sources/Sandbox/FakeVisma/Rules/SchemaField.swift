import Foundation

/// A field of a record, and what it may hold.
struct SchemaField: Sendable {
    indirect enum Kind: Sendable {
        case text(limit: Int?)
        case id
        case flag
        case whole(ClosedRange<Int>)
        case choice(Set<Int>)
        case decimal(places: Int?, within: ClosedRange<Int>)
        case date
        case list(of: Schema?)
        /// An object that is left out when it is empty.
        case object
    }

    let name: String
    let kind: Kind
    private(set) var isRequired = false
    private(set) var isReadOnly = false
    private(set) var isNullable = false

    init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }

    var required: SchemaField { with { $0.isRequired = true } }
    var readOnly: SchemaField { with { $0.isReadOnly = true } }
    var optional: SchemaField { with { $0.isNullable = true } }

    private func with(_ change: (inout SchemaField) -> Void) -> SchemaField {
        var copy = self
        change(&copy)
        return copy
    }

    /// What the field holds when nothing was sent.
    var blank: JSON? {
        if case .object = kind { return nil }
        if isNullable { return .null }
        switch kind {
        case .text: return ""
        case .id: return "00000000-0000-0000-0000-000000000000"
        case .flag: return false
        case .whole, .choice, .decimal: return 0
        case .date: return "0001-01-01T00:00:00Z"
        case .list: return []
        case .object: return nil
        }
    }

    /// What is wrong with a value, if anything.
    func complaint(about value: JSON) -> String? {
        switch kind {
        case .text(let limit):
            guard let text = value.string else { return "The value is not a string." }
            if isRequired, text.allSatisfy(\.isWhitespace) { return "The \(name) field is required." }
            // .NET counts UTF-16 code units.
            if let limit, text.utf16.count > limit { return "The field \(name) has a maximum length of \(limit)." }
        case .id:
            guard value.string.flatMap(UUID.init) != nil else { return "The value is not a GUID." }
        case .flag:
            guard value.bool != nil else { return "The value is not a boolean." }
        case .whole(let range):
            guard let number = value.int else { return "The value is not an integer." }
            if !range.contains(number) {
                return "The field \(name) must be in \(range.lowerBound) to \(range.upperBound)."
            }
        case .choice(let choices):
            guard let number = value.int, choices.contains(number) else { return "The value is not valid for \(name)." }
        case .decimal(let places, let range):
            guard let number = value.decimal else { return "The value is not a number." }
            if number < Decimal(range.lowerBound) || number > Decimal(range.upperBound) {
                return "The field \(name) must be in \(range.lowerBound) to \(range.upperBound)."
            }
            if let places, number.rounded(places) != number { return "The field \(name) takes \(places) decimals." }
        case .date:
            guard value.string.flatMap(Stamp.moment) != nil else { return "The value is not a date." }
        case .list:
            guard value.array != nil else { return "The value is not an array." }
        case .object:
            guard value.object != nil else { return "The value is not an object." }
        }
        return nil
    }

    /// The value in the form in which it is read back.
    func normal(_ value: JSON) -> JSON {
        switch kind {
        case .id: value.string.map { .string($0.lowercased()) } ?? value
        case .date:
            value.string.flatMap(Stamp.moment).map { moment in
                .string(Stamp.text(moment).replacing(".000Z", with: "Z"))
            } ?? value
        default: value
        }
    }
}

extension Decimal {
    /// Rounds half away from zero, as Visma does.
    func rounded(_ places: Int) -> Decimal {
        var result = Decimal()
        var value = self
        unsafe NSDecimalRound(&result, &value, places, .plain)
        return result
    }
}

extension SchemaField {
    static func text(_ name: String, _ limit: Int? = nil) -> SchemaField { .init(name, .text(limit: limit)) }
    static func id(_ name: String) -> SchemaField { .init(name, .id) }
    static func flag(_ name: String) -> SchemaField { .init(name, .flag) }
    static func date(_ name: String) -> SchemaField { .init(name, .date) }
    static func object(_ name: String) -> SchemaField { .init(name, .object) }
    static func list(_ name: String, of schema: Schema? = nil) -> SchemaField { .init(name, .list(of: schema)) }

    static func whole(_ name: String, _ range: ClosedRange<Int> = Int.min...Int.max) -> SchemaField {
        .init(name, .whole(range))
    }

    static func choice(_ name: String, _ choices: Set<Int>) -> SchemaField { .init(name, .choice(choices)) }

    static func decimal(
        _ name: String,
        _ places: Int? = nil,
        within range: ClosedRange<Int> = Int.min...Int.max
    ) -> SchemaField {
        .init(name, .decimal(places: places, within: range))
    }
}
