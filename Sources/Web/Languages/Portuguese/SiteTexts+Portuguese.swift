import Domain

extension SiteTexts {
    static let portuguese: SiteTexts = .init(
        product: "OutSmart – Visma eAccounting",
        skipToContent: "Saltar para o conteúdo",
        navigation: "Navegação",
        accounts: "Contas",
        signOut: "Terminar sessão",
        backToStart: "Voltar à página inicial",
        scope: { scope in
            switch scope {
            case .customers: "Clientes"
            case .articles: "Artigos"
            case .projects: "Projetos"
            case .orders: "Encomendas"
            case .workOrders: "Ordens de trabalho"
            }
        },
        notice: { notice in
            switch notice {
            case .signedOut: "A sessão foi terminada."
            case .sessionEnded: "A sessão tinha expirado, por isso nada foi alterado. Inicie sessão e tente de novo."
            case .connected: "Ligado ao Visma eAccounting."
            case .disconnected: "Desligado. Os dados importados e o histórico mantêm-se."
            case .confirmed: "Confirmado. A próxima sincronização desativa estes registos."
            case .nothingEnabled: "Não há nada ativado abaixo, por isso não há nada para sincronizar."
            case .retryAsked: "A ordem de trabalho será tentada de novo dentro de momentos."
            case .saved: "Nada era diferente: as definições estão como estavam."
            case .setup(let notice): SetupTexts.portuguese.notice(notice)
            case .failed(let code): "Não foi possível. \(CodeTexts.portuguese.action(code))"
            }
        }
    )
}
