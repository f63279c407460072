import Domain

extension LogTexts {
    static let dutch = LogTexts(
        title: "Logboek",
        emptyLog: "Er is nog niets gebeurd. Hier komt te staan wat een synchronisatie doet en wat er misgaat.",
        olderEntries: "Oudere meldingen",
        newestEntries: "Nieuwste meldingen",
        level: { level in
            switch level {
            case .debug: "Debug"
            case .info: "Info"
            case .warning: "Waarschuwing"
            case .error: "Fout"
            }
        },
        message: "Melding",
        whatToDo: "Wat te doen",
        code: "Code"
    )
}
