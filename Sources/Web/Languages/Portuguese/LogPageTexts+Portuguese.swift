extension LogPageTexts {
    static let portuguese = LogPageTexts(
        filter: "Que entradas",
        time: "Hora",
        level: "Nível",
        scope: "Lista",
        record: "Registo",
        recordHint: "Basta uma parte, por exemplo 2026-0117.",
        headline: "O que aconteceu",
        run: "Sincronização",
        details: "Detalhes",
        all: "Todas",
        show: "Mostrar",
        showAll: "Mostrar todas as entradas",
        refresh: "Atualizar",
        download: "Transferir como CSV",
        wholeLog: "O registo completo",
        kept: "As entradas são guardadas durante 90 dias.",
        noMatch: "Não há nenhuma entrada assim.",
        ofRun: { "Só entradas da sincronização de \($0)." },
        ofUnknownRun: "Só entradas de uma sincronização que já não é conhecida.",
        detail: { name in
            switch name {
            case "errorId": "ErrorId, para o suporte da Visma"
            case "vendorCode": "Número de erro do fornecedor"
            case "status": "Estado HTTP"
            case "field": "Campo"
            default: name
            }
        },
        toRun: "Todas as entradas desta sincronização",
        toRecord: "Todas as entradas sobre este registo",
        toExport: "Esta ordem de trabalho nas exportações",
        connectionLost: "A ligação ao servidor perdeu-se e esta página pode estar desatualizada. "
            + "A ligação é tentada de novo automaticamente; recarregar a página pode ajudar."
    )
}
