extension SignInTexts {
    static let english = SignInTexts(
        title: "Sign in",
        operatorToken: "Operator token",
        operatorTokenHint: "The server showed it when it was started for the first time.",
        wrongToken: "This is not the operator token.",
        usedLink: "This link was used already or has expired. Sign in with the token, or ask for a new link.",
        cookieMissing: "The page was open for too long, or the browser refuses cookies. Please try again."
    )
}
