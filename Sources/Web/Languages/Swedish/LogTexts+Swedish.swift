import Domain

extension LogTexts {
    static let swedish = LogTexts(
        title: "Logg",
        emptyLog: "Ingenting har hänt än. Här kommer att stå vad en synkning gör, och vad som går fel.",
        olderEntries: "Äldre händelser",
        newestEntries: "Senaste händelserna",
        level: { level in
            switch level {
            case .debug: "Felsökning"
            case .info: "Info"
            case .warning: "Varning"
            case .error: "Fel"
            }
        },
        message: "Meddelande",
        whatToDo: "Att göra",
        code: "Kod"
    )
}
