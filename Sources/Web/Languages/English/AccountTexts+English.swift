extension AccountTexts {
    static let english = AccountTexts(
        account: "Account",
        noAccounts: "There is no account yet. Add the first one below.",
        addAccount: "Add account",
        accountName: "Name",
        accountNameHint: "The company, as people call it.",
        accountID: "Identifier",
        accountIDHint: "Small letters, digits, - and _. Made up when left empty; it never changes.",
        outSmartToken: "OutSmart token",
        outSmartTokenHint: "In OutSmart under Settings, General, Software integrations.",
        outSmartBearer: "OutSmart bearer token",
        outSmartBearerHint: "Only when OutSmart gave one besides the token.",
        licenseHint: "The text that came with the order.",
        moreFields: "More",
        accountAdded: "The account was added",
        secretsOnce: "Keep these two now: they are shown this once. Scripts need them, people don't.",
        apiKey: "Account key",
        webhookSecret: "Webhook secret",
        goTo: { "Go to \($0)" }
    )
}
