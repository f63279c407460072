/// The texts of the sign-in page, in one language.
struct SignInTexts: Sendable {
    let title: String
    let operatorToken: String
    let operatorTokenHint: String
    let wrongToken: String
    let usedLink: String
    let cookieMissing: String
}
