import Domain
import MicroHTTP
import Sync

/// Signing in and out.
struct SignIn: Sendable {
    let gate: Gate
    let attempts: AttemptLimit
    let launch: @Sendable (String) async throws -> Session.Holder?
    let frame: @Sendable (Visit) -> Frame

    func show(_ visit: Visit) async throws -> Response {
        if try await gate.session(of: visit) != nil { return .redirect(to: Path.home.text) }
        return page(visit, fault: nil)
    }

    func signIn(_ visit: Visit) async throws -> Response {
        let form = try Form(of: visit.request)
        guard let visitor = Cookie.visitor.value(in: visit.request, from: visit.client) else {
            // The cookie expired while the form was open, or the browser refuses cookies.
            return page(visit, fault: .cookieMissing)
        }
        try gate.crossSite.verify(visit.request, form: form, secret: visitor)
        if let wait = attempts.wait(for: visit.client.address) { throw Problem.tooManyRequests(retryAfter: wait) }
        attempts.count(visit.client.address)
        guard gate.isOperatorToken(form["token"] ?? "") else { return page(visit, fault: .wrongToken) }
        attempts.forgive(visit.client.address)
        return try await opened(for: .operator, visit)
    }

    /// Signs in with a link that works once.
    func launch(_ visit: Visit) async throws -> Response {
        // Programs that preview links must not use them up.
        guard visit.request.method == "GET" else { return .redirect(to: Path.signIn.text) }
        if let wait = attempts.wait(for: visit.client.address) { throw Problem.tooManyRequests(retryAfter: wait) }
        attempts.count(visit.client.address)
        guard let token = visit.parameters.first, let holder = try await launch(token) else {
            return page(visit, fault: .usedLink)
        }
        attempts.forgive(visit.client.address)
        return try await opened(for: holder, visit)
    }

    func signOut(_ page: PageVisit, form: Form) async throws -> Response {
        try await gate.sessions.close(cookie: page.cookie)
        return .redirect(to: Path.signIn.text, saying: .signedOut, page.client).clearing(.session, page.client)
    }

    private func opened(for holder: Session.Holder, _ visit: Visit) async throws -> Response {
        if let (old, _) = try await gate.session(of: visit) { try await gate.sessions.close(cookie: old) }
        let (cookie, _) = try await gate.sessions.open(for: holder)
        // A form that was sent too late waits on its page.
        let kept = KeptForm.Place(of: visit).flatMap { holder.reaches($0.account) ? $0.account : nil }
        return .redirect(to: kept.map { Path.account($0) } ?? Path.home.text)
            .setting(.session, to: cookie, for: Int(Sessions.lifetime), visit.client)
            .setting(.former, to: cookie, for: Int(Sessions.lifetime) + 86_400, visit.client)
            .clearing(.visitor, visit.client)
    }

    private func page(_ visit: Visit, fault: SignInPage.Fault?) -> Response {
        let known = Cookie.visitor.value(in: visit.request, from: visit.client)
        let visitor = known ?? RandomText.make()
        var frame = frame(visit)
        frame.formToken = gate.crossSite.token(for: visitor)
        let status: UInt32 = fault == nil ? 200 : 403
        return .page(SignInPage(frame: frame, fault: fault, notice: visit.notice), status: status)
            .setting(.visitor, to: visitor, for: 3_600, visit.client)
            .clearingNotice(of: visit)
    }
}
