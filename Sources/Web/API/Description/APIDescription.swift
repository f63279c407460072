import Domain
import Sync

/// The API's description, an OpenAPI 3.1 document, made of the operations in the route table.
struct APIDescription: Sendable {
    let operations: [Operation]

    var document: JSON {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "OutSmart – Visma eAccounting",
                "version": "1",
                "description": .text(Self.introduction),
            ],
            "servers": [["url": "/"]],
            "security": [["bearer": []]],
            "paths": paths,
            "components": [
                "schemas": .object(Schema.components.map { .init(name: $0.name, value: $0.schema.json) }),
                "parameters": .object(
                    Self.pathParameters.map { name, schema, description in
                        let parameter: JSON = [
                            "name": .text(name), "in": "path", "required": true,
                            "description": .text(description), "schema": schema.json,
                        ]
                        return .init(name: name, value: parameter)
                    }
                ),
                "responses": .object(
                    ProblemDescription.all.map { .init(name: $0.name, value: $0.response) }
                ),
                "securitySchemes": [
                    "bearer": [
                        "type": "http",
                        "scheme": "bearer",
                        "description": "The operator token, or an account's key, which reaches that account only.",
                    ]
                ],
            ],
        ]
    }

    private static let introduction = """
        Keeps OutSmart and Visma eAccounting in step. Times are ISO 8601 in UTC. Lists come newest first, as plain \
        arrays. Errors are problem documents (RFC 9457) with a stable `code`. Unknown members and query parameters are \
        refused, not ignored.
        """

    private static let pathParameters: [(String, Schema, String)] = [
        ("account", .text(matching: "^[a-z0-9_-]{1,64}$").with("examples", ["demo"]), "The account's identifier."),
        ("run", .text(matching: "^[A-Za-z0-9._~-]+$"), "The run's identifier."),
        (
            "workOrder", .text(matching: "^[A-Za-z0-9._~-]+$").with("examples", ["160209"]),
            "OutSmart's identifier of the work order's row."
        ),
    ]

    private var paths: JSON {
        var paths: [JSON.Member] = []
        for operation in operations {
            let item = JSON.Member(name: operation.method.lowercased(), value: operation.json)
            if let index = paths.firstIndex(where: { $0.name == operation.path.text }),
                case .object(let others) = paths[index].value
            {
                paths[index].value = .object(others + [item])
            } else {
                paths.append(.init(name: operation.path.text, value: .object([item])))
            }
        }
        return .object(paths)
    }
}

extension Operation {
    fileprivate var json: JSON {
        var members: [JSON.Member] = [
            .init(name: "operationId", value: .text(id)), .init(name: "summary", value: .text(summary)),
        ]
        if !details.isEmpty { members.append(.init(name: "description", value: .text(details))) }
        if caller == .anyone || caller == .signer { members.append(.init(name: "security", value: [])) }
        let path = path.segments.filter { $0.hasPrefix("{") }.map { segment -> JSON in
            ["$ref": .text("#/components/parameters/\(segment.dropFirst().dropLast())")]
        }
        let all = path + parameters.map(\.json)
        if !all.isEmpty { members.append(.init(name: "parameters", value: .list(all))) }
        if let body { members.append(.init(name: "requestBody", value: body.json)) }
        let problems = allProblems.compactMap { status -> JSON.Member? in
            guard let problem = ProblemDescription.of(status, caller) else { return nil }
            return .init(name: "\(status)", value: ["$ref": .text("#/components/responses/\(problem.name)")])
        }
        let answers = answers.map { JSON.Member(name: "\($0.status)", value: $0.json) }
        let responses = (answers + problems).sorted { $0.name < $1.name }
        members.append(.init(name: "responses", value: .object(responses)))
        return .object(members)
    }
}

extension Operation.Parameter {
    fileprivate var json: JSON {
        [
            "name": .text(name), "in": .text(place.rawValue), "required": .flag(isRequired),
            "description": .text(description), "schema": schema.json,
        ]
    }
}

extension Operation.Body {
    fileprivate var json: JSON {
        var content: [JSON.Member] = [.init(name: "schema", value: schema.json)]
        if !examples.isEmpty {
            let members = examples.map { JSON.Member(name: $0.name, value: ["value": $0.value]) }
            content.append(.init(name: "examples", value: .object(members)))
        }
        return [
            "required": .flag(isRequired),
            "content": .object(types.map { .init(name: $0, value: .object(content)) }),
        ]
    }
}

extension Operation.Answer {
    var json: JSON {
        var members: [JSON.Member] = [.init(name: "description", value: .text(description))]
        if !headers.isEmpty {
            let fields = headers.map { name, description -> JSON.Member in
                .init(
                    name: name,
                    value: ["required": true, "description": .text(description), "schema": Schema.text.json]
                )
            }
            members.append(.init(name: "headers", value: .object(fields)))
        }
        if let type {
            members.append(
                .init(name: "content", value: .object([.init(name: type, value: ["schema": schema.json])]))
            )
        }
        return .object(members)
    }
}
