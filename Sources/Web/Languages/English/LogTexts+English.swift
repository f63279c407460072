import Domain

extension LogTexts {
    static let english = LogTexts(
        title: "Log",
        emptyLog: "Nothing has happened yet. What a sync does, and what goes wrong, will stand here.",
        olderEntries: "Older entries",
        newestEntries: "Newest entries",
        level: { level in
            switch level {
            case .debug: "Debug"
            case .info: "Info"
            case .warning: "Warning"
            case .error: "Error"
            }
        },
        message: "Message",
        whatToDo: "What to do",
        code: "Code"
    )
}
