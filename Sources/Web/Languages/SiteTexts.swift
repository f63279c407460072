import Domain

/// What stands on every page, and what all pages name, in one language.
struct SiteTexts: Sendable {
    let product: String
    let skipToContent: String
    let navigation: String
    let accounts: String
    let signOut: String
    let backToStart: String
    let scope: @Sendable (Scope) -> String
    let notice: @Sendable (Notice) -> String
}
