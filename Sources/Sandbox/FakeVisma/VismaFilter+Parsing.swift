import Foundation

extension VismaFilter {
    /// Reads a `$filter` over the fields of a resource.
    ///
    /// - Parameters:
    ///   - text: The filter.
    ///   - resource: What is filtered.
    ///   - refused: Fields that this company's Visma refuses to filter by.
    /// - Throws: ``VismaError`` with code 6000, or 6001 for a value that does not fit its field.
    init(_ text: String, on resource: VismaResource, refused: Set<String>) throws(VismaError) {
        var reader = FilterReader(text: text, resource: resource, refused: refused)
        self = try reader.filter(of: resource.schema, variable: nil)
        guard reader.isAtEnd else { throw reader.failure }
    }
}

private struct FilterReader {
    let text: String
    let resource: VismaResource
    let refused: Set<String>
    private var rest: Substring

    init(text: String, resource: VismaResource, refused: Set<String>) {
        self.text = text
        self.resource = resource
        self.refused = refused
        rest = text[...]
    }

    var failure: VismaError { .badQuery("The query specified in the URI is not valid: \(text)") }

    var isAtEnd: Bool { rest.allSatisfy { $0 == " " } }

    mutating func filter(of schema: Schema, variable: String?) throws(VismaError) -> VismaFilter {
        var filter = try condition(of: schema, variable: variable)
        while takeWord("and") {
            filter = .both(filter, try condition(of: schema, variable: variable))
        }
        return filter
    }

    private mutating func condition(of schema: Schema, variable: String?) throws(VismaError) -> VismaFilter {
        if take("contains(") {
            let field = try field(of: schema, variable: variable)
            try expect(",")
            guard case .text(let part) = try value(for: field) else { throw failure }
            try expect(")")
            return .contains(field: field.name, part)
        }
        let field = try field(of: schema, variable: variable)
        if variable == nil, case .list(let rowSchema?) = field.kind {
            try expect("/any(")
            let row = word()
            try expect(":")
            let condition = try filter(of: rowSchema, variable: row)
            try expect(")")
            return .any(list: field.name, condition)
        }
        guard let comparison = VismaFilter.Comparison(rawValue: word()) else { throw failure }
        return .compare(field: field.name, comparison, try value(for: field))
    }

    private mutating func field(of schema: Schema, variable: String?) throws(VismaError) -> SchemaField {
        if let variable {
            guard word() == variable else { throw failure }
            try expect("/")
        }
        let name = word()
        guard let field = schema.fields.first(where: { $0.name == name }),
            variable != nil || resource.filterable.contains(name), !refused.contains(name)
        else { throw failure }
        return field
    }

    private mutating func value(for field: SchemaField) throws(VismaError) -> VismaFilter.Value {
        skipSpace()
        if rest.first == "'" {
            let text = try quoted()
            // Unquoted, says the documentation of dates and GUIDs.
            guard case .text = field.kind else { throw .badInput("'\(text)' does not fit \(field.name).") }
            return .text(text)
        }
        let literal = String(rest.prefix { !" ,)".contains($0) })
        rest = rest.dropFirst(literal.count)
        switch (literal, field.kind) {
        case ("", _): throw failure
        case ("null", _): return .null
        case ("true", .flag), ("false", .flag): return .flag(literal == "true")
        case (_, .date):
            guard let date = Stamp.moment(literal) else { throw .badInput("The date \(literal) is not valid.") }
            return .date(date)
        case (_, .whole), (_, .choice), (_, .decimal):
            guard let number = JSON.number(literal).decimal else { throw .badInput("\(literal) is not a number.") }
            return .number(number)
        case (_, .id):
            guard UUID(uuidString: literal) != nil else { throw .badInput("\(literal) is not a GUID.") }
            return .text(literal)
        default: throw failure
        }
    }

    private mutating func quoted() throws(VismaError) -> String {
        var string = ""
        rest.removeFirst()
        while let character = rest.popFirst() {
            if character != "'" {
                string.append(character)
            } else if rest.first == "'" {
                rest.removeFirst()
                string.append("'")
            } else {
                return string
            }
        }
        throw failure
    }

    private mutating func word() -> String {
        skipSpace()
        let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        rest = rest[word.endIndex...]
        return String(word)
    }

    private mutating func takeWord(_ word: String) -> Bool {
        skipSpace()
        return take(word + " ")
    }

    private mutating func take(_ text: String) -> Bool {
        skipSpace()
        guard rest.hasPrefix(text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }

    private mutating func expect(_ text: String) throws(VismaError) {
        guard take(text) else { throw failure }
    }

    private mutating func skipSpace() { rest = rest.drop { $0 == " " } }
}
