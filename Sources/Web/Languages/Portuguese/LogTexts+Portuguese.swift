import Domain

extension LogTexts {
    static let portuguese = LogTexts(
        title: "Registo",
        emptyLog: "Ainda não aconteceu nada. Aqui ficará o que uma sincronização faz e o que corre mal.",
        olderEntries: "Entradas mais antigas",
        newestEntries: "Entradas mais recentes",
        level: { level in
            switch level {
            case .debug: "Depuração"
            case .info: "Informação"
            case .warning: "Aviso"
            case .error: "Erro"
            }
        },
        message: "Mensagem",
        whatToDo: "O que fazer",
        code: "Código"
    )
}
