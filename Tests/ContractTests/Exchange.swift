import Foundation
import RemoteAPI
import TestSupport

/// A request and its answer, as they went over the wire.
struct Exchange: Sendable {
    let method: String
    /// Below the API's base and still encoded: `/orders/…`.
    let path: String
    let query: [URLQueryItem]
    let requestType: String?
    let request: Data?
    let status: Int
    let answerType: String?
    let answer: Data

    /// Notes a call to an API that begins at `/v2`, and what came back.
    init(_ call: Transport.Call, _ reply: Transport.Reply) {
        let url = URLComponents(string: call.url.revealed)
        method = call.method
        path = String(url?.percentEncodedPath.dropFirst("/v2".count) ?? "")
        query = url?.queryItems ?? []
        requestType = call.headers.first { $0.name == "Content-Type" }?.value
        request = call.body
        status = reply.status
        answerType = reply.headers["content-type"]
        answer = reply.body
    }
}

extension APIDocument {
    /// Returns where a request departs from the document.
    func departures(ofRequest exchange: Exchange) -> Departures {
        guard let (operation, parameters) = operation(exchange.method, exchange.path) else {
            return [Departure("\(exchange.method) \(exchange.path)", "paths"): exchange.path]
        }
        var check = SchemaCheck(.request, target: target)
        var found: Departures = [:]
        for (name, value) in parameters {
            guard let schema = operation.pathParameters[name] else {
                found[Departure("\(operation.name) {\(name)}", "parameters")] = value
                continue
            }
            check.check(JSONValue(parameter: value, schema), against: schema, at: "\(operation.name) {\(name)}")
        }
        for item in exchange.query {
            guard let schema = operation.queryParameters[item.name] else {
                found[Departure("\(operation.name) ?\(item.name)", "parameters")] = item.value
                continue
            }
            let value = JSONValue(parameter: item.value ?? "", schema)
            check.check(value, against: schema, at: "\(operation.name) ?\(item.name)")
        }
        found.add(check.departures)
        found.add(
            departures(of: exchange.request, exchange.requestType, from: operation.request, .request, operation.name)
        )
        return found
    }

    /// Returns where an answer departs from the document.
    func departures(ofAnswer exchange: Exchange) -> Departures {
        guard let (operation, _) = operation(exchange.method, exchange.path) else {
            return [Departure("\(exchange.method) \(exchange.path)", "paths"): exchange.path]
        }
        let place = "\(operation.name) \(exchange.status)"
        guard let schema = operation.answers[exchange.status] else {
            return [Departure(place, "responses"): String(decoding: exchange.answer, as: UTF8.self)]
        }
        let content = exchange.answer.isEmpty ? nil : exchange.answer
        var found = departures(of: content, exchange.answerType, from: schema, .answer, place)
        if schema == nil, content != nil, exchange.status >= 400 {
            // The document forgot to say that this is an error like the others.
            found.add(departures(of: content, exchange.answerType, from: errorSchema, .answer, place))
        }
        // What `$select` leaves out is missing by request.
        return exchange.query.contains { $0.name == "$select" } ? found.filter { $0.key.rule != "required" } : found
    }

    private func departures(
        of content: Data?,
        _ type: String?,
        from schema: JSONValue?,
        _ side: SchemaCheck.Side,
        _ place: String
    ) -> Departures {
        guard let content, let schema else {
            return (content == nil) == (schema == nil) ? [:] : [Departure(place, "content"): type ?? "nothing"]
        }
        guard type?.hasPrefix("application/json") == true,
            let value = try? JSONValue(parsing: content)
        else { return [Departure(place, "application/json"): type ?? "nothing"] }
        var check = SchemaCheck(side, target: target)
        check.check(value, against: schema, at: place)
        return check.departures
    }
}

extension Departures {
    /// Adds others, and of each place keeps the first example.
    mutating func add(_ others: Departures) { merge(others) { first, _ in first } }
}

extension JSONValue {
    /// Reads the text of a parameter as its schema's type.
    fileprivate init(parameter text: String, _ schema: JSONValue) {
        switch schema["type"]?.text {
        case "integer", "number": self = Decimal(string: text).map { .number($0) } ?? .text(text)
        case "boolean": self = Bool(text).map { .truth($0) } ?? .text(text)
        default: self = .text(text)
        }
    }
}
