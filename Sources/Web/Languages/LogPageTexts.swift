import Domain

/// The texts of the log's filters, its details and its file, and of pages that listen, in one language.
struct LogPageTexts: Sendable {
    let filter: String
    let time: String
    let level: String
    let scope: String
    let record: String
    let recordHint: String
    let headline: String
    let run: String
    let details: String
    /// A choice that leaves nothing out.
    let all: String
    let show: String
    let showAll: String
    let refresh: String
    let download: String
    let wholeLog: String
    let kept: String
    let noMatch: String
    /// Names the sync whose entries are shown by when it was asked for.
    let ofRun: @Sendable (_ time: HTML) -> HTML
    let ofUnknownRun: String
    /// What a fact of an entry is called.
    let detail: @Sendable (String) -> String
    let toRun: String
    let toRecord: String
    let toExport: String
    let connectionLost: String
}
