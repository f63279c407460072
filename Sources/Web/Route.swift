import MicroHTTP

/// A method and a path, and what answers there.
struct Route: Sendable {
    enum Handler: Sendable {
        case now(@Sendable (Visit) throws(Problem) -> Response)
        case later(@Sendable (Visit) async throws -> Response)
    }

    let method: String
    let path: PathTemplate
    let handler: Handler
    /// How the API's description tells of it; pages have none.
    var operation: Operation?

    /// A route of the API.
    static func api(_ operation: Operation, _ handler: Handler) -> Route {
        Route(method: operation.method, path: operation.path, handler: handler, operation: operation)
    }

    static func get(_ path: PathTemplate, _ handler: Handler) -> Route {
        Route(method: "GET", path: path, handler: handler)
    }

    static func post(_ path: PathTemplate, _ handler: Handler) -> Route {
        Route(method: "POST", path: path, handler: handler)
    }
}

/// A request and what stands in its path for the parameters of the route.
struct Visit: Sendable {
    let request: Request
    let parameters: [String]
    let client: Client
}

/// Finds the route for a request.
struct RouteTable: Sendable {
    /// Paths without parameters, which need no search.
    private var fixed: [String: [Route]] = [:]
    private var templates: [[Route]] = []

    var all: [Route] { fixed.values.flatMap(\.self) + templates.flatMap(\.self) }

    init(_ routes: [Route]) {
        for route in routes {
            if !route.path.hasParameters {
                fixed[route.path.text, default: []].append(route)
            } else if let index = templates.firstIndex(where: { $0[0].path.text == route.path.text }) {
                templates[index].append(route)
            } else {
                templates.append([route])
            }
        }
    }

    /// The route for a request, and its parameters.
    ///
    /// A path is compared as it was received: no identifier of ours needs percent-encoding.
    func match(_ request: Request) throws(Problem) -> (route: Route, parameters: [String]) {
        let (routes, parameters) = try candidates(request.path)
        // The server leaves the body out of the answer to a HEAD request.
        let method = request.method == "HEAD" ? "GET" : request.method
        guard let route = routes.first(where: { $0.method == method }) else {
            throw .notAllowed(allow: Self.allowed(routes))
        }
        return (route, parameters)
    }

    private func candidates(_ path: Substring) throws(Problem) -> ([Route], [String]) {
        if let routes = fixed[String(path)] { return (routes, []) }
        guard path.utf8.first == UInt8(ascii: "/"),
            path.utf8.allSatisfy({ $0 == UInt8(ascii: "/") || $0.isPlainInPath })
        else { throw .notFound }
        // An empty segment stays one, so that `/accounts//x` is nobody's path.
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        guard !segments.contains("") else { throw .notFound }
        for routes in templates {
            if let parameters = routes[0].path.parameters(in: segments) { return (routes, parameters) }
        }
        throw .notFound
    }

    private static func allowed(_ routes: [Route]) -> String {
        routes.flatMap { $0.method == "GET" ? ["GET", "HEAD"] : [$0.method] }.joined(separator: ", ")
    }
}

extension String {
    /// Whether this can stand in a path as it is, and leads nowhere else.
    var isPathSegment: Bool {
        !isEmpty && self != "." && self != ".." && utf8.allSatisfy(\.isPlainInPath)
    }
}

extension UInt8 {
    /// Whether no browser or proxy writes this byte of a path in another way.
    fileprivate var isPlainInPath: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
