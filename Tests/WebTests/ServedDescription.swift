import Foundation
import MicroHTTP
import RemoteAPI
import TestSupport
import Testing

@testable import Web

/// The API's description as it is served, held against what is really asked and answered.
struct ServedDescription {
    let json: JSONValue

    init?(of app: WebApp) {
        guard case .now(let response) = app.answer(Request("GET", "/openapi.json")),
            let json = try? JSONValue(parsing: Data(response.bytes))
        else { return nil }
        self.json = json
    }

    /// The methods and paths, such as `GET /api/v1/accounts`.
    var operations: [String: JSONValue] {
        var operations: [String: JSONValue] = [:]
        for (path, item) in json["paths"]?.members ?? [:] {
            for (method, operation) in item.members { operations["\(method.uppercased()) \(path)"] = operation }
        }
        return operations
    }

    /// Where a value is not what a schema says.
    func departures(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> Departures {
        var check = SchemaCheck(.answer, target: json.target)
        check.check(value, against: schema, at: place)
        return check.departures
    }

    func resolved(_ part: JSONValue) -> JSONValue {
        part["$ref"]?.text.flatMap(json.target).map(resolved) ?? part
    }

    /// Expects that an answer is one that the description announces, and that nothing was accepted that it rules out.
    func expect(_ response: Response, to request: Request, sourceLocation: SourceLocation = #_sourceLocation) {
        let template = operations.first { name, _ in
            let halves = name.split(separator: " ")
            return halves[0] == request.method && matches(String(halves[1]), request.path)
        }
        guard let (name, operation) = template else {
            #expect([404, 405].contains(response.status), "\(request.method) \(request.path) is not described")
            return
        }
        guard let answer = operation["responses"]?["\(response.status)"].map(resolved) else {
            Issue.record("\(name) answers \(response.status), which is not described", sourceLocation: sourceLocation)
            return
        }
        for (field, description) in answer["headers"]?.members ?? [:] where description["required"] == .truth(true) {
            #expect(
                response.headers[field] != nil,
                "\(name) \(response.status): \(field)",
                sourceLocation: sourceLocation
            )
        }
        let type = response.headers["Content-Type"]?.split(separator: ";").first.map(String.init)
        let content = answer["content"]?.members ?? [:]
        #expect(
            type.map { content[$0] != nil } ?? content.isEmpty,
            "\(name): \(type ?? "")",
            sourceLocation: sourceLocation
        )
        if let type, type.hasSuffix("json"), let schema = content[type]?["schema"] {
            let value = try? JSONValue(parsing: Data(response.bytes))
            let found = value.map { departures($0, schema, name) }
            #expect(found == [:], sourceLocation: sourceLocation)
        }
        if response.status < 300 { expectAllowed(request, by: operation, name, sourceLocation) }
    }

    private func expectAllowed(
        _ request: Request,
        by operation: JSONValue,
        _ name: String,
        _ sourceLocation: SourceLocation
    ) {
        let parameters = (operation["parameters"]?.list ?? []).map(resolved)
        for (key, text) in request.query {
            let schema = parameters.first { $0["in"] == .text("query") && $0["name"] == .text(key) }?["schema"]
            let number = schema?["type"] == .text("integer") ? Decimal(string: text) : nil
            let found = schema.map { departures(number.map { .number($0) } ?? .text(text), $0, key) }
            #expect(found == [:], "\(name)?\(key)", sourceLocation: sourceLocation)
        }
        guard !request.body.isEmpty, let type = request.mediaType,
            let schema = operation["requestBody"]?["content"]?[type]?["schema"],
            let body = try? JSONValue(parsing: Data(request.body))
        else { return }
        #expect(departures(body, schema, name) == [:], sourceLocation: sourceLocation)
    }

    private func matches(_ template: String, _ path: Substring) -> Bool {
        PathTemplate(stringLiteral: template).parameters(in: path.split(separator: "/")) != nil
    }
}
