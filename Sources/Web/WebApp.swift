package import Domain
package import Foundation
package import MicroHTTP
package import Sync

/// The site: from a request to an answer, without a network.
package struct WebApp: Sendable {
    let routes: RouteTable
    private let files: StaticFiles
    private let securityHeaders: SecurityHeaders
    private let proxies: TrustedProxies
    private let frame: @Sendable (Visit) -> Frame
    private let report: @Sendable (any Error) -> Void
    private let isStopping: @Sendable () -> Bool
    private let observe: @Sendable (AnsweredRequest) -> Void

    /// What the site does its work with.
    package struct Services: Sendable {
        package var accounts: Accounts
        package var connecting: Connecting
        package var sessions: Sessions
        package var history: History
        package var syncs: SyncRequests
        package var webhooks: WebhookInbox
        package var choices: ChoiceReading
        /// The same for a page, which people wait for: with less patience.
        package var pageChoices: ChoiceReading
        package var exports: Exports
        /// What waits for an export, for a page.
        package var pageWaiting: WaitingReading
        package var setup: Setup
        package var kept: KeptTexts
        /// Whom a link that works once signs in.
        ///
        /// `nil` when it is unknown, used or expired.
        package var launch: @Sendable (String) async throws -> Session.Holder?
        /// The process's metrics in Prometheus's text form.
        package var metrics: @Sendable () async -> String
        package var now: @Sendable () -> Date
        package var isStopping: @Sendable () -> Bool

        package init(
            accounts: Accounts,
            connecting: Connecting,
            sessions: Sessions,
            history: History,
            syncs: SyncRequests,
            webhooks: WebhookInbox,
            choices: ChoiceReading,
            pageChoices: ChoiceReading,
            exports: Exports,
            pageWaiting: WaitingReading,
            setup: Setup,
            kept: KeptTexts,
            launch: @escaping @Sendable (String) async throws -> Session.Holder?,
            metrics: @escaping @Sendable () async -> String,
            now: @escaping @Sendable () -> Date,
            isStopping: @escaping @Sendable () -> Bool
        ) {
            self.accounts = accounts
            self.connecting = connecting
            self.sessions = sessions
            self.history = history
            self.syncs = syncs
            self.webhooks = webhooks
            self.choices = choices
            self.pageChoices = pageChoices
            self.exports = exports
            self.pageWaiting = pageWaiting
            self.setup = setup
            self.kept = kept
            self.launch = launch
            self.metrics = metrics
            self.now = now
            self.isStopping = isStopping
        }
    }

    /// What an installation decides.
    package struct Configuration: Sendable {
        /// The SHA-256 of the operator's token.
        package var operatorTokenDigest: [UInt8]
        /// What form tokens are derived with; the same in every process behind one address.
        package var csrfKey: [UInt8]
        /// Scheme, host and port under which browsers know this site.
        package var publicOrigin: String
        /// Scheme, host and port of Visma's login page.
        package var identityOrigin: String
        package var publicFolder: String
        package var trustedProxies: [String]

        package init(
            operatorTokenDigest: [UInt8],
            csrfKey: [UInt8],
            publicOrigin: String,
            identityOrigin: String,
            publicFolder: String,
            trustedProxies: [String] = []
        ) {
            self.operatorTokenDigest = operatorTokenDigest
            self.csrfKey = csrfKey
            self.publicOrigin = publicOrigin
            self.identityOrigin = identityOrigin
            self.publicFolder = publicFolder
            self.trustedProxies = trustedProxies
        }
    }

    /// Creates the site.
    ///
    /// - Parameters:
    ///   - services: What it does its work with.
    ///   - configuration: What this installation decides.
    ///   - observe: Told of every request, once it has an answer.
    ///   - report: Logs an error that no page or script could expect.
    /// - Throws: ``StaticFiles/Unreadable``.
    package init(
        _ services: Services,
        _ configuration: Configuration,
        observe: @escaping @Sendable (AnsweredRequest) -> Void = { _ in },
        report: @escaping @Sendable (any Error) -> Void
    ) throws {
        let files = try StaticFiles(folder: configuration.publicFolder)
        self.files = files
        self.report = report
        isStopping = services.isStopping
        self.observe = observe
        securityHeaders = SecurityHeaders(identityOrigin: configuration.identityOrigin)
        proxies = TrustedProxies(configuration.trustedProxies)
        frame = { visit in Frame(texts: .in(.preferred(by: visit.request)), files: files) }
        routes = Self.routes(services, configuration, files)
    }

    /// How many bytes the body of a request may have.
    package func bodyLimit(_ request: Request) -> Int {
        Self.isCalledByScript(request) ? 64 << 10 : 32 << 10
    }

    /// Answers a request.
    ///
    /// Errors become pages and problem documents here, and nowhere else.
    package func answer(_ request: Request) -> Answer {
        let start = ContinuousClock.now
        let client = proxies.client(of: request)
        var path = "none"
        do throws(Problem) {
            if let response = try files.answer(request) {
                return .now(finished(response, request, client, Path.files, start))
            }
            let (route, parameters) = try routes.match(request)
            path = route.path.text
            let visit = Visit(request: request, parameters: parameters, client: client)
            switch route.handler {
            case .now(let respond):
                return .now(finished(try respond(visit), request, client, path, start))
            case .later(let respond):
                // Whoever comes now would wait for work that no longer begins.
                if Self.isCalledByScript(request), isStopping() { throw .stopping }
                return .later { [path] in
                    do {
                        return finished(try await respond(visit), request, client, path, start)
                    } catch {
                        return finished(failure(error, request, client), request, client, path, start)
                    }
                }
            }
        } catch {
            return .now(finished(failure(error, request, client), request, client, path, start))
        }
    }

    /// Answers a request in the server's place, which can't let it be answered.
    package func refusal(_ request: Request, status: UInt32) -> Response {
        let problem: Problem =
            switch status {
            case 413: .tooLarge(limit: bodyLimit(request))
            default: isStopping() ? .stopping : .overdue
            }
        let client = proxies.client(of: request)
        let response = failure(problem, request, client)
        // Of every other request the handler's own end is observed, although nobody gets its answer.
        guard status == 413 else { return securityHeaders.added(to: response, for: client) }
        let path = (try? routes.match(request))?.route.path.text ?? "none"
        return finished(response, request, client, path, .now)
    }

    private static func isCalledByScript(_ request: Request) -> Bool {
        request.path.hasPrefix(Path.API.prefix) || request.path.hasPrefix(Path.webhooks)
            || request.path == Path.API.description.text[...]
    }

    private func finished(
        _ response: Response,
        _ request: Request,
        _ client: Client,
        _ path: String,
        _ start: ContinuousClock.Instant
    ) -> Response {
        observe(AnsweredRequest(request, route: path, status: response.status, duration: ContinuousClock.now - start))
        var response = response
        // A stream would be made for nobody.
        if request.method == "HEAD", case .stream = response.body { response.body = .bytes([]) }
        return securityHeaders.added(to: response, for: client)
    }

    private func failure(_ error: any Error, _ request: Request, _ client: Client) -> Response {
        var problem = Problem(of: error) ?? Problem(kind: .failure(.internalError), detail: "")
        if problem.kind == .failure(.internalError) {
            report(error)
            // What the store or the system said is not for strangers.
            problem.detail = ProblemTexts.english.internalError
        }
        if Self.isCalledByScript(request) { return .problem(problem) }
        let page = ProblemPage(frame: frame(Visit(request: request, parameters: [], client: client)), problem: problem)
        var response = Response.page(page, status: problem.kind.status)
        for (name, value) in problem.headers { response.headers.append(name, value) }
        return response
    }
}
