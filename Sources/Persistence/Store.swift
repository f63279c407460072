package import Domain
package import Foundation

/// Everything that outlives the process, in the engine's words.
///
/// Several processes may share one store: whatever only one of them may do is claimed, for a limited time.
/// Every operation is one transaction, committed when it returns. It does not stop when its task is cancelled: what
/// a process has to say while it stops is stored too.
package protocol Store:
    AccountStore, ConnectionStore, SessionStore, RunStore, LinkStore, ExportStore, LogStore, SetupStore,
    WebhookStore
{
    /// Whether the store can be read and written now.
    func check() async throws(StoreError)

    /// When a copy was last put in the store's place; `nil` when it never was.
    ///
    /// What was done between the copy's making and then is not in the store.
    func restoredAt() async throws(StoreError) -> Date?

    /// Makes sure that the secrets in the store can be opened, before anything is asked of it.
    ///
    /// The first call marks the store with the key; later calls see whether it is still at hand.
    ///
    /// - Throws: ``StoreError/unusable(_:)`` when the store was made with a key that is not among these.
    func checkKey(_ sealing: Sealing) async throws(StoreError)

    /// What all processes that share the store have before them, at one moment.
    func census() async throws(StoreError) -> Census
}

/// Why the store did not do what it was asked.
package enum StoreError: Error {
    /// An account of that identifier is there already.
    case accountExists(Account.ID)
    /// There is no such account.
    case unknownAccount(Account.ID)
    /// Another account is connected to that company.
    case companyInUse(by: Account.ID)
    /// The file or server can't be used; the text says why, without secrets.
    case unusable(String)
}

package protocol AccountStore: Sendable {
    /// Adds an account with its default settings and a connection that is `disconnected`.
    func insert(_ account: Account) async throws(StoreError)
    /// Replaces what is stored of an account.
    func update(_ account: Account) async throws(StoreError)
    /// Removes an account with everything that belongs to it.
    func deleteAccount(_ id: Account.ID) async throws(StoreError)
    func account(_ id: Account.ID) async throws(StoreError) -> Account?
    /// The account whose key has that SHA-256.
    func account(apiKeyDigest: [UInt8]) async throws(StoreError) -> Account?
    /// All accounts, by name.
    func accounts() async throws(StoreError) -> [Account]

    func settings(of account: Account.ID) async throws(StoreError) -> Settings
    func save(_ settings: Settings, of account: Account.ID) async throws(StoreError)
    /// Saves settings, unless those that are stored are no longer `old`.
    ///
    /// - Returns: Whether they were saved.
    func replace(
        _ old: Settings,
        with settings: Settings,
        of account: Account.ID
    ) async throws(StoreError) -> Bool
}

package protocol ConnectionStore: Sendable {
    func connection(of account: Account.ID) async throws(StoreError) -> Connection
    /// Stores a new consent; the generation grows by one.
    ///
    /// - Throws: ``StoreError/companyInUse(by:)`` when another account has the company, and then nothing changed.
    func connect(
        _ account: Account.ID,
        company: Company,
        tokens: SealedTokens,
        at time: Date
    ) async throws(StoreError)
    /// Replaces what is known of the account's company.
    func update(_ company: Company, of account: Account.ID) async throws(StoreError)
    /// Replaces the tokens, unless the generation is no longer `generation`.
    ///
    /// - Returns: Whether the tokens were replaced; then the generation has grown by one.
    func replaceTokens(
        of account: Account.ID,
        generation: Int,
        with tokens: SealedTokens
    ) async throws(StoreError) -> Bool
    /// Forgets the tokens and sets the state, unless the generation is no longer `generation`.
    ///
    /// A connection that expires is announced.
    ///
    /// - Returns: Whether anything changed.
    func dropTokens(
        of account: Account.ID,
        generation: Int,
        state: Connection.State,
        at time: Date
    ) async throws(StoreError) -> Bool

    /// Claims the right to refresh the account's tokens until `deadline`.
    ///
    /// - Returns: `false` while another holder's claim lasts.
    func claimRefresh(
        of account: Account.ID,
        by holder: String,
        until deadline: Date,
        now: Date
    ) async throws(StoreError) -> Bool
    func releaseRefresh(of account: Account.ID, by holder: String) async throws(StoreError)
    /// Accounts whose access token ends before `time`, in the order of that.
    func accountsExpiring(before time: Date) async throws(StoreError) -> [Account.ID]

    func insert(_ request: ConsentRequest) async throws(StoreError)
    /// Takes the request out of the store, whether it is still valid or not: a `state` works once.
    func takeConsentRequest(stateDigest: [UInt8]) async throws(StoreError) -> ConsentRequest?
}

package protocol SessionStore: Sendable {
    func insert(_ session: Session) async throws(StoreError)
    func session(_ id: Session.ID) async throws(StoreError) -> Session?
    func deleteSession(_ id: Session.ID) async throws(StoreError)
    /// Removes sessions, consent requests, kept texts and launch links that have expired.
    func deleteExpired(at time: Date) async throws(StoreError)

    func insert(_ link: LaunchLink) async throws(StoreError)
    /// Takes the link out of the store, whether it is still valid or not: a link works once.
    func takeLaunchLink(tokenDigest: [UInt8]) async throws(StoreError) -> LaunchLink?
}

package protocol LogStore: Sendable {
    /// Stores entries; they get ascending identifiers in their order.
    func append(_ entries: [LogEntry]) async throws(StoreError)
    /// Entries that pass the filter and are older than the identifier `before`, newest first.
    func log(
        of account: Account.ID,
        matching filter: LogEntry.Filter,
        before: Int64?,
        limit: Int
    ) async throws(StoreError) -> [LogEntry]
    /// Entries after that identifier, oldest first: what a page that watches has not seen.
    func log(of account: Account.ID, after: Int64, limit: Int) async throws(StoreError) -> [LogEntry]
    func deleteLog(before time: Date) async throws(StoreError)
}
