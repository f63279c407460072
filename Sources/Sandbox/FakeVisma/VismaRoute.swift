import MicroHTTP

/// A call of the eAccounting API that was let in.
struct VismaCall {
    let request: Request
    /// The parts of the path that the route's pattern leaves open, in lower case as identifiers are read back.
    let parameters: [String]

    /// The first identifier in the path.
    var id: String { parameters.first ?? "" }

    /// The body, which must be a JSON object.
    func body() throws(VismaError) -> JSONObject {
        guard let body = try? JSON(parsing: request.body) else {
            throw .invalid("", "The request body is not valid JSON.")
        }
        guard let object = body.object else { throw .invalid("", "The request body is not a JSON object.") }
        return object
    }
}

/// A method and a path below `/v2`, the scopes it needs, and what it does.
package struct VismaRoute: Sendable {
    typealias Handler = @Sendable (inout VismaOffice, VismaCall) throws(VismaError) -> Response

    package let method: String
    /// Such as `customers/{id}`.
    package let pattern: String
    /// Any one of these is enough.
    package let scopes: [String]
    let handle: Handler

    private let parts: [Substring]

    private init(_ method: String, _ pattern: String, _ scopes: [String], _ handle: @escaping Handler) {
        self.method = method
        self.pattern = pattern
        self.scopes = scopes
        self.handle = handle
        parts = pattern.split(separator: "/")
    }

    /// A route that reads: the `_readonly` variants of the scopes do as well.
    static func get(_ pattern: String, _ scopes: String..., handle: @escaping Handler) -> VismaRoute {
        VismaRoute("GET", pattern, scopes + scopes.map { $0 + "_readonly" }, handle)
    }

    /// A route that reads, but not with the `_readonly` variant of its scope.
    static func getWithFullScope(_ pattern: String, _ scope: String, handle: @escaping Handler) -> VismaRoute {
        VismaRoute("GET", pattern, [scope], handle)
    }

    static func post(_ pattern: String, _ scope: String, handle: @escaping Handler) -> VismaRoute {
        VismaRoute("POST", pattern, [scope], handle)
    }

    static func put(_ pattern: String, _ scope: String, handle: @escaping Handler) -> VismaRoute {
        VismaRoute("PUT", pattern, [scope], handle)
    }

    static func delete(_ pattern: String, _ scope: String, handle: @escaping Handler) -> VismaRoute {
        VismaRoute("DELETE", pattern, [scope], handle)
    }

    /// The open parts of the path, or `nil` when the path is another.
    func parameters(of path: [Substring]) -> [String]? {
        guard path.count == parts.count else { return nil }
        var open: [String] = []
        for (part, given) in zip(parts, path) {
            if part.hasPrefix("{") {
                open.append(given.lowercased())
            } else if part != given {
                return nil
            }
        }
        return open
    }
}
