import Domain
import MicroHTTP
import Sync

/// *Connect*, what Visma's login page answers, and *Disconnect*.
struct ConnectView: Sendable {
    let gate: Gate
    let connecting: Connecting

    func connect(_ page: PageVisit, account: Account.ID, form: Form) async throws -> Response {
        _ = try await gate.accounts.status(of: account)
        do throws(SyncFailure) {
            return .redirect(to: try await connecting.begin(account, session: page.session.id))
        } catch {
            guard error.code != .internalError else { throw error }
            return .redirect(to: Path.account(account), saying: .failed(error.code), page.client)
        }
    }

    func callback(_ visit: Visit) async throws -> Response {
        let query = visit.request.query
        let session = try await gate.session(of: visit)?.session
        let answer: Connecting.Answer
        if let error = query["error"] {
            answer = .error(error, description: query["error_description"])
        } else if let code = query["code"], !code.isEmpty {
            answer = .code(code)
        } else {
            throw Problem(kind: .failure(.consentInvalid), detail: "Visma's answer has neither a code nor an error.")
        }
        let outcome = await connecting.finish(state: query["state"], answer: answer, session: session?.id)
        guard let account = outcome.account else {
            throw outcome.failure ?? SyncFailure(.consentInvalid, "This answer belongs to no login.")
        }
        let notice = outcome.failure.map { Notice.failed($0.code) } ?? .connected
        return .redirect(to: Path.account(account), saying: notice, visit.client)
    }

    func disconnect(_ page: PageVisit, account: Account.ID, form: Form) async throws -> Response {
        _ = try await gate.accounts.status(of: account)
        try await connecting.disconnect(account)
        return .redirect(to: Path.account(account), saying: .disconnected, page.client)
    }
}
