import Foundation
import RemoteAPI
import TestSupport
import Testing

/// The checker itself: a rule that lets everything through would let every test pass.
@Suite struct SchemaTests {
    private static let schemas = #"""
        {"Row": {"type": "object", "properties": {"Price": {"type": "number", "x-decimals": 2}}, "required": ["Price"]},
         "Order": {"type": "object", "additionalProperties": false, "required": ["Status"], "properties": {
            "Id": {"type": "string", "readOnly": true}, "Status": {"type": "integer"},
            "Rows": {"type": ["array", "null"], "items": {"$ref": "#/components/schemas/Row"}}}}}
        """#

    /// Returns where a value departs from a schema, each place with its rule.
    private func departures(_ value: String, _ schema: String, _ side: SchemaCheck.Side = .answer) throws -> Set<String>
    {
        let document = try APIDocument(json(#"{"paths": {}, "components": {"schemas": \#(Self.schemas)}}"#))
        var check = SchemaCheck(side, target: document.target)
        check.check(try json(value), against: try json(schema), at: "value")
        return Set(check.departures.keys.map { "\($0.place) \($0.rule)" })
    }

    private func json(_ text: String) throws -> JSONValue {
        try JSONValue(parsing: Data(text.utf8))
    }

    @Test(arguments: [
        (#"{"type": "string"}"#, [#""""#, #""å""#], ["1", "null", "true", "[]", "{}"]),
        (#"{"type": "boolean"}"#, ["true", "false"], ["0", #""true""#, "null"]),
        (#"{"type": "number"}"#, ["1", "-1.5", "1e3"], [#""1""#, "null", "true"]),
        (#"{"type": "integer"}"#, ["0", "-7", "1.0", "1e3"], ["1.5", #""1""#, "null"]),
        (#"{"type": "array"}"#, ["[]", "[1]"], ["{}", "null"]),
        (#"{"type": "object"}"#, ["{}"], ["[]", "null"]),
        (#"{"type": ["integer", "null"]}"#, ["1", "null"], ["1.5", #""""#]),
        (#"{"enum": [0, 1, 2]}"#, ["0", "2", "2.0"], ["3", "null", #""1""#]),
        (#"{"x-enum-meaning": {"1": "Draft", "4": "Invoiced"}}"#, ["1", "4", "null"], ["0", "2", "1.5"]),
        (#"{"minimum": 1}"#, ["1", "2", #""""#], ["0.99", "-1"]),
        (#"{"maximum": 1000000000000000}"#, ["1000000000000000"], ["1000000000000000.01"]),
        (#"{"minLength": 1}"#, [#""a""#, "0"], [#""""#]),
        (#"{"maxLength": 2}"#, [#""""#, #""åä""#, #""👷""#, "123"], [#""abc""#, #""👷👷""#]),
        (
            #"{"pattern": "[-]?\\d+(.\\d{1,2})?"}"#, ["1", "-1.25", "1.250", "12345678901234567.89"],
            ["1.255", "-0.001"]
        ),
        (#"{"x-decimals": 4}"#, ["1", "0.3333", "0.33330"], ["0.33333", "12345678901234567.12345"]),
        (#"{"format": "int32"}"#, ["2147483647", "-2147483648"], ["2147483648", "-2147483649"]),
        (#"{"format": "int64"}"#, ["9223372036854775807"], ["9223372036854775808"]),
        (#"{"format": "double"}"#, ["1.5", "null"], []),
        (
            #"{"format": "uuid"}"#, [#""2f1c9f2e-0c5b-4d6e-9c39-0b8f3a4f1c11""#, "null"],
            [#""""#, #""2f1c9f2e0c5b4d6e9c390b8f3a4f1c11""#]
        ),
        (
            #"{"format": "date-time"}"#,
            [#""2026-01-15T10:00:00Z""#, #""2024-02-29T23:59:60.1234567+01:00""#, #""0001-01-01T00:00:00Z""#, "null"],
            [#""2026-01-15""#, #""2026-01-15T10:00:00""#, #""2026-02-29T10:00:00Z""#, #""2026-01-15T24:00:00Z""#]
        ),
        (#"{"format": "byte"}"#, [#""JVBERg==""#, #""""#], [#""JVBERg=""#, #""%PDF""#]),
        (#"{"format": "uri"}"#, [#""https://example.com/a?b=c""#], [#""example""#, #""""#]),
    ])
    func `a keyword tells good values from bad ones`(schema: String, good: [String], bad: [String]) throws {
        for value in good { #expect(try departures(value, schema) == [], "\(value)") }
        let keyword = try #require(json(schema).members.keys.first)
        for value in bad { #expect(try departures(value, schema) == ["value \(keyword)"], "\(value)") }
    }

    @Test(
        arguments: [
            (#"{"Status": 1}"#, []),
            (#"{"Status": 1, "Rows": null}"#, []),
            (#"{"Status": 1, "Rows": [{"Price": 1.25}, {"Price": 2}]}"#, []),
            (#"{"Rows": []}"#, ["Order.Status required"]),
            (#"{"Status": 1, "Statuss": 1}"#, ["Order.Statuss additionalProperties"]),
            (
                #"{"Status": "1", "Rows": [{"Price": 1.255}, {}]}"#,
                [
                    "Order.Status type", "Row.Price x-decimals", "Row.Price required",
                ]
            ),
            ("[]", ["Order type"]),
        ] as [(String, Set<String>)]
    )
    func `an object is checked with everything in it, and places are named after their schemas`(
        value: String,
        expected: Set<String>
    ) throws {
        #expect(try departures(value, ##"{"$ref": "#/components/schemas/Order"}"##) == expected)
    }

    @Test func `only an answer may hold what is read-only`() throws {
        let (value, schema) = (#"{"Id": "1", "Status": 1}"#, ##"{"$ref": "#/components/schemas/Order"}"##)
        #expect(try departures(value, schema, .answer) == [])
        #expect(try departures(value, schema, .request) == ["Order.Id readOnly"])
    }

    @Test(arguments: [
        (#"{"oneOf": []}"#, "oneOf"), (#"{"nullable": true}"#, "nullable"), (#"{"x-new": 1}"#, "x-new"),
        (#"{"type": "text"}"#, "type"), (#"{"type": ["null", "text"]}"#, "type"), (#"{"format": "date"}"#, "format"),
        (#"{"additionalProperties": 1}"#, "additionalProperties"), (#"{"maxLength": "5"}"#, "maxLength"),
        (##"{"$ref": "#/components/schemas/Nothing"}"##, "$ref"), (#"{"$ref": "other.json"}"#, "$ref"),
        (#"{"pattern": "("}"#, "pattern"),
    ])
    func `what isn't understood departs, whatever the value`(schema: String, keyword: String) throws {
        #expect(try departures(#""text""#, schema) == ["value \(keyword)"])
    }
}
