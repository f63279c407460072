extension SignInTexts {
    static let dutch = SignInTexts(
        title: "Inloggen",
        operatorToken: "Token van de beheerder",
        operatorTokenHint: "De server toonde dit toen hij voor het eerst werd gestart.",
        wrongToken: "Dit is niet het token van de beheerder.",
        usedLink: "Deze link is al gebruikt of verlopen. Log in met het token, of vraag een nieuwe link aan.",
        cookieMissing: "De pagina stond te lang open, of de browser weigert cookies. Probeer het opnieuw."
    )
}
