import Domain

private let language = Language.portuguese

extension ImportTexts {
    static let portuguese = ImportTexts(
        title: "Importação",
        lead: "O que vai do Visma eAccounting para o OutSmart.",
        lists: "Listas",
        sync: "Sincronizar",
        syncScope: { scope in
            switch scope {
            case .customers: "Sincronizar clientes"
            case .articles: "Sincronizar artigos"
            case .projects: "Sincronizar projetos"
            case .orders: "Sincronizar encomendas"
            case .workOrders: "Sincronizar ordens de trabalho"
            }
        },
        noOrders: "Esta empresa não tem encomendas no Visma eAccounting, por isso não há nenhuma para importar.",
        records: "Que registos",
        orderStatus: { status in
            switch status {
            case 1: "Rascunho"
            case 2: "Em curso"
            case 3: "Entregue"
            case 4: "Faturada"
            default: language.number(status)
            }
        },
        notOffered: { "\($0) – não está na lista do OutSmart" },
        outSmartSilent: "De momento não é possível obter a lista do OutSmart. Escreva tal como está no OutSmart."
    )
}
