extension AccountTexts {
    static let swedish = AccountTexts(
        account: "Konto",
        noAccounts: "Det finns inget konto än. Lägg till det första nedan.",
        addAccount: "Lägg till konto",
        accountName: "Namn",
        accountNameHint: "Företaget, som man kallar det.",
        accountID: "Id",
        accountIDHint: "Små bokstäver a–z, siffror, - och _. Skapas om fältet är tomt; ändras aldrig.",
        outSmartToken: "OutSmart-token",
        outSmartTokenHint: "Finns i OutSmart under Inställningar, Allmänt, Programintegrationer.",
        outSmartBearer: "OutSmart bearer-token",
        outSmartBearerHint: "Bara om OutSmart har lämnat en utöver token.",
        licenseHint: "Texten som kom med beställningen.",
        moreFields: "Mer",
        accountAdded: "Kontot är tillagt",
        secretsOnce: "Spara de här två nu: de visas bara en gång. Det är program som behöver dem, inte personer.",
        apiKey: "Kontots nyckel",
        webhookSecret: "Webhook-hemlighet",
        goTo: { "Gå till \($0)" }
    )
}
