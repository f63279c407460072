/// The texts of the list of accounts, and of adding one, in one language.
struct AccountTexts: Sendable {
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
}
