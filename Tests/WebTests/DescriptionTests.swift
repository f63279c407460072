import Domain
import Foundation
import MicroHTTP
import RemoteAPI
import TestSupport
import Testing

@testable import Web

@Suite struct DescriptionTests {
    private func withDescription(_ body: (ServedDescription, Site) async throws -> Void) async throws {
        try await Site.open { site in
            try await body(try #require(ServedDescription(of: site.app)), site)
        }
    }

    @Test func `is served to everyone, as OpenAPI 3.1`() async throws {
        try await withDescription { description, site in
            let response = await site.get("/openapi.json")
            #expect(response.status == 200 && response.headers["Content-Type"] == "application/json")
            #expect(description.json["openapi"] == .text("3.1.0"))
            let refused = await site.answer(Request("POST", "/openapi.json"))
            #expect(refused.status == 405 && refused.headers["Allow"] == "GET, HEAD")
            #expect(refused.headers["Content-Type"] == "application/problem+json")
        }
    }

    @Test func `every route that scripts call is described, and nothing else is`() async throws {
        try await withDescription { description, site in
            let forScripts = ["/api/", "/webhooks/", "/openapi.json", "/healthz", "/readyz", "/metrics"]
            let routes = site.app.routes.all.filter { route in
                forScripts.contains { route.path.text.hasPrefix($0) }
            }
            #expect(Set(routes.map { "\($0.method) \($0.path.text)" }) == Set(description.operations.keys))
            let ids = description.operations.values.compactMap { $0["operationId"]?.text }
            #expect(Set(ids).count == description.operations.count)
        }
    }

    @Test func `every reference leads somewhere, and every schema is used`() async throws {
        try await withDescription { description, _ in
            var used: Set<String> = []
            func visit(_ value: JSONValue) {
                if let reference = value["$ref"]?.text { used.insert(reference) }
                for member in value.members.values { visit(member) }
                for element in value.list ?? [] { visit(element) }
            }
            visit(description.json)
            for reference in used { #expect(description.json.target(of: reference) != nil, "\(reference)") }
            for kind in ["schemas", "parameters", "responses"] {
                let names = description.json["components"]?[kind]?.members.keys.map { "#/components/\(kind)/\($0)" }
                #expect(Set(names ?? []).subtracting(used).isEmpty)
            }
        }
    }

    @Test func `examples are what their schemas say`() async throws {
        try await withDescription { description, _ in
            var count = 0
            for (name, operation) in description.operations {
                for content in operation["requestBody"]?["content"]?.members.values.map(\.self) ?? [] {
                    for example in content["examples"]?.members.values.map(\.self) ?? [] {
                        let value = try #require(example["value"])
                        #expect(description.departures(value, content["schema"] ?? .null, name) == [:])
                        count += 1
                    }
                }
            }
            #expect(count >= 10)
        }
    }

    @Test func `the document of a new account is what the schema's defaults say`() async throws {
        try await withDescription { description, site in
            try await site.bench.register("nord")
            let settings = await site.call("GET", "/api/v1/accounts/nord/settings")
            let schema = try #require(description.json.target(of: "#/components/schemas/Settings"))
            let document = try JSONValue(parsing: Data(settings.response.bytes))
            func expectDefaults(_ value: JSONValue, _ schema: JSONValue, _ name: String) {
                if let standard = schema["default"] {
                    #expect(value == standard, "\(name)")
                } else {
                    #expect(schema["properties"] != nil, "\(name)")
                    for (member, schema) in schema["properties"]?.members ?? [:] {
                        expectDefaults(value[member] ?? .text("missing"), schema, "\(name).\(member)")
                    }
                }
            }
            expectDefaults(document, schema, "settings")
        }
    }

    @Test(arguments: [
        ("null", #"{"type": ["string", "null"]}"#, true), ("7", #"{"type": ["string", "null"]}"#, false),
        (#"{"a": 1}"#, #"{"type": "object", "additionalProperties": {"type": "string"}}"#, false),
        ("[1, 1]", #"{"uniqueItems": true}"#, false), ("[]", #"{"minItems": 1}"#, false),
        (#""2026-02-30""#, #"{"anyOf": [{"format": "date"}, {"type": "null"}]}"#, false),
        (#""2026-02-28""#, #"{"anyOf": [{"format": "date"}, {"type": "null"}]}"#, true),
        ("{}", ##"{"$ref": "#/components/schemas/Run"}"##, false), ("1", #"{"unheardOf": 1}"#, false),
    ])
    func `the check of this test notices what is wrong`(value: String, schema: String, fits: Bool) async throws {
        try await withDescription { description, _ in
            let value = try JSONValue(parsing: Data(value.utf8))
            let schema = try JSONValue(parsing: Data(schema.utf8))
            #expect(description.departures(value, schema, "value").isEmpty == fits)
        }
    }
}
