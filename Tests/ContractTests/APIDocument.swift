import Foundation
import RemoteAPI
import TestSupport

/// Visma's API as its OpenAPI document describes it.
struct APIDocument: Sendable {
    let operations: [Operation]
    private let json: JSONValue

    /// What the document says in a way that isn't understood.
    struct NotUnderstood: Error, CustomStringConvertible {
        let description: String
    }

    /// A method of a path.
    struct Operation: Sendable {
        let method: String
        /// Such as `/orders/{id}`.
        let path: String
        let pathParameters: [String: JSONValue]
        let queryParameters: [String: JSONValue]
        /// The schema of what is sent; `nil` where nothing is.
        let request: JSONValue?
        /// The schemas of what is answered, by status; `nil` where an answer has no content.
        let answers: [Int: JSONValue?]
        /// Any one of these lets a call in.
        let scopes: Set<String>

        var name: String { "\(method) \(path)" }
    }

    /// The schemas that have a name.
    var schemas: [String: JSONValue] { json["components"]?["schemas"]?.members ?? [:] }

    /// Where consent is given, and for what.
    var authorizationFlow: JSONValue {
        json["components"]?["securitySchemes"]?["visma"]?["flows"]?["authorizationCode"] ?? .null
    }

    /// The schema of every error.
    var errorSchema: JSONValue { .object(["$ref": .text("#/components/schemas/CommonExtendedBadRequest")]) }

    /// Reads a document.
    ///
    /// - Parameter json: The document.
    /// - Throws: ``NotUnderstood``.
    init(_ json: JSONValue) throws(NotUnderstood) {
        self.json = json
        var operations: [Operation] = []
        for (path, item) in json["paths"]?.members ?? [:] {
            for (method, content) in item.members {
                guard ["get", "post", "put", "delete"].contains(method) else {
                    throw NotUnderstood(description: "\(path): \(method)")
                }
                operations.append(try Operation(method.uppercased(), path, content, in: json))
            }
        }
        self.operations = operations
    }

    /// What a `$ref` names.
    func target(of reference: String) -> JSONValue? { json.target(of: reference) }

    /// Returns the operation that a request is for, and what its path holds for the parameters.
    func operation(_ method: String, _ path: String) -> (operation: Operation, parameters: [String: String])? {
        let matches = operations.compactMap { operation in
            operation.method == method
                ? operation.parameters(of: path).map { (operation: operation, parameters: $0) } : nil
        }
        // The one that leaves least open: `/salesdocumentattachments/order` is not the attachment named "order".
        return matches.min { $0.parameters.length < $1.parameters.length }
    }
}

extension APIDocument.Operation {
    fileprivate typealias NotUnderstood = APIDocument.NotUnderstood

    fileprivate init(_ method: String, _ path: String, _ json: JSONValue, in document: JSONValue) throws(NotUnderstood)
    {
        self.method = method
        self.path = path
        var parameters: [String: [String: JSONValue]] = ["path": [:], "query": [:]]
        for parameter in json["parameters"]?.list ?? [] {
            let parameter = try document.resolved(parameter)
            guard let name = parameter["name"]?.text, let place = parameter["in"]?.text, parameters[place] != nil else {
                throw NotUnderstood(description: "\(method) \(path): parameter \(parameter)")
            }
            parameters[place]?[name] = parameter["schema"]
        }
        pathParameters = parameters["path"] ?? [:]
        queryParameters = parameters["query"] ?? [:]
        request = try json["requestBody"].flatMap { body throws(NotUnderstood) in try body.contentSchema }
        var answers: [Int: JSONValue?] = [:]
        for (status, answer) in json["responses"]?.members ?? [:] {
            guard let status = Int(status) else { throw NotUnderstood(description: "\(method) \(path): \(status)") }
            answers[status] = .some(try document.resolved(answer).contentSchema)
        }
        self.answers = answers
        scopes = Set((json["x-any-of-scopes"]?.list ?? []).compactMap(\.text))
    }

    /// What a path holds for the parameters of this one; `nil` where it is another path.
    fileprivate func parameters(of path: String) -> [String: String]? {
        let (template, given) = (self.path.split(separator: "/"), path.split(separator: "/"))
        guard template.count == given.count else { return nil }
        var parameters: [String: String] = [:]
        for (part, value) in zip(template, given) {
            guard let open = part.firstIndex(of: "{"), let close = part.firstIndex(of: "}") else {
                if part != value { return nil }
                continue
            }
            // `{attachmentId}.pdf`
            let end = part[part.index(after: close)...]
            guard value.hasSuffix(end) else { return nil }
            parameters[String(part[part.index(after: open)..<close])] = String(value.dropLast(end.count))
        }
        return parameters
    }
}

extension [String: String] {
    fileprivate var length: Int { values.reduce(0) { $0 + $1.count } }
}

extension JSONValue {
    /// A part of this document, or what it refers to.
    fileprivate func resolved(_ part: JSONValue) throws(APIDocument.NotUnderstood) -> JSONValue {
        guard let reference = part["$ref"]?.text else { return part }
        guard let target = target(of: reference) else { throw APIDocument.NotUnderstood(description: reference) }
        return target
    }

    /// The schema of a request's or an answer's content, which is JSON.
    fileprivate var contentSchema: JSONValue? {
        get throws(APIDocument.NotUnderstood) {
            guard let content = self["content"]?.members else { return nil }
            guard content.count == 1, let schema = content["application/json"]?["schema"] else {
                throw APIDocument.NotUnderstood(description: "content \(content.keys.sorted())")
            }
            return schema
        }
    }
}
