import Domain

/// The texts of the log, in one language.
struct LogTexts: Sendable {
    let title: String
    let emptyLog: String
    let olderEntries: String
    let newestEntries: String
    let level: @Sendable (LogEntry.Level) -> String
    let message: String
    let whatToDo: String
    let code: String
}
