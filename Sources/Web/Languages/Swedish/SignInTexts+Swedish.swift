extension SignInTexts {
    static let swedish = SignInTexts(
        title: "Logga in",
        operatorToken: "Driftansvarigs token",
        operatorTokenHint: "Servern visade den när den startades första gången.",
        wrongToken: "Det här är inte den driftansvariges token.",
        usedLink: "Länken har redan använts eller har gått ut. Logga in med token, eller be om en ny länk.",
        cookieMissing: "Sidan var öppen för länge, eller så tar webbläsaren inte emot kakor. Försök igen."
    )
}
