import Domain

/// Every text of the pages in one language: a missing one does not compile.
struct Texts: Sendable {
    /// The language's tag, such as `en`.
    let language: String

    // Everywhere
    let product: String
    let skipToContent: String
    let navigation: String
    let accounts: String
    let signOut: String
    let backToStart: String
    let number: @Sendable (Int) -> String
    let scope: @Sendable (Scope) -> String
    let notice: @Sendable (Notice) -> String

    // Sign-in
    let signIn: String
    let operatorToken: String
    let operatorTokenHint: String
    let wrongToken: String
    let usedLink: String
    let cookieMissing: String

    // Accounts
    let account: String
    let noAccounts: String
    let addAccount: String
    let accountName: String
    let accountNameHint: String
    let accountID: String
    let accountIDHint: String
    let outSmartToken: String
    let outSmartTokenHint: String
    let outSmartBearer: String
    let outSmartBearerHint: String
    let licenseHint: String
    let moreFields: String
    let accountAdded: String
    let secretsOnce: String
    let apiKey: String
    let webhookSecret: String
    let goTo: @Sendable (String) -> String

    // General
    let settings: String
    let general: String
    let company: String
    let noCompany: String
    let connectionTitle: String
    let connection: @Sendable (Connection.State) -> String
    let licenseTitle: String
    let license: @Sendable (LicenseState) -> String
    let licenseAdvice: String
    let connectAdvice: String
    let reconnectAdvice: String
    let firstSyncAdvice: String
    let connect: String
    let reconnect: String
    let disconnect: String
    let syncNow: String
    let cancelSync: String
    let run: @Sendable (Run.State) -> String
    let step: @Sendable (Run.Step.State) -> String
    let counts: @Sendable (Run.Step) -> String
    let heldBack: @Sendable (Scope, Int) -> String
    let confirmRemoval: String

    // Import
    let importTitle: String
    let importLead: String
    let lists: String
    let sync: String
    let syncScope: @Sendable (Scope) -> String
    let noOrders: String
    let records: String
    let orderStatus: @Sendable (Int) -> String
    let notOffered: @Sendable (String) -> String
    let outSmartSilent: String

    // Export
    let export: ExportTexts

    // Settings
    let setting: @Sendable (Setting) -> String
    let settingHint: @Sendable (Setting) -> String?
    let save: String
    let notSaved: String
    let fault: @Sendable (FieldFault) -> String

    // Log
    let log: String
    let emptyLog: String
    let olderEntries: String
    let newestEntries: String
    let level: @Sendable (LogEntry.Level) -> String
    let message: String
    let whatToDo: String
    let code: String

    // Problems
    let problem: @Sendable (Problem.Kind) -> String
    let internalError: String
}
