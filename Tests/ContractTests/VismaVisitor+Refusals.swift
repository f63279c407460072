import Sandbox

/// What each route refuses, whatever it is for.
extension VismaVisitor {
    func beRefused() async throws {
        var stranger = self
        stranger.token = ""
        try await stranger.callEveryRoute()
        stranger.token = try sandbox.issueTokens(company: "eriksson", scopes: ["ea:api"]).access
        try await stranger.callEveryRoute()
        for route in VismaRoute.all {
            sandbox.declare(.vendorError(5000, .before), method: route.method, pathPrefix: "/v2/")
            try await call(route)
        }
        // Nothing of that name, and bodies that say nothing.
        try await callEveryRoute()
        for route in VismaRoute.all {
            switch route.method {
            case "POST", "PUT": try await send(route.method, route.pathToNothing, [])
            case "GET" where route.isList:
                try await send("GET", route.pattern, query: ["$filter": "Nonsense eq 1"])
                try await send("GET", route.pattern, query: ["$pagesize": "5000"])
            default: break
            }
        }
    }

    /// Calls every route with no more than it needs, so that it answers what it answers to everyone.
    func callEveryRoute() async throws {
        for route in VismaRoute.all { try await call(route) }
    }

    private func call(_ route: VismaRoute) async throws {
        let hasBody = ["POST", "PUT"].contains(route.method)
        try await send(route.method, route.pathToNothing, hasBody ? [:] : nil)
    }
}
