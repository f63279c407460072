import Domain

private let language = Language.portuguese

extension GeneralTexts {
    static let portuguese = GeneralTexts(
        title: "Geral",
        company: "Empresa",
        noCompany: "Ainda nenhuma",
        connectionTitle: "Visma eAccounting",
        connection: { state in
            switch state {
            case .disconnected: "Não ligado"
            case .connected: "Ligado"
            case .expired: "O acesso terminou"
            }
        },
        licenseTitle: "Licença",
        license: { state in
            switch state {
            case .none: "Nenhuma"
            case .active(let until): "Válida até \(language.day(until))"
            case .expired(let at): "Expirou em \(language.day(at))"
            case .invalid: "Não é válida para esta conta"
            }
        },
        licenseAdvice: "Sem uma licença válida nada é sincronizado. Peça uma ao administrador do conector.",
        connectAdvice: "A seguir: ligue a empresa no Visma eAccounting.",
        reconnectAdvice: "A Visma já não aceita o acesso. Ligue novamente para continuar; nada se perde.",
        firstSyncAdvice: "Ligado. A seguir: verifique abaixo o que importar e depois prima Sincronizar agora.",
        connect: "Ligar",
        reconnect: "Ligar novamente",
        disconnect: "Desligar",
        syncNow: "Sincronizar agora",
        cancelSync: "Cancelar sincronização",
        run: { state in
            switch state {
            case .queued: "A sincronização aguarda a sua vez desde"
            case .running: "A sincronização decorre desde"
            case .succeeded: "Última sincronização concluída em"
            case .partial: "Última sincronização concluída, com falhas, em"
            case .failed: "A última sincronização não pôde continuar em"
            case .cancelled: "Última sincronização cancelada em"
            }
        },
        step: { state in
            switch state {
            case .waiting: "à espera"
            case .running: "em curso"
            case .succeeded: "concluído"
            case .partial: "concluído, com falhas"
            case .failed: "falhou"
            case .skipped: "omitido"
            }
        },
        counts: { step in
            let counts = step.counts
            let read =
                step.total.map { "\(language.number(counts.read)) de \(language.number($0))" }
                ?? language.number(counts.read)
            let parts = [
                (counts.created, "novos", "novo"), (counts.updated, "alterados", "alterado"),
                (counts.unchanged, "inalterados", "inalterado"), (counts.skipped, "omitidos", "omitido"),
                (counts.failed, "com falha", "com falha"),
            ]
            let named = parts.filter { $0.0 > 0 }.map { "\(language.number($0.0)) \($0.0 == 1 ? $0.2 : $0.1)" }
            return ([read + ((step.total ?? counts.read) == 1 ? " lido" : " lidos")] + named).joined(separator: ", ")
        },
        heldBack: { scope, count in
            "\(language.number(count)) registos de «\(SiteTexts.portuguese.scope(scope))» desapareceram do Visma "
                + "eAccounting. Nada foi alterado no OutSmart. Verifique se foram realmente removidos; "
                + "se sim, confirme, e serão desativados no OutSmart."
        },
        confirmRemoval: "Foram removidos: continuar",
        browsersLanguage: "O do navegador"
    )
}
