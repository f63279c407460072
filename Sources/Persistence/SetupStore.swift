package import Domain

/// What the pages keep: which decisions people have made, and texts on their way to the next page.
package protocol SetupStore: Sendable {
    /// The decisions that were made for the account.
    func decidedSteps(of account: Account.ID) async throws(StoreError) -> Set<SetupStep>
    func decide(_ step: SetupStep, of account: Account.ID) async throws(StoreError)
    /// Forgets which company an account belongs to, when nobody confirmed it and nothing of it was delivered.
    ///
    /// The account has to be disconnected, without a run that waits or is under way.
    ///
    /// - Returns: Whether the company is forgotten.
    func forgetCompany(of account: Account.ID) async throws(StoreError) -> Bool

    /// Keeps a text; beyond a few hundred, the ones that would expire first make room.
    func keep(_ text: KeptText) async throws(StoreError)
    /// Takes the text out of the store, whether it has expired or not.
    func takeKeptText(_ id: KeptText.ID) async throws(StoreError) -> KeptText?
}
