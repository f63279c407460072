extension AccountTexts {
    static let portuguese = AccountTexts(
        account: "Conta",
        noAccounts: "Ainda não há contas. Adicione abaixo a primeira.",
        addAccount: "Adicionar conta",
        accountName: "Nome",
        accountNameHint: "A empresa, como é conhecida.",
        accountID: "Identificador",
        accountIDHint: "Letras minúsculas, algarismos, - e _. É criado se ficar vazio; nunca muda.",
        outSmartToken: "Token do OutSmart",
        outSmartTokenHint: "No OutSmart, em Definições, Geral, Integrações de software.",
        outSmartBearer: "Token bearer do OutSmart",
        outSmartBearerHint: "Só se o OutSmart forneceu um além do token.",
        licenseHint: "O texto que veio com a encomenda.",
        moreFields: "Mais",
        accountAdded: "A conta foi adicionada",
        secretsOnce: "Guarde estes dois agora: só são mostrados esta vez. São para programas, não para pessoas.",
        apiKey: "Chave da conta",
        webhookSecret: "Segredo do webhook",
        goTo: { "Ir para \($0)" }
    )
}
