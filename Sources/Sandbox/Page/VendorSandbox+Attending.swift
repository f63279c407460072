import MicroHTTP

extension VendorSandbox {
    /// Answers what is no vendor's API: the sandbox's pages and its own API, and OutSmart's files.
    func attend(to request: Request, at side: Vendor.Side) -> Response {
        guard let path = request.pathComponents else { return Response(status: 400) }
        guard side == .visma else { return outSmartFile(request, path) }
        guard request.method == "GET" || request.method == "HEAD" || request.isFromHere else {
            return Response(status: 403)
        }
        let pages = SandboxPages(sandbox: self)
        switch (request.method, path.first) {
        case (_, "sandbox"): return ControlAPI(sandbox: self).answer(request, path.dropFirst())
        case ("GET", nil): return pages.overview()
        case ("GET", "sandbox.css"): return .stylesheet
        case (_, "tables"): return pages.answer(request, Array(path.dropFirst()))
        default: return Response(status: 404)
        }
    }
}

extension Request {
    /// Whether a change was asked for by a page of ours or by a program, and not by a page from elsewhere.
    fileprivate var isFromHere: Bool {
        guard let origin = headers["Origin"] else { return true }
        return headers["Host"].map { origin == "http://\($0)" } ?? false
    }
}
