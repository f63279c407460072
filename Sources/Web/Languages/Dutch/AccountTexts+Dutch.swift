extension AccountTexts {
    static let dutch = AccountTexts(
        account: "Account",
        noAccounts: "Er is nog geen account. Voeg hieronder het eerste toe.",
        addAccount: "Account toevoegen",
        accountName: "Naam",
        accountNameHint: "Het bedrijf, zoals men het noemt.",
        accountID: "Kenmerk",
        accountIDHint: "Kleine letters, cijfers, - en _. Wordt gemaakt als het leeg is; verandert nooit.",
        outSmartToken: "OutSmart-token",
        outSmartTokenHint: "In OutSmart onder Instellingen, Algemeen, Software-integraties.",
        outSmartBearer: "OutSmart-bearertoken",
        outSmartBearerHint: "Alleen als OutSmart er naast het token een heeft gegeven.",
        licenseHint: "De tekst die bij de bestelling hoorde.",
        moreFields: "Meer",
        accountAdded: "Het account is toegevoegd",
        secretsOnce: "Bewaar deze twee nu: ze worden maar één keer getoond. Scripts hebben ze nodig, mensen niet.",
        apiKey: "Sleutel van het account",
        webhookSecret: "Webhookgeheim",
        goTo: { "Naar \($0)" }
    )
}
