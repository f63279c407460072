import Domain

/// What the codes of failures mean, in one language.
///
/// What exactly happened is said by the stored message, with the vendor's own words.
struct CodeTexts: Sendable {
    /// What happened, in a few words.
    let headline: @Sendable (LogEntry.Code) -> String
    /// What a person can do about it.
    let action: @Sendable (LogEntry.Code) -> String
}
