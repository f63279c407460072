package import RemoteAPI

/// A place at which a value isn't what its schema says.
package struct Departure: Hashable, Sendable {
    /// The schema and the member in it: `OrderRowApi.UnitPrice`.
    package let place: String
    /// The keyword that isn't met.
    package let rule: String

    package init(_ place: String, _ rule: String) {
        self.place = place
        self.rule = rule
    }
}

/// Where values departed, each place with an example.
package typealias Departures = [Departure: String]

/// Checks values against the part of JSON Schema that our documents use, and what `x-` members add.
///
/// What isn't understood is a departure too, and not passed over: a document may begin to use more.
package struct SchemaCheck {
    /// Who sends a value: only Visma may send what is read-only.
    package enum Side { case request, answer }

    private let target: (String) -> JSONValue?
    private let side: Side
    package private(set) var departures: Departures = [:]

    /// Creates a check.
    ///
    /// - Parameters:
    ///   - side: Who sends the values.
    ///   - target: What a `$ref` names.
    package init(_ side: Side, target: @escaping (String) -> JSONValue?) {
        self.side = side
        self.target = target
    }

    /// Notes where a value departs from a schema.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - schema: What it should be.
    ///   - place: What the value is called, until a schema with a name says better.
    package mutating func check(_ value: JSONValue, against schema: JSONValue, at place: String) {
        for (keyword, argument) in schema.members {
            switch (keyword, argument) {
            case ("$ref", .text(let reference)):
                guard let target = target(reference) else {
                    note(place, keyword, argument)
                    continue
                }
                check(value, against: target, at: String(reference.split(separator: "/").last ?? ""))
            case ("properties", .object(let properties)):
                for (name, member) in value.members {
                    if let schema = properties[name] { check(member, against: schema, at: "\(place).\(name)") }
                }
            case ("items", .object):
                for element in value.list ?? [] { check(element, against: argument, at: place + "[]") }
            case ("required", .list(let names)):
                guard case .object(let members) = value else { continue }
                for name in names.compactMap(\.text) where members[name] == nil {
                    note("\(place).\(name)", keyword, value)
                }
            case ("anyOf", .list(let schemas)):
                let fits = schemas.contains { schema in
                    var trial = SchemaCheck(side, target: target)
                    trial.check(value, against: schema, at: place)
                    return trial.departures.isEmpty
                }
                if !fits { note(place, keyword, value) }
            case ("additionalProperties", .object):
                for (name, member) in value.members where schema["properties"]?[name] == nil {
                    check(member, against: argument, at: "\(place).\(name)")
                }
            case ("additionalProperties", .truth(false)):
                for (name, member) in value.members where schema["properties"]?[name] == nil {
                    note("\(place).\(name)", keyword, member)
                }
            case ("readOnly", .truth(let isReadOnly)):
                if isReadOnly, side == .request { note(place, keyword, value) }
            default:
                if value.meets(keyword, argument) != true { note(place, keyword, value) }
            }
        }
    }

    private mutating func note(_ place: String, _ rule: String, _ example: JSONValue) {
        departures[Departure(place, rule)] = String("\(example)".prefix(200))
    }
}
