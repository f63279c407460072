import MicroHTTP

/// The routes, found as a site would: by path, then by method.
struct Site: Sendable {
    let folder: String

    private enum Route: Sendable {
        case now(@Sendable (Request) -> Response)
        case later(@Sendable (Request) async -> Response)
    }

    private static let security: Fields = [
        "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; form-action 'self'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    ]

    private static let routes: [String: [String: Route]] = [
        "/healthz": ["GET": .now { _ in response("text/plain", .bytes(Array("ok".utf8))) }],
        "/status": [
            "GET": .later { _ in
                response("application/json", .bytes(Array(#"{"state":"running","read":1200,"created":3}"#.utf8)))
            }
        ],
        "/waiting": [
            "GET": .later { _ in
                await Task.yield()
                return response("application/json", .bytes(Array(#"{"state":"running","read":1200,"created":3}"#.utf8)))
            }
        ],
    ]

    func answer(_ request: Request) -> Answer {
        guard let methods = Self.routes[String(request.path)] else { return .now(file(request)) }
        switch methods[request.method == "HEAD" ? "GET" : request.method] {
        case .now(let respond): return .now(respond(request))
        case .later(let respond): return .later { await respond(request) }
        case nil: return .now(Response(status: 405, headers: ["Allow": methods.keys.joined(separator: ", ")]))
        }
    }

    private func file(_ request: Request) -> Response {
        guard let components = request.pathComponents, !components.isEmpty else { return Response(status: 404) }
        return Self.response("text/css", .file(path: folder + "/" + components.joined(separator: "/")))
    }

    private static func response(_ type: String, _ body: Response.Body) -> Response {
        var headers = security
        headers.append("Content-Type", type)
        return Response(status: 200, headers: headers, body: body)
    }
}
