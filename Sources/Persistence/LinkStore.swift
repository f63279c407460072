package import Domain
package import Foundation

/// Which records are the same on both sides, and what was last sent.
package protocol LinkStore: Sendable {
    /// The links of these records, by their identifier at Visma.
    func links(of account: Account.ID, _ scope: Scope, vismaIDs: [String]) async throws(StoreError) -> [String: Link]
    /// The records that hold these natural keys at OutSmart, by the key: active ones that were sent.
    func owners(of account: Account.ID, _ scope: Scope, codes: [String]) async throws(StoreError) -> [String: String]
    /// Links that await their follow-up, after `vismaID` in their order, at most `limit`.
    func linksAwaitingFollowUp(
        of account: Account.ID,
        _ scope: Scope,
        after vismaID: String?,
        limit: Int
    ) async throws(StoreError) -> [Link]
    /// Links whose last sending has no known answer, at most `limit`.
    func pendingLinks(of account: Account.ID, _ scope: Scope, limit: Int) async throws(StoreError) -> [Link]

    /// Stores what was accepted of the links that are under way, links as they are given, and how far the step has
    /// come, in one transaction, for the process that holds the claim on that run.
    ///
    /// A batch's links are given before it is sent, with `pending` set, which becomes `accepted` after its answer.
    /// These commits may be lost with the machine's power, not with the process: what was sent is asked for then.
    ///
    /// - Returns: `false`, and nothing was stored, when `holder` doesn't hold the running run at `now`.
    func save(
        _ links: [Link],
        accepted: [Acceptance],
        of account: Account.ID,
        _ scope: Scope,
        step: Run.Step,
        run: Run.ID,
        holder: String,
        now: Date
    ) async throws(StoreError) -> Bool

    /// Notes that these records were seen by the full read that `generation` names.
    func markSeen(
        _ vismaIDs: [String],
        of account: Account.ID,
        _ scope: Scope,
        generation: String
    ) async throws(StoreError)
    /// Active links that the full read did not see, after `vismaID` in their order, at most `limit`.
    func unseenLinks(
        of account: Account.ID,
        _ scope: Scope,
        generation: String,
        after vismaID: String?,
        limit: Int
    ) async throws(StoreError) -> [Link]
    /// How many active links there are, and how many of them the full read did not see.
    func unseenCount(
        of account: Account.ID,
        _ scope: Scope,
        generation: String
    ) async throws(StoreError) -> (active: Int, unseen: Int)

    func cursor(of account: Account.ID, _ scope: Scope) async throws(StoreError) -> Cursor
    func save(_ cursor: Cursor, of account: Account.ID, _ scope: Scope) async throws(StoreError)
}
