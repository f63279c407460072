import Foundation
import MicroHTTP

extension VendorSandbox {
    /// Carries out a call of the identity server or of the API.
    func answerVisma(_ request: Request, _ state: inout State, now: Date) -> VendorReply {
        if request.path.hasPrefix("/connect/") {
            var reply = VendorReply(route: String(request.path))
            reply.response = answerIdentity(request, &state.books, now: now)
            return reply
        }
        let path = request.path.dropFirst("/v2/".count).split(separator: "/")
        var allowed: [String] = []
        for route in VismaRoute.all {
            guard let parameters = route.parameters(of: path) else { continue }
            guard route.method == request.method else {
                allowed.append(route.method)
                continue
            }
            var reply = VendorReply(route: "/v2/\(route.pattern)")
            do {
                reply.response = try answer(
                    VismaCall(request: request, parameters: parameters),
                    route,
                    &state,
                    &reply,
                    now
                )
            } catch {
                reply.response = error.response
                reply.code = error.code
            }
            return reply
        }
        var reply = VendorReply(route: String(request.path))
        if !allowed.isEmpty {
            reply.response = Response(status: 405, headers: ["Allow": allowed.joined(separator: ", ")])
        }
        return reply
    }

    /// Lets a call in, or not: token, scope, budget, company, module; then carries it out.
    private func answer(
        _ call: VismaCall,
        _ route: VismaRoute,
        _ state: inout State,
        _ reply: inout VendorReply,
        _ now: Date
    ) throws(VismaError) -> Response {
        let grant = try Grant(presentedBy: call.request, in: state.books, now: now)
        reply.account = grant.company
        guard grant.scopes.contains("ea:api") else { throw .missingScope(["ea:api"]) }
        guard route.scopes.contains(where: grant.scopes.contains) else { throw .missingScope(route.scopes) }
        if let limit = options.requestsPerMinute {
            // The budget is the client's, not the company's.
            try state.budget.spend(on: "\(grant.client) \(route.pattern)", limit: limit, now: now)
        }
        return try state.atOffice(of: grant.company, now: now, options) { office throws(VismaError) in
            try office.admit(route)
            return try route.handle(&office, call)
        }
    }
}

extension VismaOffice {
    /// Lets a call in whose company may do what the route does.
    fileprivate func admit(_ route: VismaRoute) throws(VismaError) {
        let settings = settings
        let modules = settings["ActivatedModules"]?.array ?? []
        guard settings["CompanyStatus"] != 0 else {
            throw VismaError(status: 403, code: 4004, "The company is not active.")
        }
        guard modules.contains("api_standard") else { throw .missingModule("api_standard") }
        if route.pattern.hasPrefix("orders"), !modules.contains("sales_standard") {
            throw .missingModule("sales_standard")
        }
        if route.method != "GET", settings["CompanyStatus"] == 2 {
            throw VismaError(status: 403, code: 4019, "The user is read-only.")
        }
    }
}
