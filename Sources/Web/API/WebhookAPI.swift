import Domain
import MicroHTTP
import Sync

/// `POST /webhooks/{account}`: a signed nudge of whoever knows that something has changed.
struct WebhookAPI: Sendable {
    let inbox: WebhookInbox
    let accounts: Accounts
    /// Messages that were not signed right.
    let refusals: AttemptLimit

    /// Asks for a sync of all that the settings enable.
    ///
    /// Signed by the rules of Standard Webhooks with the account's webhook secret. The body may be anything of at most
    /// 64 KiB: it decides nothing.
    ///
    /// - `202` with `Location` and the run: the one that this message started, that was waiting or under way for the
    ///   same lists, or that the message asked for when it came before: for seven days it starts nothing again.
    /// - `401`: not signed right, more than five minutes old or early, or no such account. Which of these, it does not
    ///   say.
    /// - `403`: the account's licence is not active. `409`: it is not connected, or no list is switched on.
    /// - `429` with `Retry-After`: too many messages from there were not signed right.
    func receive(_ visit: Visit) async throws -> Response {
        let (account, address) = (Account.ID(visit.parameters.first ?? ""), visit.client.address)
        if let wait = refusals.wait(for: address) { throw Problem.tooManyRequests(retryAfter: wait) }
        guard let message = visit.request.webhookMessage, try await inbox.isGenuine(message, for: account) else {
            refusals.count(address)
            throw Problem(kind: .unauthorized, detail: "The message is not signed right, or not of now.")
        }
        guard try await !accounts.settings(of: account).enabledScopes.isEmpty else { throw Problem.nothingToSync }
        return .run(try await inbox.accept(message, for: account), status: 202)
    }
}

extension Request {
    /// The signed message that this request is, when it has all parts of one.
    fileprivate var webhookMessage: WebhookInbox.Message? {
        let (ids, timestamps) = (headers.values("webhook-id"), headers.values("webhook-timestamp"))
        let signatures = headers.values("webhook-signature")
        guard ids.count == 1, timestamps.count == 1, !signatures.isEmpty else { return nil }
        return WebhookInbox.Message(
            id: ids[0],
            timestamp: timestamps[0],
            signatures: signatures.joined(separator: " "),
            body: body
        )
    }
}
