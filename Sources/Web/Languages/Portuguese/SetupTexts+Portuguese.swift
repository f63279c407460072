import Domain

extension SetupTexts {
    static let portuguese = SetupTexts(
        title: "Primeiros passos",
        progress: { "\($0) de \($1) concluídos" },
        done: "Concluído",
        step: { step in
            switch step {
            case .license: "Introduzir a licença"
            case .token: "Introduzir o token do OutSmart"
            case .connect: "Ligar o Visma eAccounting"
            case .company: "Confirmar a empresa"
            case .imports: "Escolher o que importar"
            case .exportStart: "Escolher desde quando exportar"
            case .firstSync: "Iniciar a primeira sincronização"
            }
        },
        advice: { step in
            switch step {
            case .license: "Veio com a encomenda. Copie o texto completo e cole-o no campo."
            case .token:
                "Dá ao conector acesso ao seu OutSmart. O OutSmart mostra-o em Definições, Geral, Integrações de software."
            case .connect:
                "Prima Ligar. Abre-se a página de início de sessão da Visma: inicie sessão, escolha a empresa e aprove o acesso."
            case .company: "Tudo virá da contabilidade desta empresa e irá para ela."
            case .imports:
                "Em Importação, assinale as listas que o OutSmart deve receber do Visma eAccounting e guarde. "
                    + "A maioria das empresas mantém todas."
            case .exportStart:
                "Em Exportação, indique o dia a partir do qual as ordens de trabalho concluídas são faturadas pelo conector "
                    + "e guarde. Deixe de fora o que já foi faturado."
            case .firstSync: "Prima Sincronizar agora. Pode ver o que chega e sair da página quando quiser."
            }
        },
        jump: { step in
            switch step {
            case .license: "Ir para a licença"
            case .token: "Ir para o token do OutSmart"
            case .connect: "Ir para Ligar"
            case .company: nil
            case .imports: "Ir para Importação"
            case .exportStart: "Ir para o dia"
            case .firstSync: "Ir para Sincronizar agora"
            }
        },
        isThisTheCompany: "É esta a empresa?",
        registrationNumber: "Número de registo",
        yes: "Sim",
        noDisconnect: "Não, desligar",
        importsAreRight: "As listas estão certas",
        exportStartIsRight: "O dia está certo",
        enterLicense: "Introduzir a licença",
        replaceLicense: "Substituir a licença",
        license: "Licença",
        saveLicense: "Guardar a licença",
        enterToken: "Introduzir o token do OutSmart",
        replaceToken: "Substituir o token do OutSmart",
        tokenSecret: "É verificado no OutSmart e nunca mais é mostrado.",
        saveToken: "Verificar e guardar o token",
        licenseExpired: { "Esta licença expirou em \($0). Peça uma nova." },
        licenseInvalid: "Isto não é uma licença para esta conta. Copie o texto completo que veio com a encomenda.",
        changed: "Guardado.",
        change: { "“\($0)” passou de \($1) para \($2)" },
        listChange: { name, added, removed in
            switch (added.isEmpty, removed.isEmpty) {
            case (false, true): "Acrescentado a “\(name)”: \(added.joined(separator: ", "))"
            case (true, false): "Retirado de “\(name)”: \(removed.joined(separator: ", "))"
            case (true, true): "A ordem de “\(name)” mudou"
            case (false, false):
                "Acrescentado a “\(name)”: \(added.joined(separator: ", ")); retirado: \(removed.joined(separator: ", "))"
            }
        },
        on: "ligado",
        off: "desligado",
        nothing: "vazio",
        unsaved: "Ainda não guardado",
        unsavedWithoutScripts: "Guarde antes de premir outro botão: caso contrário, perde o que alterou.",
        conflict: "Ainda nada foi guardado: outra pessoa alterou estas definições enquanto a página estava aberta.",
        conflictAdvice: "O que alterou continua no formulário. Verifique e guarde novamente.",
        restored:
            "A sua sessão terminou antes de isto ser guardado. O que escreveu está aqui de novo: verifique e guarde.",
        setByOther: { "Outra pessoa definiu isto como \($0)." },
        notice: { notice in
            switch notice {
            case .formKept:
                "A sua sessão terminou antes de as alterações serem guardadas. Foram conservadas: inicie sessão para as "
                    + "encontrar no formulário."
            case .decided: "Registado."
            case .companyConfirmed: "Muito bem: é esta a empresa."
            case .companyRejected: "Desligado. Ligue novamente e escolha a empresa certa na página da Visma."
            case .companyStays:
                "Desligado. Os registos desta empresa já estão no OutSmart, por isso esta conta continua a ser dela: "
                    + "acrescente outra conta para outra empresa."
            case .licenseSaved: "A licença foi guardada."
            case .tokenSaved: "O OutSmart aceitou o token, que foi guardado."
            }
        },
        onThisPage: "Nesta página",
        help: "Ajuda",
        helpInNewTab: "abre num novo separador",
        whatGoesWhere: "O que vai para onde"
    )
}
