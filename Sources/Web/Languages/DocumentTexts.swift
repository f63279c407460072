import Domain

/// The texts of the list of exports and of the preview's documents, in one language.
struct DocumentTexts: Sendable {
    // The list
    let search: String
    let find: String
    let noneFound: String
    let history: String
    let attempts: @Sendable (Int) -> String
    let whatRetryDoes: String
    let triedNow: String
    let triedNext: String

    // The document
    let customer: String
    let deliveredTo: String
    let date: String
    let project: String
    let article: String
    let amount: String
    let sum: String
    let sumHint: String
    let failures: String
    let failureHint: String
    let ready: String
    let field: @Sendable (Settings.Export.ReferenceField) -> String
}
